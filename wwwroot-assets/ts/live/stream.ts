import { delayBefore } from "./backoff";
import type { Announcement, Frame, Speaking } from "./contract";
import { eventsIn, type StreamEvent } from "./events";
import { merge, take, type Counts } from "./merge";
import type { Change } from "./watch";

/** What a stream needs of the world; tests put their own in. */
export interface StreamWorld {
  /** Opens the stream; `lastId` asks for what was missed since. Throws or ends when it breaks. */
  open(address: string, lastId: string | undefined, signal: AbortSignal): AsyncIterable<StreamEvent>;
  /** Calls back after so many milliseconds; the answer cancels it. */
  after(milliseconds: number, then: () => void): () => void;
  isHidden(): boolean;
  onVisibility(changed: () => void): () => void;
}

// The site says every 15 s that it is alive.
const silence = 40_000;

/** Watches a day over the stream, or with a town one rally of it, until the answer is called; a hidden page holds none open. */
export function watchStream(
  day: string,
  town: string | undefined,
  onChange: (change: Change) => void,
  world: StreamWorld = browser,
): () => void {
  const address = `/${encodeURIComponent(day)}/live/stream` + (town ? `?town=${encodeURIComponent(town)}` : "");
  let held: Counts | undefined;
  let attempt = 0;
  let open: AbortController | undefined;
  let cancel = (): void => {};

  async function read(controller: AbortController): Promise<void> {
    let watchdog = world.after(silence, () => controller.abort());
    try {
      for await (const event of world.open(address, held && String(held.version), controller.signal)) {
        if (controller.signal.aborted) break;
        watchdog();
        watchdog = world.after(silence, () => controller.abort());
        if (attempt > 0 || !held) onChange({ type: "connected" });
        attempt = 0;
        if (event !== "alive") hear(event.name, JSON.parse(event.data));
      }
    } catch {
      // Refused, or broken off: the same as an end.
    }
    watchdog();
    if (open === controller) comeBack();
  }

  function hear(name: string, content: unknown): void {
    if (name === "Counts") hearFrame(content as Frame);
    else if (name === "Announcement") onChange({ type: "announcement", announcement: content as Announcement });
    else if (name === "Speaking") onChange({ type: "speaking", speaking: content as Speaking });
  }

  function hearFrame(frame: Frame): void {
    if (frame.since === 0) {
      held = take(frame);
      onChange({ type: "counts", counts: held, towns: [...held.rows.keys()] });
      return;
    }
    const merged = held ? merge(held, frame) : "missed";
    if (merged === "old") return;
    if (merged === "missed") {
      held = undefined; // the next stream begins with a snapshot
      open?.abort();
      return;
    }
    held = merged.counts;
    onChange({ type: "counts", ...merged });
  }

  function comeBack(): void {
    open = undefined;
    if (attempt === 0) onChange({ type: "disconnected" });
    cancel = world.after(delayBefore(attempt++), begin);
  }

  function begin(): void {
    cancel();
    if (open || world.isHidden()) return;
    open = new AbortController();
    void read(open);
  }

  function close(): void {
    cancel();
    const closing = open;
    open = undefined;
    closing?.abort();
  }

  const stopLooking = world.onVisibility(() => {
    if (!world.isHidden()) begin();
    else {
      close();
      held = undefined; // a snapshot when the page is shown again
    }
  });
  begin();
  return () => {
    stopLooking();
    close();
  };
}

const browser: StreamWorld = {
  async *open(address, lastId, signal) {
    const headers: HeadersInit = lastId === undefined ? {} : { "Last-Event-ID": lastId };
    const answer = await fetch(address, { headers, signal, cache: "no-store" });
    if (!answer.ok || !answer.body) throw new Error(answer.statusText);
    yield* eventsIn(answer.body);
  },
  after(milliseconds, then) {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
  isHidden: () => document.hidden,
  onVisibility(changed) {
    document.addEventListener("visibilitychange", changed);
    return () => document.removeEventListener("visibilitychange", changed);
  },
};
