/** Says the latest politely, and never oftener than the gap: a screen reader that talks all evening is switched off. */
export class Announcer {
  private lastAt = -Infinity;
  private next: string | undefined;
  private isWaiting = false;

  constructor(
    private readonly say: (text: string) => void,
    private readonly gap = 20_000,
    private readonly now: () => number = () => Date.now(),
    private readonly after: (milliseconds: number, then: () => void) => void = (milliseconds, then) =>
      void setTimeout(then, milliseconds),
  ) {}

  announce(text: string): void {
    this.next = text;
    if (this.isWaiting) return;
    const wait = this.lastAt + this.gap - this.now();
    if (wait <= 0) this.speak();
    else {
      this.isWaiting = true;
      this.after(wait, () => this.speak());
    }
  }

  private speak(): void {
    this.isWaiting = false;
    this.lastAt = this.now();
    if (this.next !== undefined) this.say(this.next);
    this.next = undefined;
  }
}
