import type { Frame, Row, RowChange, Total } from "./contract";

/** A day as a page holds it. Never changed in place. */
export interface Counts {
  readonly day: string;
  readonly version: number;
  readonly asOf: string | null;
  readonly total: Total;
  /** By the rally's slug. */
  readonly rows: ReadonlyMap<string, Row>;
}

/** What became of a frame: the new counts; or nothing, because they were newer already; or it tells that something was missed. */
export type Merged = { counts: Counts; towns: readonly string[] } | "old" | "missed";

/** A snapshot replaces whatever was held: a server that was restored may know less than the page. */
export function take(snapshot: Frame): Counts {
  return { ...headOf(snapshot), rows: new Map(snapshot.rallies.filter(isWhole).map((row) => [row.town, row])) };
}

/** Figures are absolute, so that a frame may come twice, late or never. */
export function merge(held: Counts, frame: Frame): Merged {
  if (frame.version <= held.version) return "old";
  if (held.version < frame.since) return "missed";
  const rows = new Map(held.rows);
  for (const change of frame.rallies) {
    const row = { ...rows.get(change.town), ...change };
    if (!isWhole(row)) return "missed";
    rows.set(row.town, row);
  }
  return { counts: { ...headOf(frame), rows }, towns: frame.rallies.map((row) => row.town) };
}

function headOf({ day, version, asOf, total }: Frame): Omit<Counts, "rows"> {
  return { day, version, asOf, total };
}

// A rally that began after the snapshot comes with all its fields.
function isWhole(row: RowChange): row is Row {
  return row.startsAt !== undefined;
}
