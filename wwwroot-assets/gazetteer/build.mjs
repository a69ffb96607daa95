// Makes the towns and outlines that the program embeds: node gazetteer/build.mjs OUT
// Towns, counties and regions: GeoNames (geonames.org), CC BY 4.0. Outlines: Natural Earth, public domain.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { readPlaces } from "./places.mjs";
import { nameDivisions } from "./divisions.mjs";
import { addOtherNames } from "./other-names.mjs";
import { giveRegionSlugs, giveTownSlugs } from "./slugs.mjs";
import { findZones } from "./zones.mjs";
import { townsAsText } from "./towns.mjs";
import { outlineOf, outlineOfTheWorld } from "./outlines.mjs";

const [out] = process.argv.slice(2);
mkdirSync(path.join(out, "outlines"), { recursive: true });

const towns = readPlaces();
nameDivisions(towns);
addOtherNames(towns);
giveRegionSlugs(towns);
giveTownSlugs(towns);
findZones(towns);

const text = Buffer.from(townsAsText(towns));
const quality = {
  [constants.BROTLI_PARAM_QUALITY]: 9,
  [constants.BROTLI_PARAM_LGWIN]: 22,
  [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
};
writeFileSync(path.join(out, "towns.tsv.br"), brotliCompressSync(text, { params: quality }));

const outlines = { gb: outlineOf(["GB"], ["IE", "IM"]), world: outlineOfTheWorld() };
for (const [name, outline] of Object.entries(outlines))
  writeFileSync(path.join(out, "outlines", `${name}.json`), JSON.stringify(outline));
