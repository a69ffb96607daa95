import assert from "node:assert/strict";
import { test } from "node:test";
import { leftUntil } from "../../ts/site/countdown";
import { inLanguage } from "../../ts/site/language";
import { whereabouts } from "../../ts/site/townBox";

test("a countdown says whole days, hours and minutes", () => {
  const then = Date.parse("2028-06-03T17:00:00Z");

  assert.deepEqual(leftUntil(then, Date.parse("2028-06-01T11:59:30Z")), [2, 5, 0]);
  assert.deepEqual(leftUntil(then, then), [0, 0, 0]);
  assert.equal(leftUntil(then, then + 1), null);
});

test("a language goes along to pages of this site alone", () => {
  const here = "https://rallies.example/3rd-june?lang=cy";

  assert.equal(inLanguage("/3rd-june/leeds#x", here, "cy"), "https://rallies.example/3rd-june/leeds?lang=cy#x");
  assert.equal(inLanguage("/?lang=en", here, "cy"), null);
  assert.equal(inLanguage("https://www.geonames.org/", here, "cy"), null);
});

test("a town is told apart by its slug, else by its region", () => {
  assert.equal(whereabouts({ slug: "newport-isle-of-wight", name: "Newport", region: "england" }), "Isle of Wight");
  assert.equal(whereabouts({ slug: "newport", name: "Newport", region: "wales" }), "Wales");
  assert.equal(whereabouts({ slug: "st-davids", name: "St David’s", region: "wales" }), "Wales");
  assert.equal(
    whereabouts({ slug: "bangor-northern-ireland", name: "Bangor", region: "northern-ireland" }),
    "Northern Ireland",
  );
});
