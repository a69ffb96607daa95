/** `taken`: the server has dealt with them. `later`: nobody heard, send the same again. `revoked`: the link no longer counts here. */
export type Answer = "taken" | "later" | "revoked";

export type QueueState = "idle" | "sending" | "lost" | "revoked";

const together = 50;

/** Taps in the order they were made, kept until the server has them; one request at a time. */
export class TapQueue<T> {
  readonly #waiting: T[] = [];
  #state: QueueState = "idle";
  #wake: (() => void) | undefined;

  constructor(
    private readonly send: (taps: readonly T[]) => Promise<Answer>,
    private readonly wait: (attempt: number) => Promise<void>,
    private readonly changed: () => void,
  ) {}

  get waiting(): readonly T[] {
    return this.#waiting;
  }

  get state(): QueueState {
    return this.#state;
  }

  add(tap: T): void {
    this.#waiting.push(tap);
    if (this.#state === "idle") void this.#work();
    else this.changed();
  }

  /** The network is back, or a new link was opened: tries at once. */
  wake(): void {
    this.#wake?.();
    if (this.#state === "revoked") void this.#work();
  }

  async #work(): Promise<void> {
    for (let attempt = 0; this.#waiting.length > 0;) {
      if (this.#state !== "lost") this.#become("sending");
      const batch = this.#waiting.slice(0, together);
      const answer = await this.send(batch).catch((): Answer => "later");
      if (answer === "revoked") return this.#become("revoked");
      if (answer === "taken") {
        this.#waiting.splice(0, batch.length);
        attempt = 0;
        this.#become("sending");
        continue;
      }
      this.#become("lost");
      await Promise.race([this.wait(attempt++), new Promise<void>((wake) => (this.#wake = wake))]);
    }
    this.#become("idle");
  }

  #become(state: QueueState): void {
    this.#state = state;
    this.changed();
  }
}
