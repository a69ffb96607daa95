import type { Row } from "../live/contract";

export type Column = "people" | "town" | "kind" | "age";

/** Live, and somebody has said how many. */
export const isReporting = (row: Row): boolean =>
  row.status !== "cancelled" && row.kind !== "none" && row.asOf !== null;

const kinds: readonly Row["kind"][] = ["corrected", "counted", "estimated", "checkedIn", "none"];

/** What is known of a row besides its figure, in the order and under the names of Reported.cs. */
export function numbersOf(row: Row): readonly (readonly [name: string, number: number])[] {
  const hasDoors = row.doors > 0;
  const numbers: readonly (readonly [string, number | null])[] = [
    ["hereNow", hasDoors ? row.hereNow : null],
    ["entered", hasDoors ? row.entered : null],
    ["doors", hasDoors ? row.doors : null],
    ["checkedIn", row.checkedIn],
    ["pledged", row.pledged],
    ["late", row.late > 0 ? row.late : null],
    ["capacity", row.capacity],
  ];
  return numbers.filter((line): line is [string, number] => line[1] !== null);
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

/** Somebody may still be counted. */
export const isAnyOpen = (rows: Iterable<Row>): boolean =>
  [...rows].some((row) => row.open && row.status !== "cancelled");

/** The hour has come, and it takes place. */
export const hasBegun = (row: Row, now: number): boolean =>
  (row.status === "confirmed" || row.status === "tentative") && Date.parse(row.startsAt) <= now;

/** Names for a big screen: those who reported last, then those who have begun and not reported, by their slugs. */
export function rolling(rows: Iterable<Row>, most: number, now: number): readonly Row[] {
  const all = [...rows];
  const waiting = all
    .filter((row) => !isReporting(row) && hasBegun(row, now))
    .sort((a, b) => (a.town < b.town ? -1 : 1));
  return [...newest(all, most), ...waiting].slice(0, most);
}

/** Those who reported last, the newest first. */
export function newest(rows: Iterable<Row>, most: number): readonly Row[] {
  return [...rows]
    .filter(isReporting)
    .sort((a, b) => timeOf(b) - timeOf(a) || (a.town < b.town ? -1 : 1))
    .slice(0, most);
}

const timeOf = (row: Row): number => (row.asOf ? Date.parse(row.asOf) : 0);
