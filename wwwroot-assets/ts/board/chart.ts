/** The evening as paths; EveningChart.cs draws the same. Times in milliseconds. */
export interface Step {
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

export const width = 800;
const right = 12;
const height = 260;
const top = 34;
const bottom = 42;
const minute = 60_000;
const hour = 60 * minute;

/** Adds what the total is now: one step a minute, the last of a minute holds. */
export function add(steps: readonly Step[], now: number, low: number, high: number): readonly Step[] {
  const at = Math.floor(now / minute) * minute;
  const last = steps.at(-1);
  if (last && last.low === low && last.high === high) return steps;
  if (last && last.at >= at) return [...steps.slice(0, -1), { at: last.at, low, high }];
  return [...steps, { at, low, high }];
}

/** Steps as the server wrote them: minutes after `from`, low and high, "17,300,340 18,412,480". */
export function read(steps: string, from: number): readonly Step[] {
  return steps
    .split(" ")
    .filter((step) => step.length > 0)
    .map((step) => step.split(",").map(Number))
    .map(([at = 0, low = 0, high = 0]) => ({ at: from + at * minute, low, high }));
}

/** Half a power of ten is fine enough: 67,396 gives 70,000, 12,345 gives 15,000. */
export function topFor(people: number): number {
  const step = Math.max(10 ** Math.floor(Math.log10(Math.max(people, 1))) / 2, 10);
  return Math.max(20, Math.ceil(people / step) * step);
}

export interface Chart {
  readonly range: string;
  readonly low: string;
  readonly most: number;
  readonly hours: readonly number[];
  readonly head: Step;
  /** The first step at which it was most; nothing while that is the last. */
  readonly peak: Step | undefined;
  x(at: number): number;
  y(people: number): number;
}

export function chart(counted: readonly Step[], from: number, startsAt: number, now: number): Chart {
  const steps = [{ at: from, low: 0, high: 0 }, ...counted];
  const last = Math.max(startsAt + 2 * hour, now);
  const hourStep = [1, 2, 3, 4, 6, 12].find((hours) => last - from <= hours * 6 * hour) ?? 24;
  const stretches = Math.max(1, Math.ceil((last - from) / (hourStep * hour)));
  const to = from + stretches * hourStep * hour;
  const most = topFor(Math.max(...steps.map((step) => step.high)));
  const x = (at: number) => Math.min(1, Math.max(0, (at - from) / (to - from))) * (width - right);
  const y = (people: number) => height - bottom - (people / most) * (height - top - bottom);
  const line = (people: (step: Step) => number) =>
    steps.map((step, i) => `${i === 0 ? "M0 " : `H${tenth(x(step.at))}V`}${tenth(y(people(step)))}`).join("") +
    `H${tenth(x(now))}`;
  const head = steps[steps.length - 1]!;
  const back = steps
    .slice(1)
    .map((step, i) => `H${tenth(x(step.at))}V${tenth(y(steps[i]!.low))}`)
    .reverse()
    .join("");
  return {
    range: `${line((step) => step.high)}V${tenth(y(head.low))}${back}H0Z`,
    low: line((step) => step.low),
    most,
    hours: Array.from({ length: stretches + 1 }, (_, i) => from + i * hourStep * hour),
    head,
    peak: steps.find((step) => step.high > head.high && steps.every((other) => other.high <= step.high)),
    x,
    y,
  };
}

export const tenth = (value: number): string => String(Math.round(value * 10) / 10);
