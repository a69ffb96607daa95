import assert from "node:assert/strict";
import { test } from "node:test";
import type { Frame } from "../../ts/live/contract";
import type { StreamEvent } from "../../ts/live/events";
import { watchStream, type StreamWorld } from "../../ts/live/stream";
import { row, total } from "../board/some";

const frame = (since: number, version: number): StreamEvent => ({
  name: "Counts",
  id: String(version),
  data: JSON.stringify({
    day: "3rd-june",
    since,
    version,
    asOf: null,
    total: total(version, version),
    rallies: [row("leeds", version)],
  } satisfies Frame),
});

const settle = () => new Promise<void>((done) => setImmediate(done));

/** A site whose streams the test writes, and a page that is looked at or not. */
function stage() {
  const heard: string[] = [];
  const opened: { address: string; lastId: string | undefined; say(event: StreamEvent): void; breaks(): void }[] = [];
  const timers = new Map<() => void, number>();
  let hidden = false;
  let look = (): void => {};
  const world: StreamWorld = {
    async *open(address, lastId, signal) {
      const waiting: StreamEvent[] = [];
      let wake = (): void => {};
      let broken = false;
      signal.addEventListener("abort", () => wake());
      opened.push({
        address,
        lastId,
        say: (event) => (waiting.push(event), wake()),
        breaks: () => ((broken = true), wake()),
      });
      while (!broken && !signal.aborted) {
        const event = waiting.shift();
        if (event) yield event;
        else await new Promise<void>((woken) => (wake = woken));
      }
    },
    after(milliseconds, then) {
      timers.set(then, milliseconds);
      return () => timers.delete(then);
    },
    isHidden: () => hidden,
    onVisibility(changed) {
      look = changed;
      return () => (look = () => {});
    },
  };
  const stop = watchStream(
    "3rd-june",
    "leeds",
    (change) => heard.push(change.type === "counts" ? `counts ${change.counts.version}` : change.type),
    world,
  );
  return {
    heard,
    opened,
    stop,
    async says(event: StreamEvent) {
      opened.at(-1)?.say(event);
      await settle();
    },
    async breaks() {
      opened.at(-1)?.breaks();
      await settle();
    },
    /** Whatever waits no longer than so long happens. */
    async pass(milliseconds: number) {
      const due = [...timers].filter(([, wait]) => wait <= milliseconds).map(([then]) => then);
      due.forEach((then) => timers.delete(then));
      due.forEach((then) => then());
      await settle();
    },
    async show(shown: boolean) {
      hidden = !shown;
      look();
      await settle();
    },
  };
}

test("a page asks for its town, takes the snapshot and folds what comes", async () => {
  const page = stage();
  await page.says(frame(0, 5));
  await page.says(frame(5, 6));
  await page.says(frame(4, 5));

  assert.deepEqual(
    page.opened.map(({ address, lastId }) => [address, lastId]),
    [["/3rd-june/live/stream?town=leeds", undefined]],
  );
  assert.deepEqual(page.heard, ["connected", "counts 5", "counts 6"]);
});

test("after a break it comes back by itself, a little later, and asks for what it missed", async () => {
  const page = stage();
  await page.says(frame(0, 5));
  await page.breaks();
  assert.equal(page.opened.length, 1);
  await page.pass(5_000);
  await page.says("alive");

  assert.equal(page.opened.at(-1)?.lastId, "5");
  assert.deepEqual(page.heard, ["connected", "counts 5", "disconnected", "connected"]);
});

test("a site that stays away is asked again and again, and said to be lost once", async () => {
  const page = stage();
  await page.says(frame(0, 5));
  for (let turn = 0; turn < 4; turn++) {
    await page.breaks();
    await page.pass(5_000);
  }

  assert.equal(page.opened.length, 5);
  assert.deepEqual(page.heard, ["connected", "counts 5", "disconnected"]);
});

test("after a gap it begins anew with a snapshot", async () => {
  const page = stage();
  await page.says(frame(0, 5));
  await page.says(frame(7, 8));
  await page.pass(5_000);

  assert.equal(page.opened.at(-1)?.lastId, undefined);
});

test("a hidden page closes its stream, says nothing of it, and takes a snapshot when shown again", async () => {
  const page = stage();
  await page.says(frame(0, 5));
  await page.show(false);
  await page.pass(60_000);
  assert.equal(page.opened.length, 1);
  await page.show(true);
  await page.says(frame(0, 9));

  assert.equal(page.opened.at(-1)?.lastId, undefined);
  assert.deepEqual(page.heard, ["connected", "counts 5", "connected", "counts 9"]);
});

test("a stream that falls silent is given up", async () => {
  const page = stage();
  await page.says(frame(0, 5));
  await page.pass(40_000);
  await page.pass(5_000);

  assert.equal(page.opened.length, 2);
});

test("whoever stops opens nothing more", async () => {
  const page = stage();
  await page.says(frame(0, 5));
  page.stop();
  await page.pass(60_000);

  assert.equal(page.opened.length, 1);
});
