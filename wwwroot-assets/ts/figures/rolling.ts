const duration = 400;

/** Letters of "38,412–44,180" and of "144,128–149,448"; Reported.cs has the same. */
const [usual, long] = [13, 15];

/** Between two figures, quick at first; `passed` in milliseconds. */
export function between(from: number, to: number, passed: number): number {
  const part = Math.min(1, Math.max(0, passed / duration));
  return Math.round(from + (to - from) * (1 - (1 - part) ** 3));
}

/** A number on the page that rolls to its new value in less than half a second. */
export class Rolling {
  private shown: [low: number, high: number];
  private frame = 0;

  constructor(
    private readonly element: HTMLElement,
    private readonly say: (low: number, high: number) => string,
  ) {
    this.shown = [Number(element.dataset["low"]), Number(element.dataset["high"])];
  }

  to(low: number, high: number): void {
    const from = this.shown;
    if (from[0] === low && from[1] === high) return;
    cancelAnimationFrame(this.frame);
    this.element.dataset["low"] = String(low);
    this.element.dataset["high"] = String(high);
    if (document.hidden || matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.show(low, high);
      return;
    }
    // One figure becomes two at the end of the way, not on it.
    const isOne = low === high;
    const start = performance.now();
    const roll = (now: number) => {
      const passed = now - start;
      this.show(between(from[0], low, passed), between(isOne ? from[0] : from[1], high, passed));
      if (passed < duration) this.frame = requestAnimationFrame(roll);
    };
    this.frame = requestAnimationFrame(roll);
  }

  private show(low: number, high: number): void {
    this.shown = [low, high];
    const text = this.say(low, high);
    this.element.textContent = text;
    this.element.classList.toggle("figure-long", text.length > usual && text.length <= long);
    this.element.classList.toggle("figure-longest", text.length > long);
  }
}
