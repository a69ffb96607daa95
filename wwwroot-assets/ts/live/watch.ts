import { delayBefore } from "./backoff";
import type { Announcement, Frame, Speaking } from "./contract";
import { liveHub, type Hub } from "./hub";
import { merge, take, type Counts } from "./merge";

/** What a page is told. `towns` are the rallies whose rows changed; after a snapshot all of them. */
export type Change =
  | { type: "counts"; counts: Counts; towns: readonly string[] }
  | { type: "announcement"; announcement: Announcement }
  | { type: "speaking"; speaking: Speaking }
  | { type: "connected" }
  | { type: "disconnected" };

/** Watches a day, or with a town one rally of it, until the answer is called. */
export function watchDay(
  day: string,
  town: string | undefined,
  onChange: (change: Change) => void,
  hub: Hub = liveHub(),
  wait: (attempt: number) => Promise<void> = (attempt) => new Promise((wake) => setTimeout(wake, delayBefore(attempt))),
): () => void {
  let held: Counts | undefined;
  let asking = false;
  let askAgain = false;
  let stopped = false;
  // Frames that overtake the snapshot, as joining comes before it.
  let early: Frame[] = [];

  async function ask(): Promise<void> {
    if (asking) {
      askAgain = true;
      return;
    }
    asking = true;
    for (let attempt = 0; !stopped; attempt++) {
      askAgain = false;
      try {
        const snapshot = await hub.invoke<Frame>("Watch", day, town ?? null);
        if (stopped) return;
        if (askAgain) continue;
        begin(snapshot);
        break;
      } catch {
        // The connection broke in between, or the day is not known yet: a board that has gone quiet must not stay so.
        await wait(attempt);
      }
    }
    asking = false;
  }

  function begin(snapshot: Frame): void {
    held = take(snapshot);
    onChange({ type: "connected" });
    onChange({ type: "counts", counts: held, towns: [...held.rows.keys()] });
    const waiting = early;
    early = [];
    asking = false;
    waiting.forEach(hear);
  }

  function hear(frame: Frame): void {
    if (stopped || frame.day !== day) return;
    if (asking || !held) {
      early.push(frame);
      return;
    }
    const merged = merge(held, frame);
    if (merged === "old") return;
    if (merged === "missed") {
      void ask();
      return;
    }
    held = merged.counts;
    onChange({ type: "counts", ...merged });
  }

  hub.on("Counts", hear);
  hub.on("Announcement", (announcement: Announcement) => onChange({ type: "announcement", announcement }));
  hub.on("Speaking", (speaking: Speaking) => onChange({ type: "speaking", speaking }));
  hub.onreconnecting(() => onChange({ type: "disconnected" }));
  hub.onreconnected(() => void ask());
  void hub.start().then(ask);
  return () => {
    stopped = true;
    void hub.stop();
  };
}
