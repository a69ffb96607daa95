import type { Row } from "../live/contract";

/** What a rally's figure rests on, the surest first, and last what mostly has a range; FigureSources.cs says the same. */
export const kinds = ["counted", "corrected", "checkedIn", "estimated"] as const;

export type Kind = (typeof kinds)[number];

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** What a total rests on. A rally stands in one of the four: whoever checked in where a door counts is in none. */
export type Sources = Readonly<Record<Kind, Range>>;

const nobody: Range = { low: 0, high: 0 };

export const nothing: Sources = { counted: nobody, corrected: nobody, checkedIn: nobody, estimated: nobody };

export function sourcesOf(rows: Iterable<Row>): Sources {
  const sources: Record<Kind, Range> = { ...nothing };
  for (const { kind, low, high } of rows)
    if (kind !== "none") sources[kind] = { low: sources[kind].low + low, high: sources[kind].high + high };
  return sources;
}

export const lowOf = (sources: Sources): number => kinds.reduce((sum, kind) => sum + sources[kind].low, 0);

export const highOf = (sources: Sources): number => kinds.reduce((sum, kind) => sum + sources[kind].high, 0);

export const isSame = (one: Sources, other: Sources): boolean =>
  kinds.every((kind) => one[kind].low === other[kind].low && one[kind].high === other[kind].high);
