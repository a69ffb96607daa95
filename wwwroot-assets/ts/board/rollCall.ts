import { write } from "../figures/ages";
import { leftUntil } from "../stage/left";

// Days are said by the server; seconds would not be read.
const counted = 48 * 60 * 60_000;

/** The countdown to the hour, in each zone; when the first has come, the figures take its place. */
export class RollCall {
  private readonly skew: number;

  constructor(
    private readonly page: HTMLElement,
    private readonly call: HTMLElement,
    clock: () => number = () => Date.now(),
  ) {
    this.skew = Number(call.dataset["now"]) - clock();
  }

  tick(now: number): void {
    const at = now + this.skew;
    const zones = [...this.call.querySelectorAll<HTMLElement>("[data-starts]")];
    for (const zone of zones) {
      const starts = Number(zone.dataset["starts"]);
      const { text, isOver } = leftUntil(starts, at);
      if (isOver) write(zone.querySelector("[data-left]"), this.call.dataset["open"] ?? "");
      else if (starts - at < counted) write(zone.querySelector("[data-left]"), text);
    }
    const first = Math.min(...zones.map((zone) => Number(zone.dataset["starts"])));
    const isWaiting = at < first;
    const before = this.call.querySelector<HTMLElement>("[data-before]");
    if (before) before.hidden = !isWaiting;
    if (first - at < counted) write(this.call.querySelector("[data-first-left]"), leftUntil(first, at).text);
    this.call.hidden = zones.every((zone) => Number(zone.dataset["starts"]) <= at);
    const figures = this.page.querySelector<HTMLElement>("[data-figures]");
    if (figures) figures.hidden = isWaiting;
  }
}
