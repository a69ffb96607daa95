import type { Said } from "../figures/said";
import type { Row } from "../live/contract";
import { newest } from "./rows";

const most = 10;

/** Rewrites the list of newest reports where it changed. */
export function showNewest(list: Element, rows: Iterable<Row>, said: Said, nameOf: (row: Row) => string): void {
  const items = newest(rows, most).map((row) => item(row, said, nameOf(row)));
  const isSame = items.length === list.children.length && items.every((made, i) => made.isEqualNode(list.children[i]!));
  if (!isSame) list.replaceChildren(...items);
}

function item(row: Row, said: Said, name: string): HTMLLIElement {
  const [line, time, text, town] = [
    document.createElement("li"),
    document.createElement("time"),
    document.createElement("span"),
    document.createElement("b"),
  ];
  time.dateTime = row.asOf ?? "";
  time.textContent = said.timeInARow(Date.parse(row.asOf ?? ""));
  town.textContent = name;
  text.append(town, ` ${said.people(row)} ${said.kind(row)}`);
  line.append(time, text);
  return line;
}
