import assert from "node:assert/strict";
import { test } from "node:test";
import { add, chart, read, topFor, wordsAt } from "../../ts/board/chart";
import { nothing, sourcesOf } from "../../ts/board/sources";
import { row, silent, six } from "./some";

const minute = 60_000;

const counted = (high: number) => ({ ...nothing, counted: { low: high, high } });

// The server draws the same from the same: EveningChartTests.cs.
test("the evening is drawn in steps", () => {
  const steps = read("30,100,0,0,0 75,300,0,0,100-300", six - 60 * minute);
  const drawn = chart(steps, six - 60 * minute, six, six + 46 * minute);

  assert.equal(drawn.most, 600);
  assert.equal(drawn.hours.at(-1), six + 120 * minute);
  assert.equal(drawn.low, "M0 218H131.3V187.3H328.3V95.3H464");
  assert.equal(drawn.range, "M0 218H131.3V187.3H328.3V34H464V95.3H328.3V187.3H131.3V218H0Z");
});

test("under the line lies what it rests on", () => {
  const steps = read("30,100,0,0,0 75,300,0,0,100-300", six - 60 * minute);

  assert.deepEqual(chart(steps, six - 60 * minute, six, six + 46 * minute).layers, {
    counted: "M0 218H131.3V187.3H328.3V126H464V218H0Z",
    corrected: "",
    checkedIn: "",
    estimated: "M0 218H131.3V187.3H328.3V95.3H464V218H0Z",
  });
});

test("the peak is the first minute at which it was most", () => {
  const drawn = (steps: string) => chart(read(steps, six), six, six, six + 46 * minute).peak;

  assert.equal(drawn(""), undefined);
  assert.equal(drawn("5,0,0,0,400-600")?.at, six + 5 * minute);
  assert.equal(drawn("5,0,0,0,400-600 9,380,0,0,0 12,600,0,0,0")?.at, six + 5 * minute);
});

test("the words tell the hours, the peak and the end", () => {
  const steps = read("50,400,0,0,0 70,600,0,0,0 130,500,0,0,0", six);
  const { moments } = chart(steps, six, six, six + 135 * minute + 20_000);

  assert.deepEqual(
    moments.map(({ at, sources, isPeak }) => [(at - six) / minute, sources.counted.high, isPeak]),
    [
      [60, 400, false],
      [70, 600, true],
      [120, 600, false],
      [135, 500, false],
    ],
  );
});

test("an evening on which nobody has counted is a flat line", () => {
  const drawn = chart(read("", six), six, six, six + minute);

  assert.equal(drawn.low, "M0 218H6.6");
  assert.equal(drawn.most, 20);
  assert.deepEqual(drawn.moments, []);
});

test("a minute has one step and its last total", () => {
  const steps = add(add(add([], six, counted(3)), six + 20_000, counted(5)), six + minute, counted(5));

  assert.deepEqual(steps, [{ at: six, sources: counted(5) }]);
});

test("a clock set back adds no minute", () => {
  const steps = add(add([], six + 5 * minute, counted(3)), six, counted(8));

  assert.deepEqual(steps, [{ at: six + 5 * minute, sources: counted(8) }]);
});

test("a total rests on what each rally is known by", () => {
  const rows = [
    row("leeds", 400, { checkedIn: 60 }),
    row("goole", 80, { kind: "estimated", low: 60 }),
    row("hull", 12, { kind: "checkedIn", low: 9 }),
    silent("york"),
  ];

  assert.deepEqual(sourcesOf(rows), {
    counted: { low: 400, high: 400 },
    corrected: { low: 0, high: 0 },
    checkedIn: { low: 9, high: 12 },
    estimated: { low: 60, high: 80 },
  });
});

test("the top of the scale is a round number", () => {
  assert.deepEqual([0, 87, 12_345, 67_396, 70_000].map(topFor), [20, 90, 15_000, 70_000, 70_000]);
});

test("the words at the peak stand clear of the scale", () => {
  assert.deepEqual(wordsAt(327, "Most 412, 6.04pm".length), [327, "middle"]);
  assert.deepEqual(wordsAt(327, "Most 1,408,614–1,647,748, 6.14pm".length), [150, "start"]);
  assert.deepEqual(wordsAt(40, 16), [150, "start"]);
  assert.deepEqual(wordsAt(700, 16), [700, "end"]);
  assert.deepEqual(wordsAt(600, "Most 1,408,614–1,647,748, 10.44pm".length), [150, "start"]);
});
