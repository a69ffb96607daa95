import type { Entry } from "./tap";

/** The contract allows 500 taps and 256 kB; on a bad network less arrives more often. */
export const together = 200;

/** The next to send: the oldest, and with it what the same device made at the same door, in order. */
export function nextBatch(kept: readonly Entry[], most: number = together): Entry[] {
  const [first] = kept;
  if (!first) return [];
  return kept.filter((entry) => entry.device === first.device && entry.door === first.door).slice(0, most);
}
