import type { Said } from "../figures/said";
import type { Row } from "../live/contract";

const most = 5;

/** Why the total fell: each town whose figure became smaller, with what it said before and what it says now. */
export class Falls {
  constructor(
    private readonly list: HTMLElement,
    private readonly said: Said,
    private readonly nameOf: (row: Row) => string,
  ) {}

  hear(
    before: ReadonlyMap<string, Row> | undefined,
    rows: ReadonlyMap<string, Row>,
    towns: readonly string[],
    now: number,
  ): void {
    for (const town of towns) {
      const [then, row] = [before?.get(town), rows.get(town)];
      if (then && row && hasFallen(then, row)) this.show(then, row, now);
    }
  }

  private show(then: Row, row: Row, now: number): void {
    const [item, time, text] = [
      document.createElement("li"),
      document.createElement("time"),
      document.createElement("span"),
    ];
    time.dateTime = new Date(now).toISOString();
    time.textContent = this.said.timeInARow(now);
    text.textContent = this.said.fell(this.nameOf(row), then, row);
    item.append(time, text);
    this.list.prepend(item);
    while (this.list.children.length > most) this.list.lastElementChild?.remove();
    const section = this.list.closest<HTMLElement>("[data-falls-section]");
    if (section) section.hidden = false;
  }
}

/** Fewer people than before, so that the total has fallen too; Fall.cs says the same. */
export const hasFallen = (then: Row, row: Row): boolean => row.high < then.high || row.low < then.low;
