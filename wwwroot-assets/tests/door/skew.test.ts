import assert from "node:assert/strict";
import { test } from "node:test";
import { learn, skewOf, type Skew } from "../../ts/door/skew";
import { six } from "./some";

/** What a server whose clock is ahead answers, in whole seconds, after a delay. */
function heard(skew: Skew | undefined, at: number, ahead: number, delay: number): Skew {
  const date = Math.floor((at + delay / 2 + ahead) / 1000) * 1000;
  return learn(skew, at, at + delay, date);
}

test("several answers narrow the skew down to less than their own whole seconds", () => {
  let skew: Skew | undefined;

  for (let n = 0; n < 40; n++) skew = heard(skew, six + n * 1337, 7_200_450, 80);

  assert.ok(Math.abs(skew!.value - 7_200_450) < 150, String(skew!.value));
});

test("a clock that was set is noticed with the next answer", () => {
  const before = heard(undefined, six, 0, 100);

  const after = heard(before, six + 60_000, -7_200_000, 100);

  assert.ok(Math.abs(after.value + 7_200_000) <= 600);
});

test("a skew stays what it was as long as it can be true", () => {
  const first = heard(undefined, six, 300, 100);
  const second = heard(first, six + 10, 300, 100);

  assert.equal(second.value, first.value);
});

test("a slightly smaller skew never puts a tap before the one made just before it", () => {
  const skew: Skew = { least: 0, most: 10, value: 5 };

  assert.equal(skewOf(1000, skew, 1400), 401);
  assert.equal(skewOf(1000, skew, 900), 5);
  assert.equal(skewOf(1000, skew, 7_201_000), 5); // placed by a clock two hours fast: the measured skew holds
  assert.equal(skewOf(1000, undefined, -Infinity), 0);
});
