import { write } from "../figures/ages";
import type { Said } from "../figures/said";
import type { Row } from "../live/contract";
import { isReporting, rolling } from "./rows";

const most = 24;

/** Towns rolling by as they open and report: the list is made anew when it has gone round, so that nothing jumps. */
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
    this.rows = rolling(rows.values(), most, Date.now());
    if (this.list.children.length === 0 || matchMedia("(prefers-reduced-motion: reduce)").matches) this.fill();
  }

  /** At the hour names roll although nobody has reported, and so no frame came. */
  begin(rows: ReadonlyMap<string, Row>): void {
    if (this.list.children.length === 0) this.hear(rows);
  }

  // Lines are written over and not made anew: a screen that stands for hours must not grow.
  private fill(): void {
    const lines = [...this.rows, ...this.rows];
    while (this.list.children.length > lines.length) this.list.lastElementChild?.remove();
    while (this.list.children.length < lines.length) this.list.append(item());
    lines.forEach((row, i) => this.show(this.list.children[i] as HTMLElement, row, i >= this.rows.length));
  }

  private show(line: HTMLElement, row: Row, isCopy: boolean): void {
    const [name, figure] = line.children;
    write(name, this.nameOf(row));
    write(figure, isReporting(row) ? this.said.people(row) : "");
    line.ariaHidden = isCopy ? "true" : null;
  }
}

function item(): HTMLLIElement {
  const [line, name, figure] = [
    document.createElement("li"),
    document.createElement("span"),
    document.createElement("b"),
  ];
  line.append(name, " ", figure);
  return line;
}
