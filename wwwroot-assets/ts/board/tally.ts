import { write } from "../figures/ages";
import type { Said } from "../figures/said";
import type { Row } from "../live/contract";
import { inOrder, isReporting, numbersOf, type Column } from "./rows";

/** The list of all rallies: figures change where they stand, and rows move only when somebody asks. */
export class Tally {
  private readonly lines = new Map<string, HTMLTableRowElement>();
  private readonly resort: HTMLElement | null;
  private rows: ReadonlyMap<string, Row> = new Map();

  constructor(
    private readonly table: HTMLTableElement,
    private readonly said: Said,
    private readonly nameOf: (row: Row) => string,
  ) {
    for (const line of table.querySelectorAll<HTMLTableRowElement>("tr[data-town]"))
      this.lines.set(line.dataset["town"]!, line);
    this.resort = document.querySelector("[data-resort]");
    this.resort?.addEventListener("click", () => this.sort());
  }

  hear(rows: ReadonlyMap<string, Row>, towns: readonly string[]): void {
    this.rows = rows;
    for (const town of towns) {
      const [line, row] = [this.lines.get(town), rows.get(town)];
      if (line && row) this.show(line, row);
    }
    if (this.resort) this.resort.hidden = this.isInOrder();
  }

  private show(line: HTMLTableRowElement, row: Row): void {
    line.className = row.status === "cancelled" ? "tally-off" : isReporting(row) ? "tally-live" : "";
    for (const cell of line.querySelectorAll('[data-cell="kind"]')) write(cell, this.said.kind(row));
    write(line.querySelector('[data-cell="people"]'), this.said.people(row));
    for (const age of line.querySelectorAll<HTMLElement>("[data-ago]"))
      age.dataset["ago"] = isReporting(row) ? row.asOf! : "";
    this.showNumbers(line, row);
  }

  /** One line of the opened row for each number; a line comes or goes with what is known, and the others stay where they are. */
  private showNumbers(line: HTMLTableRowElement, row: Row): void {
    const numbers = new Map(numbersOf(row));
    for (const cell of line.querySelectorAll<HTMLElement>("[data-number]"))
      if (!numbers.has(cell.dataset["number"]!)) {
        cell.previousElementSibling?.remove();
        cell.remove();
      }
    let next = line.querySelector("[data-place]");
    for (const [name, number] of [...numbers].reverse()) {
      const cell = line.querySelector(`[data-number="${name}"]`) ?? this.added(name, next);
      write(cell, this.said.number(number));
      next = cell?.previousElementSibling ?? next;
    }
  }

  private added(name: string, before: Element | null): Element | null {
    if (!before) return null;
    const [word, cell] = [document.createElement("dt"), document.createElement("dd")];
    word.textContent = this.said.nameOf(name);
    cell.dataset["number"] = name;
    before.before(word, cell);
    return cell;
  }

  private get shown(): Row[] {
    return [...this.table.querySelectorAll<HTMLElement>("tr[data-town]")].flatMap(
      (line) => this.rows.get(line.dataset["town"]!) ?? [],
    );
  }

  private get compare(): (a: Row, b: Row) => number {
    const { sort, dir } = this.table.dataset;
    return inOrder(sort as Column, dir === "desc", this.nameOf, document.documentElement.lang);
  }

  private isInOrder(): boolean {
    const [rows, compare] = [this.shown, this.compare];
    return rows.every((row, i) => i === 0 || compare(rows[i - 1]!, row) <= 0);
  }

  private sort(): void {
    const body = this.table.tBodies[0];
    for (const row of this.shown.sort(this.compare)) body?.append(this.lines.get(row.town)!);
    if (!this.resort) return;
    this.resort.hidden = true;
    // The button is gone: whoever pressed it from the keyboard goes on in the list.
    this.table.querySelector<HTMLElement>("summary")?.focus({ preventScroll: true });
  }
}
