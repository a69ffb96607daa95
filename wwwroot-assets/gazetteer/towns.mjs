// One town a line, the most populous first, so that a line's number is a town's rank.
const columns = [
  "slug",
  "name",
  "otherNames",
  "region",
  "regionName",
  "county",
  "country",
  "latitude",
  "longitude",
  "population",
  "zone",
];

export function townsAsText(towns) {
  const value = (cell) => (Array.isArray(cell) ? cell.join("|") : String(cell));
  return towns.map((town) => columns.map((column) => value(town[column])).join("\t") + "\n").join("");
}
