// Names in the other languages of a town, and the short names people use, from our own lists.
import { readTable } from "./table.mjs";

const lists = {
  England: "english-names.tsv",
  "Northern Ireland": "northern-irish-names.tsv",
  Scotland: "scottish-names.tsv",
  Wales: "welsh-names.tsv",
};

/** A line that fits no town, or more than one, stops the build: add the county or mend the name. */
export function addOtherNames(towns) {
  const wrong = [];
  for (const [region, file] of Object.entries(lists))
    for (const [name, county, others] of readTable(file)) {
      const found = towns.filter(
        (t) => t.country === "GB" && t.regionName === region && t.name === name && (!county || t.county === county),
      );
      if (found.length !== 1 || !others)
        wrong.push(`${file}: "${name}" fits ${found.length}: ${found.map((t) => t.county)}`);
      else found[0].otherNames = others.split("|").filter((other) => other !== name);
    }
  if (wrong.length) throw new Error(wrong.join("\n"));
}
