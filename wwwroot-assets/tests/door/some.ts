import type { Row } from "../../ts/live/contract";
import type { Entry } from "../../ts/door/tap";
import { uuid7 } from "../../ts/door/uuid";

export const device = "0197a000-0000-7000-8000-0000000000aa";
export const six = Date.parse("2028-06-03T17:00:00Z");

/** A tap of this phone at the north gate in Leeds, so many seconds after six. */
export function tap(kind: Entry["kind"], seconds: number, more: Partial<Entry> = {}): Entry {
  const at = six + seconds * 1000;
  return {
    id: uuid7(at),
    kind,
    count: 1,
    at,
    skew: 0,
    offline: false,
    rally: "3rd-june/leeds",
    device,
    door: "North gate",
    state: "kept",
    ...more,
  };
}

export function row(more: Partial<Row> = {}): Row {
  return {
    town: "leeds",
    version: 1,
    status: "confirmed",
    startsAt: "2028-06-03T18:00:00+01:00",
    open: true,
    closed: false,
    final: false,
    kind: "none",
    low: 0,
    high: 0,
    entered: 0,
    hereNow: 0,
    peak: 0,
    checkedIn: 0,
    pledged: 0,
    doors: 0,
    capacity: null,
    late: 0,
    asOf: null,
    ...more,
  };
}
