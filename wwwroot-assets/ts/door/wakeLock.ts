/** Keeps the screen on while the page is looked at; `changed` hears whether it is. Phones let go of it when the page is hidden. */
export class WakeLock {
  #lock: WakeLockSentinel | undefined;
  wanted = true;

  constructor(private readonly changed: (held: boolean | null) => void) {}

  get held(): boolean {
    return this.#lock?.released === false;
  }

  async take(): Promise<void> {
    if (!navigator.wakeLock) return this.changed(null);
    if (!this.wanted || this.held || document.hidden) return this.changed(this.held);
    try {
      this.#lock = await navigator.wakeLock.request("screen");
      this.#lock.addEventListener("release", () => this.changed(false));
    } catch {
      // The battery is low, or nobody has touched the page yet.
    }
    this.changed(this.held);
  }

  async toggle(): Promise<void> {
    this.wanted = !this.held;
    if (this.wanted) await this.take();
    else await this.#lock?.release();
  }
}
