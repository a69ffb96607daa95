import type { Speaking } from "../live/contract";

/** Places in the running order, from 0. */
export interface Standing {
  /** -1: nobody is on. */
  readonly now: number;
  /** Whoever stands before and is not on has spoken; the length of the order when nobody comes any more. */
  readonly firstToCome: number;
}

/** Where the names stand in the order. A band that plays twice is the one that is followed by whoever comes next. */
export function standingOf(billed: readonly string[], { now, next }: Pick<Speaking, "now" | "next">): Standing {
  if (now === null && next === null) return { now: -1, firstToCome: 0 };
  if (now === null) return { now: -1, firstToCome: Math.max(0, billed.indexOf(next!)) };
  const places = billed.flatMap((name, i) => (name === now ? [i] : []));
  const place =
    places.find((i) => (next === null ? i === billed.length - 1 : billed[i + 1] === next)) ?? places.at(-1) ?? -1;
  const after = next === null ? -1 : billed.indexOf(next, place + 1);
  return { now: place, firstToCome: after < 0 ? place + 1 : after };
}
