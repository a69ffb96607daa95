// The nearest of many places in one country, by a grid of fifths of a degree.
import { kilometresBetween } from "./distance.mjs";

const cell = 0.2;
const key = (country, row, column) => `${country}/${row}/${column}`;

export function gridOf(places) {
  const grid = new Map();
  for (const place of places) {
    const at = key(place.country, Math.floor(place.latitude / cell), Math.floor(place.longitude / cell));
    if (!grid.has(at)) grid.set(at, []);
    grid.get(at).push(place);
  }
  return grid;
}

/** The nearest place of the town's country that fits, or undefined if none lies within so many cells. */
export function nearestIn(grid, town, fits = () => true, furthest = 16) {
  const row = Math.floor(town.latitude / cell);
  const column = Math.floor(town.longitude / cell);
  let best;
  let least = Infinity;
  for (let reach = 1; reach <= furthest; reach *= 2) {
    for (let r = row - reach; r <= row + reach; r++)
      for (let c = column - reach; c <= column + reach; c++)
        for (const place of grid.get(key(town.country, r, c)) ?? []) {
          if (!fits(place)) continue;
          const away = kilometresBetween(town, place);
          if (away >= least) continue;
          best = place;
          least = away;
        }
    if (best) return best;
  }
}
