import type { Said } from "../figures/said";
import type { Row } from "../live/contract";
import { newest } from "./rows";

const most = 24;

/** Towns rolling by: the list is made anew when it has gone round, so that nothing jumps. */
export class Ticker {
  private rows: readonly Row[] = [];

  constructor(
    private readonly list: HTMLElement,
    private readonly said: Said,
    private readonly nameOf: (row: Row) => string,
  ) {
    list.addEventListener("animationiteration", () => this.fill());
  }

  hear(rows: ReadonlyMap<string, Row>): void {
    this.rows = newest(rows.values(), most);
    if (this.list.children.length === 0 || matchMedia("(prefers-reduced-motion: reduce)").matches) this.fill();
  }

  private fill(): void {
    if (this.rows.length === 0) return;
    this.list.replaceChildren(...[false, true].flatMap((isCopy) => this.rows.map((row) => this.item(row, isCopy))));
  }

  private item(row: Row, isCopy: boolean): HTMLLIElement {
    const [item, figure] = [document.createElement("li"), document.createElement("b")];
    figure.textContent = this.said.people(row);
    item.append(`${this.nameOf(row)} `, figure);
    if (isCopy) item.ariaHidden = "true";
    return item;
  }
}
