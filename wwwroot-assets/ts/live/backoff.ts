/**
 * How long to wait before each attempt to reconnect. Full jitter, because after a restart of the server
 * thousands of pages come back at once and must not do so in step.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
const first = 500;
const cap = 5_000;

/** Milliseconds before attempt number `attempt` (0 is the first); `random` answers at least 0 and less than 1. */
export function delayBefore(attempt: number, random: () => number = Math.random): number {
  return Math.floor(random() * ceilingOf(attempt));
}

/** The longest that `delayBefore` may answer: 0.5 s, 1 s, 2 s, … 5 s, however often it was tried. */
export function ceilingOf(attempt: number): number {
  return Math.min(cap, first * 2 ** Math.max(0, attempt));
}

/** SignalR's retry policy: it never gives up, since a board that has gone quiet must not stay so. */
export function retryForEver(random: () => number = Math.random) {
  return {
    nextRetryDelayInMilliseconds: ({ previousRetryCount }: { previousRetryCount: number }): number =>
      delayBefore(previousRetryCount, random),
  };
}
