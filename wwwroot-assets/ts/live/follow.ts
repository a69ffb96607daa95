import { delayBefore } from "./backoff";
import type { Frame } from "./contract";
import { take, type Counts } from "./merge";
import { watchStream } from "./stream";
import { watchDay, type Change } from "./watch";

/** What following needs of the world; tests put their own in. */
export interface World {
  watch(day: string, town: string | undefined, onChange: (change: Change) => void): () => void;
  fetchCounts(day: string): Promise<Frame>;
  /** Calls back after so many milliseconds; the answer cancels it. */
  after(milliseconds: number, then: () => void): () => void;
}

const patience = 10_000;
const between = 15_000;

/**
 * Watches a day over the hub, or with the crowd over the stream, and asks for its figures now and then for as long as that is out
 * of reach. Says "disconnected" too when it was never reached.
 */
export function followDay(
  day: string,
  town: string | undefined,
  onChange: (change: Change) => void,
  world: World,
): () => void {
  let held: Counts | undefined;
  let connected = false;
  let toldUp = true;
  let cancel = world.after(patience, ask);
  const stop = world.watch(day, town, (change) => {
    if (change.type === "connected" || change.type === "disconnected") hear(change.type === "connected");
    else if (change.type === "counts") held = change.counts;
    if (change.type !== "disconnected") onChange(change);
  });

  function hear(isConnected: boolean): void {
    connected = isConnected;
    cancel();
    if (connected) toldUp = true;
    else {
      sayLost();
      cancel = world.after(between * (0.5 + Math.random()), ask);
    }
  }

  function sayLost(): void {
    if (toldUp) onChange({ type: "disconnected" });
    toldUp = false;
  }

  async function ask(): Promise<void> {
    sayLost();
    try {
      const frame = await world.fetchCounts(day);
      if (!connected && frame.version > (held?.version ?? -1)) {
        held = take(frame);
        onChange({ type: "counts", counts: held, towns: [...held.rows.keys()] });
      }
    } catch {
      // The site itself is out of reach; what is on the page says how old it is.
    }
    if (!connected) cancel = world.after(between + delayBefore(4), ask);
  }

  return () => {
    connected = true;
    cancel();
    stop();
  };
}

/** The world as the page sees it; `live` is what the site wrote into it: which transport it is to take. */
export const pageOn = (live: string | undefined): World => ({
  watch: live === "stream" ? watchStream : watchDay,
  async fetchCounts(day) {
    // The browser sends the entity tag it holds, and takes the figures from its own store after a 304.
    const answer = await fetch(`/api/v1/days/${encodeURIComponent(day)}/counts`, { cache: "no-cache" });
    if (!answer.ok) throw new Error(answer.statusText);
    return (await answer.json()) as Frame;
  },
  after(milliseconds, then) {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
});
