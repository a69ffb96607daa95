import assert from "node:assert/strict";
import { test } from "node:test";
import { inOrder, newest, numbersOf, type Column } from "../../ts/board/rows";
import { row, silent } from "./some";

const rows = [
  row("goole", 40, { asOf: "2028-06-03T17:04:00Z", kind: "estimated", low: 30 }),
  silent("hull"),
  row("york", 300, { asOf: "2028-06-03T17:02:00Z" }),
  row("selby", 0, { status: "cancelled", kind: "none", asOf: null }),
  row("leeds", 40, { asOf: "2028-06-03T17:03:00Z" }),
];

const sorted = (by: Column, descending: boolean) =>
  [...rows].sort(inOrder(by, descending, (line) => line.town)).map((line) => line.town);

test("most people first, then who has not reported, then who is off", () => {
  assert.deepEqual(sorted("people", true), ["york", "leeds", "goole", "hull", "selby"]);
});

test("fewest people first still leaves the silent for later", () => {
  assert.deepEqual(sorted("people", false), ["goole", "leeds", "york", "hull", "selby"]);
});

test("by town the silent stand where their names do", () => {
  assert.deepEqual(sorted("town", false), ["goole", "hull", "leeds", "selby", "york"]);
});

test("the youngest figure first", () => {
  assert.deepEqual(sorted("age", false), ["goole", "leeds", "york", "hull", "selby"]);
});

test("by kind of number, the surest first", () => {
  assert.deepEqual(sorted("kind", false), ["york", "leeds", "goole", "hull", "selby"]);
});

test("newest reports are of those who report", () => {
  assert.deepEqual(
    newest(rows, 2).map((line) => line.town),
    ["goole", "leeds"],
  );
});

const known = (line: Parameters<typeof numbersOf>[0]) => numbersOf(line).map(([name]) => name);

test("a row without doors says nothing of doors", () => {
  assert.deepEqual(known(silent("hull")), ["checkedIn", "pledged"]);
});

test("an estimate says nothing of doors nor of room nobody has told", () => {
  assert.deepEqual(known(row("goole", 40, { kind: "estimated", doors: 0 })), ["checkedIn", "pledged"]);
});

test("a count at doors says all that is known, in the order of the page", () => {
  assert.deepEqual(known(row("york", 300, { capacity: 500, late: 3 })), [
    "hereNow",
    "entered",
    "doors",
    "checkedIn",
    "pledged",
    "late",
    "capacity",
  ]);
});
