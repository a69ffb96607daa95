// IANA zones by tz-lookup, whose cells are coarse at borders: without the second step Newry would keep Dublin's clock.
import { createRequire } from "node:module";
import { gridOf, nearestIn } from "./nearest.mjs";

export function findZones(towns) {
  const zoneAt = createRequire(import.meta.url)("tz-lookup");
  for (const town of towns) town.zone = zoneAt(town.latitude, town.longitude);

  const settled = towns.filter((town) => isOf(town.country, town.zone));
  const grid = gridOf(settled);
  for (const town of towns.filter((town) => !isOf(town.country, town.zone)))
    town.zone =
      nearestIn(grid, town)?.zone ?? settled.find(({ country }) => country === town.country)?.zone ?? town.zone;
}

/** Whether the zone is one of the country's own, as Unicode's CLDR has them; true where it has none. */
function isOf(country, zone) {
  const own = zonesOf(country);
  return !own.size || own.has(canonical(zone));
}

const remembered = (find) => {
  const known = new Map();
  return (key) => known.get(key) ?? known.set(key, find(key)).get(key);
};

const canonical = remembered((zone) => new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone);

const zonesOf = remembered((country) => {
  const locale = new Intl.Locale(`und-${country}`);
  return new Set((locale.getTimeZones?.() ?? locale.timeZones ?? []).map(canonical));
});
