// Slugs: [a-z0-9-]{2,60}, unique worldwide. FoldedText.cs folds in the same way, and a test holds the two together.
const longest = 60;
const letters = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ə: "e",
  ǝ: "e",
  ŋ: "n",
  ŧ: "t",
  ĸ: "k",
};
// Last segments of a rally's addresses.
const reserved = new Set(["here", "live", "pledge", "poster", "screen", "start"]);
const countyFirst = new Set(["GB", "IE"]);

/** Lower case, without accents or apostrophes, words joined by hyphens; empty for a script that is not Latin. */
export function fold(text) {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[\p{M}'‘’ʻʼ`´′]/gu, "")
    .replace(/[^a-z0-9]/g, (letter) => letters[letter] ?? "-")
    .replace(/-+/g, "-")
    .replace(/^-|-$/g, "");
}

/** The most populous place keeps the bare name; others add county or region, then country, then a number. */
export function giveTownSlugs(towns) {
  const taken = new Set(reserved);
  for (const town of towns) {
    for (const slug of candidates(town)) {
      if (slug.length < 2 || taken.has(slug)) continue;
      town.slug = slug;
      taken.add(slug);
      break;
    }
  }
}

function* candidates(town) {
  const country = town.country.toLowerCase();
  const name = fold(town.name) || `${country}-${town.id}`;
  const divisions = [fold(town.county), town.region];
  if (!countyFirst.has(town.country)) divisions.reverse();
  yield cut(name);
  for (const division of divisions) if (division && division !== name) yield join(name, division);
  yield join(name, country);
  for (let n = 2; ; n++) yield join(name, `${country}-${n}`);
}

/** Regions are unique worldwide too: of two with one name the more populous keeps it, the other adds its country. */
export function giveRegionSlugs(towns) {
  const people = new Map();
  for (const town of towns) {
    town.region = fold(town.regionName);
    const key = `${town.region}/${town.country}`;
    people.set(key, (people.get(key) ?? 0) + town.population);
  }
  const owner = new Map();
  for (const [key] of [...people].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))) {
    const [region, country] = key.split("/");
    if (!owner.has(region)) owner.set(region, country);
  }
  for (const town of towns) {
    const country = town.country.toLowerCase();
    if (!town.region) town.region = country;
    else if (town.region.length < 2 || owner.get(town.region) !== town.country)
      town.region = join(town.region, country);
  }
}

const cut = (slug) => slug.slice(0, longest).replace(/-$/, "");
const join = (name, tail) => `${name.slice(0, longest - tail.length - 1).replace(/-$/, "")}-${tail}`;
