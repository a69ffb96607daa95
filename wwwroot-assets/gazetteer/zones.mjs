// IANA zones by tz-lookup, whose cells are coarse at borders: without the second step Newry would keep Dublin's clock.
import { createRequire } from "node:module";
import { gridOf, nearestIn } from "./nearest.mjs";

export function findZones(towns) {
  const zoneAt = createRequire(import.meta.url)("tz-lookup");
  for (const town of towns) town.zone = zoneAt(town.latitude, town.longitude);

  const home = homesOf(towns);
  const settled = gridOf(towns.filter((town) => home.get(town.zone) === town.country));
  const strays = towns.filter((town) => home.get(town.zone) !== town.country);
  for (const [town, zone] of strays.map((town) => [town, nearestIn(settled, town)?.zone]))
    town.zone = zone ?? town.zone;
}

/** A zone's home is the country with the most towns in it. Countries that are home to none keep what the lookup says. */
function homesOf(towns) {
  const counts = new Map();
  for (const { zone, country } of towns) {
    const countries = counts.get(zone) ?? new Map();
    counts.set(zone, countries.set(country, (countries.get(country) ?? 0) + 1));
  }
  const most = (countries) => [...countries].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0][0];
  return new Map([...counts].map(([zone, countries]) => [zone, most(countries)]));
}
