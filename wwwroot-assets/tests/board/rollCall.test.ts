import assert from "node:assert/strict";
import { test } from "node:test";
import { isAhead } from "../../ts/board/rollCall";
import { isAnyOpen } from "../../ts/board/rows";
import { row, six } from "./some";

test("the figures wait for the first hour, and for none where no rally is on", () => {
  assert.equal(isAhead([six + 3_600_000, six], six - 1), true);
  assert.equal(isAhead([six + 3_600_000, six], six), false);
  assert.equal(isAhead([], six), false);
});

test("a board is over when the last doors have closed", () => {
  assert.equal(isAnyOpen([row("leeds", 400, { open: false }), row("york", 300)]), true);
  assert.equal(isAnyOpen([row("leeds", 400, { open: false }), row("york", 300, { status: "cancelled" })]), false);
});
