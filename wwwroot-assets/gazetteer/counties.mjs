// Counties as people say them: "City and Borough of Leeds" is Leeds.
const ownNames = new Map([
  ["Anglesey", "Isle of Anglesey"],
  ["Armagh City Banbridge and Craigavon", "Armagh City, Banbridge and Craigavon"],
  ["Bournemouth, Christchurch and Poole Council", "Bournemouth, Christchurch and Poole"],
  ["Eilean Siar", "Na h-Eileanan Siar"],
  ["Newry Mourne and Down", "Newry, Mourne and Down"],
  ["Sir Powys", "Powys"],
  ["St. Helens", "St Helens"],
  ["The Scottish Borders", "Scottish Borders"],
]);
const before =
  /^(Royal Borough of|Metropolitan Borough of|City and Borough of|City and County of|Borough of|City of|County of|District of) /;
const after = / (County Borough|county borough|City)$/;

export function tidyCounty(country, name) {
  if (country !== "GB") return name;
  return ownNames.get(name) ?? name.replace(before, "").replace(after, "");
}
