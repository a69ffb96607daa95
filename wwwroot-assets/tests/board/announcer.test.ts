import assert from "node:assert/strict";
import { test } from "node:test";
import { Announcer } from "../../ts/board/announcer";

test("the first is said at once, the next after the gap, and only the latest", () => {
  const said: string[] = [];
  const waiting: { milliseconds: number; then: () => void }[] = [];
  let now = 0;
  const announcer = new Announcer(
    (text) => said.push(text),
    20_000,
    () => now,
    (milliseconds, then) => waiting.push({ milliseconds, then }),
  );

  announcer.announce("one");
  now = 5_000;
  announcer.announce("two");
  announcer.announce("three");
  assert.deepEqual(said, ["one"]);
  assert.deepEqual(
    waiting.map((wait) => wait.milliseconds),
    [15_000],
  );

  now = 20_000;
  waiting[0]?.then();
  assert.deepEqual(said, ["one", "three"]);
});
