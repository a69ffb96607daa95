import type { Said } from "../figures/said";
import { add, chart, read, tenth, width, type Step } from "./chart";

const svg = "http://www.w3.org/2000/svg";

/** Carries the line of the evening on. */
export class Evening {
  private steps: readonly Step[];
  private readonly from: number;
  private readonly startsAt: number;

  constructor(
    private readonly figure: HTMLElement,
    private readonly said: Said,
  ) {
    this.from = Number(figure.dataset["from"]);
    this.startsAt = Number(figure.dataset["starts"]);
    this.steps = read(figure.dataset["steps"] ?? "", this.from);
  }

  hear(low: number, high: number, now: number): void {
    this.steps = add(this.steps, now, low, high);
    this.draw(now);
  }

  draw(now: number): void {
    const { range, low, most, hours, head, peak, x, y } = chart(this.steps, this.from, this.startsAt, now);
    const [headX, headY] = [x(now), y(head.low)];
    const isLate = headX > width * 0.8;
    this.set("range", { d: range });
    this.set("low", { d: low });
    this.set("start", { d: `M${tenth(x(this.startsAt))} 34V218` });
    this.set("head", { cx: tenth(headX), cy: tenth(headY) });
    this.set(
      "now",
      {
        x: tenth(isLate ? headX - 12 : headX + 12),
        y: tenth(Math.min(headY + 20, 210)),
        "text-anchor": isLate ? "end" : "start",
      },
      this.said.time(now),
    );
    this.showPeak(peak, peak ? x(peak.at) : 0, peak ? y(peak.high) : 0);
    this.part("grid")?.replaceChildren(
      ...[most / 2, most].flatMap((people) => [
        element("path", { class: "evening-axis", d: `M0 ${tenth(y(people))}H788` }),
        element("text", { x: "0", y: tenth(y(people) - 7) }, this.said.number(people)),
      ]),
    );
    this.part("hours")?.replaceChildren(
      ...hours.map((at, i) => {
        const anchor = i === 0 ? "start" : i === hours.length - 1 ? "end" : "middle";
        return element("text", { x: tenth(x(at)), y: "254", "text-anchor": anchor }, this.said.time(at));
      }),
    );
  }

  private showPeak(peak: Step | undefined, x: number, y: number): void {
    const [group, text] = [this.part("peak"), this.part("peak")?.querySelector("text")];
    group?.toggleAttribute("hidden", !peak);
    if (!peak || !group || !text) return;
    group.querySelector("circle")?.setAttribute("cx", tenth(x));
    group.querySelector("circle")?.setAttribute("cy", tenth(y));
    text.setAttribute("x", tenth(x));
    text.setAttribute("y", tenth(y - 10));
    text.setAttribute("text-anchor", x > width * 0.8 ? "end" : x < width * 0.2 ? "start" : "middle");
    text.textContent = (this.figure.dataset["peak"] ?? "{0}").replace("{0}", this.said.range(peak.low, peak.high));
  }

  private part(name: string): Element | null {
    return this.figure.querySelector(`[data-part="${name}"]`);
  }

  private set(name: string, values: Record<string, string>, text?: string): void {
    const part = this.part(name);
    for (const [attribute, value] of Object.entries(values)) part?.setAttribute(attribute, value);
    if (part && text !== undefined) part.textContent = text;
  }
}

function element(name: string, values: Record<string, string>, text = ""): SVGElement {
  const made = document.createElementNS(svg, name);
  for (const [attribute, value] of Object.entries(values)) made.setAttribute(attribute, value);
  made.textContent = text;
  return made;
}
