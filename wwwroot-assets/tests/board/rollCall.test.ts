import assert from "node:assert/strict";
import { test } from "node:test";
import { isAhead, RollCall } from "../../ts/board/rollCall";
import { isAnyOpen } from "../../ts/board/rows";
import { Part } from "../page";
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

test("the countdown runs until the last zone's hour, and no longer", () => {
  const zones = [six, six + 3_600_000].map((starts) => new Part("p", { starts: String(starts) }));
  const call = new Part("section", { rollCall: "", now: String(six) }, ...zones);
  const rollCall = new RollCall(
    new Part("main", {}, call) as unknown as HTMLElement,
    call as unknown as HTMLElement,
    () => six,
  );

  const running = [-1, 3_599_999, 3_600_000].map((after) => {
    rollCall.tick(six + after);
    return rollCall.isRunning;
  });

  assert.deepEqual(running, [true, true, false]);
});
