import { write } from "../figures/ages";
import { leftUntil } from "../stage/left";

// Days are said by the server; seconds would not be read.
const counted = 48 * 60 * 60_000;

/** Nobody waits for an hour that does not come: where every rally is called off there is none. */
export const isAhead = (starts: readonly number[], at: number): boolean =>
  starts.length > 0 && at < Math.min(...starts);

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

  /** Until the last zone's hour has come. */
  get isRunning(): boolean {
    return !this.call.hidden;
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
    const hours = zones.map((zone) => Number(zone.dataset["starts"]));
    const [first, isWaiting] = [Math.min(...hours), isAhead(hours, at)];
    const before = this.call.querySelector<HTMLElement>("[data-before]");
    if (before) before.hidden = !isWaiting;
    if (first - at < counted) write(this.call.querySelector("[data-first-left]"), leftUntil(first, at).text);
    this.call.hidden = hours.every((starts) => starts <= at);
    const figures = this.page.querySelector<HTMLElement>("[data-figures]");
    if (figures) figures.hidden = isWaiting;
  }
}
