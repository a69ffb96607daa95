import { write } from "../figures/ages";
import type { Said } from "../figures/said";
import { add, chart, minuteOf, read, tenth, width, wordsAt, type Chart, type Moment, type Step } from "./chart";
import { highOf, kinds, lowOf, type Sources } from "./sources";

const svg = "http://www.w3.org/2000/svg";

/** Carries the line of the evening on, in the picture and in words. */
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

  hear(sources: Sources, now: number): void {
    this.steps = add(this.steps, now, sources);
    this.draw(now);
  }

  /** An evening that is over ends where something was last said, however long ago; EveningLine.razor says the same. */
  hearLate(sources: Sources, now: number): void {
    this.steps = add(this.steps, now, sources);
    this.draw(this.steps.at(-1)?.at ?? this.startsAt);
  }

  draw(now: number): void {
    const drawn = chart(this.steps, this.from, this.startsAt, now);
    const { range, low, head, x, y } = drawn;
    const [headX, headY] = [x(now), y(lowOf(head.sources))];
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
    this.showSources(drawn);
    this.showPeak(drawn);
    this.showScale(drawn);
    this.sayInWords(drawn, now);
  }

  private showSources({ layers, head }: Chart): void {
    for (const kind of kinds) {
      const name = kind.toLowerCase();
      for (const path of this.figure.querySelectorAll(`[data-layer="${name}"] path`))
        path.setAttribute("d", layers[kind]);
      const key = this.figure.querySelector<HTMLElement>(`[data-source="${name}"]`);
      write(key?.querySelector("span"), this.said.source(kind, head.sources[kind]));
      if (key) key.hidden = layers[kind] === "";
    }
  }

  private showPeak({ peak, x, y }: Chart): void {
    const [group, text] = [this.part("peak"), this.part("peak")?.querySelector("text")];
    group?.toggleAttribute("hidden", !peak);
    if (!peak || !group || !text) return;
    const [peakX, peakY] = [x(peak.at), y(highOf(peak.sources))];
    group.querySelector("circle")?.setAttribute("cx", tenth(peakX));
    group.querySelector("circle")?.setAttribute("cy", tenth(peakY));
    const words = (this.figure.dataset["peak"] ?? "{0}, {1}")
      .replace("{0}", this.rangeOf(peak.sources))
      .replace("{1}", this.said.time(peak.at));
    const [wordsX, anchor] = wordsAt(peakX, words.length);
    text.setAttribute("x", tenth(wordsX));
    text.setAttribute("y", tenth(peakY - 12));
    text.setAttribute("text-anchor", anchor);
    text.textContent = words;
  }

  private showScale({ most, hours, x, y }: Chart): void {
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

  private sayInWords({ head, peak, moments }: Chart, now: number): void {
    const label = peak
      ? this.said.evening(
          this.rangeOf(head.sources),
          this.said.time(minuteOf(now)),
          this.rangeOf(peak.sources),
          this.said.time(peak.at),
        )
      : this.said.noEvening();
    this.part("picture")?.setAttribute("aria-label", label);
    const words = moments.map((moment) => this.moment(moment));
    const list = this.part("words");
    if (
      list?.textContent?.replace(/\s/g, "") !==
      words
        .map((item) => item.textContent)
        .join("")
        .replace(/\s/g, "")
    )
      list?.replaceChildren(...words);
  }

  private moment({ at, sources, isPeak }: Moment): HTMLElement {
    const [item, time, text] = [
      document.createElement("li"),
      document.createElement("time"),
      document.createElement("span"),
    ];
    time.dateTime = new Date(at).toISOString();
    time.textContent = this.said.time(at);
    const parts = kinds.filter((kind) => sources[kind].high > 0).map((kind) => this.said.source(kind, sources[kind]));
    text.textContent = this.said.moment(this.rangeOf(sources), parts, isPeak);
    item.append(time, text);
    return item;
  }

  private rangeOf = (sources: Sources): string => this.said.range(lowOf(sources), highOf(sources));

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
