import assert from "node:assert/strict";
import { test } from "node:test";
import { add, chart, read, topFor } from "../../ts/board/chart";
import { six } from "./some";

const minute = 60_000;

// The server draws the same from the same: EveningChartTests.cs.
test("the evening is drawn in steps", () => {
  const steps = read("30,100,100 75,400,600", six - 60 * minute);
  const drawn = chart(steps, six - 60 * minute, six, six + 46 * minute);

  assert.equal(drawn.most, 600);
  assert.equal(drawn.hours.at(-1), six + 120 * minute);
  assert.equal(drawn.low, "M0 218H131.3V187.3H328.3V95.3H464");
  assert.equal(drawn.range, "M0 218H131.3V187.3H328.3V34H464V95.3H328.3V187.3H131.3V218H0Z");
});

test("the peak is marked once the total has fallen", () => {
  const drawn = (steps: string) => chart(read(steps, six), six, six, six + 46 * minute).peak?.high;

  assert.equal(drawn("5,400,600"), undefined);
  assert.equal(drawn("5,400,600 9,380,380"), 600);
});

test("an evening on which nobody has counted is a flat line", () => {
  const drawn = chart(read("", six), six, six, six + minute);

  assert.equal(drawn.low, "M0 218H6.6");
  assert.equal(drawn.most, 20);
});

test("a minute has one step and its last total", () => {
  const steps = add(add(add([], six, 3, 3), six + 20_000, 5, 6), six + minute, 5, 6);

  assert.deepEqual(steps, [{ at: six, low: 5, high: 6 }]);
});

test("a clock set back adds no minute", () => {
  const steps = add(add([], six + 5 * minute, 3, 3), six, 8, 8);

  assert.deepEqual(steps, [{ at: six + 5 * minute, low: 8, high: 8 }]);
});

test("the top of the scale is a round number", () => {
  assert.deepEqual([0, 87, 12_345, 67_396, 70_000].map(topFor), [20, 90, 15_000, 70_000, 70_000]);
});
