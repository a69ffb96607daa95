import assert from "node:assert/strict";
import { test } from "node:test";
import { hasFallen } from "../../ts/board/falls";
import { row, silent } from "./some";

test("a town that says fewer has fallen, and one that says more or nothing new has not", () => {
  const estimate = row("leeds", 800, { kind: "estimated", low: 600 });

  assert.equal(hasFallen(estimate, row("leeds", 380)), true);
  assert.equal(hasFallen(row("leeds", 3), silent("leeds")), true);
  assert.equal(hasFallen(row("leeds", 380), row("leeds", 381)), false);
  assert.equal(hasFallen(silent("leeds"), row("leeds", 3)), false);
});

test("a town called off still stands in the total, and has not fallen by that", () => {
  const calledOff = row("leeds", 380, { status: "cancelled" });

  assert.equal(hasFallen(row("leeds", 380), calledOff), false);
  assert.equal(hasFallen(calledOff, row("leeds", 350, { status: "cancelled" })), true);
});
