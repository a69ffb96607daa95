import { delayBefore } from "../live/backoff";
import type { Keeper } from "./keeper";

const glance = 15_000;
/** A phone whose network is back sends within five seconds, whether or not the browser noticed. */
const longestWait = 4_000;
const patience = 12_000;
const tooLong = 2_000;

/** Sends at once what was tapped, looks how the rally stands four times a minute, and tries again until it gets through. */
export class Rounds {
  #wake: () => void = () => {};
  #abort: AbortController | undefined;
  #started = 0;
  #heeds = true;

  constructor(private readonly keeper: Keeper) {}

  /** Something was tapped: with a network it goes at once, without one it waits its turn. */
  tapped(): void {
    if (this.keeper.network === "fine" && this.#heeds) this.#wake();
  }

  /** The network or the person is back: what hangs is given up and tried anew. */
  nudge(): void {
    if (!this.#heeds) return;
    if (this.#abort && Date.now() - this.#started > tooLong) this.#abort.abort();
    this.#wake();
  }

  /** Never ends. */
  async run(): Promise<never> {
    for (let failed = 0; ;) {
      const outcome = await this.#once();
      const isThrough = outcome === "taken" && this.keeper.network === "fine";
      failed = isThrough ? 0 : failed + 1;
      if (isThrough && this.keeper.log.kept().length > 0) continue;
      if (outcome === "unreadable") continue;
      this.#heeds = typeof outcome === "string";
      await this.#pause(
        typeof outcome !== "string"
          ? outcome.busy + delayBefore(2)
          : outcome === "taken"
            ? glance * (0.8 + 0.4 * Math.random())
            : outcome === "lost"
              ? Math.min(longestWait, 300 + delayBefore(failed))
              : glance,
      );
      this.#heeds = true;
    }
  }

  async #once() {
    const abort = (this.#abort = new AbortController());
    this.#started = Date.now();
    const timer = setTimeout(() => abort.abort(), patience);
    try {
      return await this.keeper.send(abort.signal);
    } catch {
      return "lost" as const;
    } finally {
      clearTimeout(timer);
      this.#abort = undefined;
    }
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((go) => {
      const timer = setTimeout(go, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        go();
      };
    });
  }
}
