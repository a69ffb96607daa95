import assert from "node:assert/strict";
import { test } from "node:test";
import { leftUntil } from "../../ts/stage/left";
import { standingOf } from "../../ts/stage/standing";

const order = ["Amina", "Band", "Ben", "Band", "Cerys"];

test("whoever is on stands where they stand", () => {
  assert.deepEqual(standingOf(order, { now: "Ben", next: "Band" }), { now: 2, firstToCome: 3 });
  assert.deepEqual(standingOf(order, { now: "Cerys", next: null }), { now: 4, firstToCome: 5 });
});

test("a band that plays twice is where it is followed by whoever comes next", () => {
  assert.equal(standingOf(order, { now: "Band", next: "Ben" }).now, 1);
  assert.equal(standingOf(order, { now: "Band", next: "Cerys" }).now, 3);
});

test("before the first nobody is over, and after the last nobody is marked", () => {
  assert.deepEqual(standingOf(order, { now: null, next: "Amina" }), { now: -1, firstToCome: 0 });
  assert.deepEqual(standingOf(order, { now: null, next: null }), { now: -1, firstToCome: 0 });
});

test("somebody put on out of turn is followed by whoever comes after them", () => {
  assert.deepEqual(standingOf(order, { now: "Ben", next: "Cerys" }), { now: 2, firstToCome: 4 });
});

test("minutes are counted down, and on once they are over", () => {
  assert.deepEqual(leftUntil(245_000, 0), { text: "4:05", isOver: false });
  assert.deepEqual(leftUntil(0, 0), { text: "0:00", isOver: false });
  assert.deepEqual(leftUntil(0, 61_500), { text: "1:01", isOver: true });
  assert.deepEqual(leftUntil(3_723_000, 0), { text: "1:02:03", isOver: false });
});
