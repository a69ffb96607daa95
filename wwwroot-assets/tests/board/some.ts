import type { Row, Total } from "../../ts/live/contract";

export const six = Date.parse("2028-06-03T17:00:00Z");

/** Somebody counted that many at two doors at six. */
export const row = (town: string, high: number, more: Partial<Row> = {}): Row => ({
  town,
  version: 1,
  status: "confirmed",
  startsAt: "2028-06-03T18:00:00+01:00",
  open: true,
  closed: false,
  final: false,
  kind: "counted",
  low: high,
  high,
  entered: high,
  hereNow: high,
  peak: high,
  checkedIn: 0,
  pledged: 0,
  doors: 2,
  capacity: null,
  late: 0,
  asOf: "2028-06-03T17:00:00Z",
  ...more,
});

export const silent = (town: string): Row => row(town, 0, { kind: "none", doors: 0, asOf: null });

export const total = (low: number, high: number): Total => ({
  low,
  high,
  entered: 0,
  hereNow: 0,
  peak: 0,
  checkedIn: 0,
  pledged: 0,
  reporting: 213,
  live: 260,
  oldest: null,
});
