/** How tightly a crowd stands, in people a square metre: least and most. */
export const densities = {
  loose: [0.8, 1.2],
  packed: [2, 3],
  tight: [3.5, 4.5],
} as const;

export type Density = keyof typeof densities;

export interface Estimate {
  low: number;
  high: number;
  /** At most 60 characters; the log keeps them. */
  method: string;
}

/** Metres one way and the other, and how tightly they stand. */
export function byArea(length: number, width: number, density: Density): Estimate {
  const [least, most] = densities[density];
  const area = length * width;
  return between(area * least, area * most, `area ${said(length)} x ${said(width)} m, ${density}`);
}

/** Rows counted and people counted in one of them: a tenth either way. */
export function byRows(rows: number, each: number): Estimate {
  return between(rows * each * 0.9, rows * each * 1.1, `rows ${said(rows)} x ${said(each)}`);
}

/** Flyers that went, and how many of a hundred took one: a fifth either way. */
export function byFlyers(flyers: number, ofHundred: number): Estimate {
  const people = (flyers * 100) / ofHundred;
  return between(people * 0.8, people * 1.2, `flyers ${said(flyers)}, ${said(ofHundred)}% took one`);
}

// Nobody counts a crowd to the head: rounded outwards to two figures.
function between(least: number, most: number, method: string): Estimate {
  const step = Math.max(1, 10 ** (Math.floor(Math.log10(Math.max(1, most))) - 1));
  const allowed = (people: number) => Math.min(1_000_000, people);
  return { low: allowed(Math.floor(least / step) * step), high: allowed(Math.ceil(most / step) * step), method };
}

const said = (number: number): string => String(Math.round(number * 10) / 10);
