// Regions and counties. The towns' package knows codes of the first level only, some of them outdated;
// the other one has both levels, so a town takes those of its namesake close by, or of the nearest place.
import { fold } from "./slugs.mjs";
import { cities, divisionNames } from "./cities.mjs";
import { kilometresBetween } from "./distance.mjs";
import { gridOf, nearestIn } from "./nearest.mjs";
import { tidyCounty } from "./counties.mjs";

const countryNames = new Intl.DisplayNames(["en"], { type: "region" });
const namesake = 5; // kilometres

export function nameDivisions(towns) {
  const regions = divisionNames("admin1");
  const counties = divisionNames("admin2");
  const grid = gridOf(cities);

  for (const town of towns) {
    const own = fold(town.name);
    const near =
      nearestIn(grid, town, (place) => place.key === own && kilometresBetween(town, place) < namesake, 1) ??
      nearestIn(grid, town, (place) => town.country !== "GB" || place.admin1 === town.adminCode);
    town.regionName =
      regions.get(`${town.country}.${town.adminCode}`) ??
      regions.get(`${town.country}.${near?.admin1}`) ??
      countryNames.of(town.country);
    town.county = tidyCounty(town.country, counties.get(`${town.country}.${near?.admin1}.${near?.admin2}`) ?? "");
  }
}
