import { highOf, isSame, kinds, lowOf, nothing, type Kind, type Sources } from "./sources";

/** The evening as paths; EveningChart.cs draws the same. Times in milliseconds. */
export interface Step {
  readonly at: number;
  readonly sources: Sources;
}

export const width = 800;
const right = 12;
const height = 260;
const top = 34;
const bottom = 42;
const roomForGrid = 150;
const halfALetter = 7.75; // on a phone, where they are largest
const minute = 60_000;
const hour = 60 * minute;

export const minuteOf = (at: number): number => Math.floor(at / minute) * minute;

/** Adds what the total is now: one step a minute, the last of a minute holds. */
export function add(steps: readonly Step[], now: number, sources: Sources): readonly Step[] {
  const at = minuteOf(now);
  const last = steps.at(-1);
  if (isSame(last?.sources ?? nothing, sources)) return steps;
  if (last && last.at >= at) return [...steps.slice(0, -1), { at: last.at, sources }];
  return [...steps, { at, sources }];
}

/** Steps as the server wrote them: minutes after `from`, then each kind, "17,300,0,0,40-60". */
export function read(steps: string, from: number): readonly Step[] {
  return steps
    .split(" ")
    .filter((step) => step.length > 0)
    .map((step) => {
      const [at = "0", ...ranges] = step.split(",");
      const sources = Object.fromEntries(kinds.map((kind, i) => [kind, rangeOf(ranges[i] ?? "0")])) as Record<
        Kind,
        { low: number; high: number }
      >;
      return { at: from + Number(at) * minute, sources };
    });
}

/** Half a power of ten is fine enough: 67,396 gives 70,000, 12,345 gives 15,000. */
export function topFor(people: number): number {
  const step = Math.max(10 ** Math.floor(Math.log10(Math.max(people, 1))) / 2, 10);
  return Math.max(20, Math.ceil(people / step) * step);
}

/** One moment of the evening, to be said in words. */
export interface Moment {
  readonly at: number;
  readonly sources: Sources;
  readonly isPeak: boolean;
}

export interface Chart {
  readonly range: string;
  readonly low: string;
  /** From the ground to where each ends; nothing for what never was. */
  readonly layers: Readonly<Record<Kind, string>>;
  readonly most: number;
  readonly hours: readonly number[];
  readonly head: Step;
  /** The first step at which it was most; nothing while nobody was counted. */
  readonly peak: Step | undefined;
  /** Each hour of the scale since somebody was counted, the peak and the end, in order. */
  readonly moments: readonly Moment[];
  x(at: number): number;
  y(people: number): number;
}

export function chart(counted: readonly Step[], from: number, startsAt: number, now: number): Chart {
  const steps: readonly Step[] = [{ at: from, sources: nothing }, ...counted];
  const last = Math.max(startsAt + 2 * hour, now);
  const hourStep = [1, 2, 3, 4, 6, 12].find((hours) => last - from <= hours * 6 * hour) ?? 24;
  const stretches = Math.max(1, Math.ceil((last - from) / (hourStep * hour)));
  const to = from + stretches * hourStep * hour;
  const highest = Math.max(...steps.map((step) => highOf(step.sources)));
  const most = topFor(highest);
  const x = (at: number) => Math.min(1, Math.max(0, (at - from) / (to - from))) * (width - right);
  const y = (people: number) => height - bottom - (people / most) * (height - top - bottom);
  const line = (people: (sources: Sources) => number) =>
    steps.map((step, i) => `${i === 0 ? "M0 " : `H${tenth(x(step.at))}V`}${tenth(y(people(step.sources)))}`).join("") +
    `H${tenth(x(now))}`;
  const layer = (kind: Kind) => {
    const below = kinds.slice(0, kinds.indexOf(kind) + 1);
    return `${line((sources) => below.reduce((sum, each) => sum + sources[each].low, 0))}V${tenth(y(0))}H0Z`;
  };
  const head = steps[steps.length - 1]!;
  const back = steps
    .slice(1)
    .map((step, i) => `H${tenth(x(step.at))}V${tenth(y(lowOf(steps[i]!.sources)))}`)
    .reverse()
    .join("");
  const hours = Array.from({ length: stretches + 1 }, (_, i) => from + i * hourStep * hour);
  const peak = highest > 0 ? steps.find((step) => highOf(step.sources) === highest) : undefined;
  return {
    range: `${line(highOf)}V${tenth(y(lowOf(head.sources)))}${back}H0Z`,
    low: line(lowOf),
    layers: Object.fromEntries(
      kinds.map((kind) => [kind, steps.some(({ sources }) => sources[kind].high > 0) ? layer(kind) : ""]),
    ) as Record<Kind, string>,
    most,
    hours,
    head,
    peak,
    moments: peak ? momentsOf(steps, peak, hours, now) : [],
    x,
    y,
  };
}

/** Where the words at the peak stand, beside those of the scale. */
export function wordsAt(x: number, letters: number): readonly [x: number, anchor: string] {
  if (x > width * 0.7) return x - 2 * letters * halfALetter < roomForGrid ? [roomForGrid, "start"] : [x, "end"];
  if (x < width * 0.3) return [Math.max(x, roomForGrid), "start"];
  return x - letters * halfALetter < roomForGrid ? [roomForGrid, "start"] : [x, "middle"];
}

export const tenth = (value: number): string => String(Math.round(value * 10) / 10);

function momentsOf(steps: readonly Step[], peak: Step, hours: readonly number[], now: number): readonly Moment[] {
  const first = steps[1]!.at;
  const times = [...hours.filter((at) => at >= first && at <= now), peak.at, minuteOf(now)];
  return [...new Set(times)]
    .sort((a, b) => a - b)
    .map((at) => ({
      at,
      sources: steps.filter((step) => step.at <= at).at(-1)!.sources,
      isPeak: at === peak.at,
    }));
}

function rangeOf(written: string): { low: number; high: number } {
  const [low = 0, high = low] = written.split("-").map(Number);
  return { low, high };
}
