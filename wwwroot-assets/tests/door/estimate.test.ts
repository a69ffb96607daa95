import assert from "node:assert/strict";
import { test } from "node:test";
import { byArea, byFlyers, byRows } from "../../ts/door/estimate";

test("an area says how many stand on it, by how tightly they stand", () => {
  assert.deepEqual(byArea(40, 30, "packed"), { low: 2400, high: 3600, method: "area 40 x 30 m, packed" });
  assert.deepEqual(byArea(22.5, 10, "loose"), { low: 180, high: 270, method: "area 22.5 x 10 m, loose" });
});

test("rows and flyers give a range too, rounded outwards", () => {
  assert.deepEqual(byRows(12, 25), { low: 270, high: 330, method: "rows 12 x 25" });
  assert.deepEqual(byFlyers(500, 50), { low: 800, high: 1200, method: "flyers 500, 50% took one" });
});

test("a method never outgrows what the log keeps of it", () => {
  const longest = byArea(999_999.9, 999_999.9, "packed");

  assert.ok(longest.method.length <= 60);
  assert.ok(longest.high <= 1_000_000);
  assert.ok(longest.low <= longest.high);
});
