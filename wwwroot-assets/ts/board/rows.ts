import type { Row } from "../live/contract";

export type Column = "people" | "town" | "kind" | "age";

/** Live, and somebody has said how many. */
export const isReporting = (row: Row): boolean =>
  row.status !== "cancelled" && row.kind !== "none" && row.asOf !== null;

const kinds: readonly Row["kind"][] = ["corrected", "counted", "estimated", "checkedIn", "none"];

/** The numbers that a row opens, and whether each is worth a line; TallyRow.razor shows the same ones. */
export function numbersOf(row: Row): Record<string, { number: number; isShown: boolean }> {
  const hasDoors = row.doors > 0;
  return {
    hereNow: { number: row.hereNow, isShown: hasDoors },
    entered: { number: row.entered, isShown: hasDoors },
    doors: { number: row.doors, isShown: hasDoors },
    checkedIn: { number: row.checkedIn, isShown: true },
    pledged: { number: row.pledged, isShown: true },
    late: { number: row.late, isShown: row.late > 0 },
    capacity: { number: row.capacity ?? 0, isShown: row.capacity !== null },
  };
}

/** Compares two rallies as BoardOrder.cs does: whoever has not reported comes after those who have, who is off comes last. */
export function inOrder(by: Column, descending: boolean, nameOf: (row: Row) => string, language = "en-GB") {
  const names = new Intl.Collator(language);
  const place = (row: Row) => (row.status === "cancelled" ? 2 : isReporting(row) ? 0 : 1);
  const byName = (a: Row, b: Row) => names.compare(nameOf(a), nameOf(b));
  const compare: Record<Column, (a: Row, b: Row) => number> = {
    people: (a, b) => a.high - b.high || a.low - b.low,
    town: byName,
    kind: (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
    age: (a, b) => timeOf(b) - timeOf(a),
  };
  return (a: Row, b: Row): number =>
    (by === "town" ? 0 : place(a) - place(b)) ||
    (descending ? compare[by](b, a) : compare[by](a, b)) ||
    (by === "kind" ? b.high - a.high : 0) ||
    byName(a, b);
}

/** Those who reported last, the newest first. */
export function newest(rows: Iterable<Row>, most: number): readonly Row[] {
  return [...rows]
    .filter(isReporting)
    .sort((a, b) => timeOf(b) - timeOf(a) || (a.town < b.town ? -1 : 1))
    .slice(0, most);
}

const timeOf = (row: Row): number => (row.asOf ? Date.parse(row.asOf) : 0);
