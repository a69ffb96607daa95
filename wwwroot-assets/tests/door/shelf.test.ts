import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";
import { openShelf } from "../../ts/door/indexedShelf";

afterEach(() => {
  mock.timers.reset();
  Reflect.deleteProperty(globalThis, "indexedDB");
});

test("a database that never answers is given up, so that the keys count in the page alone", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  Object.defineProperty(globalThis, "indexedDB", { value: { open: () => ({}) }, configurable: true });

  const opening = openShelf();
  mock.timers.tick(5_000);

  assert.equal((await opening).lasts, false);
});
