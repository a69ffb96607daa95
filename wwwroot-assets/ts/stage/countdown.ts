import { write } from "../figures/ages";
import { leftUntil } from "./left";

/** Until the rally begins, by the server's clock: a laptop in a square is often minutes wrong. */
export class Countdown {
  private readonly skew: number;
  private readonly begins: number;
  private readonly line: HTMLElement | null;

  constructor(
    private readonly page: HTMLElement,
    private readonly clock: () => number = () => Date.now(),
  ) {
    this.skew = Number(page.dataset["now"]) - clock();
    this.begins = Number(page.dataset["begins"]);
    this.line = page.querySelector("[data-countdown-line]");
    this.tick();
  }

  get isRunning(): boolean {
    return this.now < this.begins;
  }

  tick(): void {
    if (this.line) this.line.hidden = !this.isRunning;
    if (this.isRunning) write(this.page.querySelector("[data-countdown-left]"), leftUntil(this.begins, this.now).text);
  }

  private get now(): number {
    return this.clock() + this.skew;
  }
}
