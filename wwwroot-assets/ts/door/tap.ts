import { uuid7 } from "./uuid";

/** As a button of the page says it: `id.in.5`, `id.out.1`, `id.undo.id`; then the phone's clock and its skew, in milliseconds. */
export interface Tap {
  id: string;
  kind: "in" | "out" | "undo";
  /** People; of an undo those of the tap that it takes back, coming in counted above 0. */
  people: number;
  undoes?: string;
  at: number;
  skew: number;
}

/** What undo may still take back: ten minutes, as on the server. */
export const undoWithin = 10 * 60_000;

export function readTap(said: string, now: number, skew: number): Tap | null {
  const [, kind, count, at] = said.split(".");
  const id = said.split(".")[0];
  if (!id || (kind !== "in" && kind !== "out")) return null;
  return { id, kind, people: Number(count), at: at ? Number(at) : now, skew: at ? 0 : skew };
}

/** The same button pressed anew. */
export function tapAgain(said: string, now: number, skew: number): Tap | null {
  const tap = readTap(said.split(".").slice(0, 3).join("."), now, skew);
  return tap && { ...tap, id: uuid7(now) };
}

export function undoOf(tap: Tap, now: number, skew: number): Tap {
  const people = tap.kind === "in" ? tap.people : -tap.people;
  return { id: uuid7(now), kind: "undo", people, undoes: tap.id, at: now, skew };
}

export function writeTap(tap: Tap): string {
  return [tap.id, tap.kind, tap.undoes ?? tap.people, tap.at, tap.skew].join(".");
}

export interface Figures {
  here: number;
  entered: number;
  peak: number;
}

/** The server's figures with what it has not heard of yet; the server's own come to the same, however late it hears. */
export function withWaiting(figures: Figures, waiting: readonly Tap[]): Figures {
  let { here, entered, peak } = figures;
  for (const tap of waiting) {
    const by = tap.kind === "in" ? tap.people : -tap.people;
    here = Math.max(0, here + by);
    if (tap.kind === "in") entered += tap.people;
    if (tap.kind === "undo" && tap.people > 0) entered -= tap.people;
    peak = Math.max(peak, here);
  }
  return { here, entered, peak };
}
