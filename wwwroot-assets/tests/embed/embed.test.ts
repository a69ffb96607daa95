import assert from "node:assert/strict";
import { mock, test } from "node:test";

test("a counter in a hidden tab waits, also without an origin, and comes anew once it is seen again", async () => {
  const page = Object.assign(new EventTarget(), { hidden: true });
  const reload = mock.fn();
  Object.assign(globalThis, { document: page, self: { origin: "null" }, location: { reload } });
  mock.timers.enable({ apis: ["setInterval"] });
  await import("../../ts/embed");

  mock.timers.tick(60_000);
  assert.equal(reload.mock.callCount(), 0);

  page.hidden = false;
  page.dispatchEvent(new Event("visibilitychange"));
  mock.timers.tick(15_000);
  assert.equal(reload.mock.callCount(), 2);
  mock.timers.reset();
});
