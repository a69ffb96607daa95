import assert from "node:assert/strict";
import { test } from "node:test";
import type { Frame } from "../../ts/live/contract";
import { followDay, type World } from "../../ts/live/follow";
import { take } from "../../ts/live/merge";
import type { Change } from "../../ts/live/watch";
import { row, total } from "../board/some";

const frame = (version: number): Frame => ({
  day: "3rd-june",
  since: 0,
  version,
  asOf: null,
  total: total(version, version),
  rallies: [row("leeds", version)],
});

/** A world in which time passes when the test says so. */
function stage() {
  const timers = new Set<() => void>();
  const heard: string[] = [];
  let tell: (change: Change) => void = () => {};
  let answer: () => Promise<Frame> = () => Promise.reject(new Error("out of reach"));
  let asked = 0;
  const world: World = {
    watch: (_day, _town, onChange) => {
      tell = onChange;
      return () => {};
    },
    fetchCounts: () => {
      asked++;
      return answer();
    },
    after: (_milliseconds, then) => {
      timers.add(then);
      return () => timers.delete(then);
    },
  };
  const stop = followDay(
    "3rd-june",
    undefined,
    (change) => heard.push(change.type === "counts" ? `counts ${change.counts.version}` : change.type),
    world,
  );
  return {
    heard,
    stop,
    hub: (change: Change) => tell(change),
    counts: (version: number): Change => ({ type: "counts", counts: take(frame(version)), towns: ["leeds"] }),
    answers: (version: number) => (answer = () => Promise.resolve(frame(version))),
    asked: () => asked,
    async timePasses() {
      const due = [...timers];
      timers.clear();
      due.forEach((then) => then());
      await new Promise((wake) => setImmediate(wake));
    },
  };
}

test("while the hub speaks nobody asks", async () => {
  const page = stage();
  page.hub({ type: "connected" });
  page.hub(page.counts(1));

  await page.timePasses();

  assert.deepEqual([page.heard, page.asked()], [["connected", "counts 1"], 0]);
});

test("when the hub is lost the figures are asked for, and only news is told", async () => {
  const page = stage();
  page.hub({ type: "connected" });
  page.hub(page.counts(1));
  page.hub({ type: "disconnected" });
  page.answers(1);
  await page.timePasses();
  page.answers(2);
  await page.timePasses();
  page.hub({ type: "connected" });
  await page.timePasses();

  assert.deepEqual([page.heard, page.asked()], [["connected", "counts 1", "disconnected", "counts 2", "connected"], 2]);
});

test("a hub that was never reached is said to be lost once, and the site is asked again and again", async () => {
  const page = stage();
  await page.timePasses();
  await page.timePasses();
  page.answers(7);
  await page.timePasses();

  assert.deepEqual([page.heard, page.asked()], [["disconnected", "counts 7"], 3]);
});

test("whoever stops hears nothing more", async () => {
  const page = stage();
  page.hub({ type: "disconnected" });
  page.stop();
  await page.timePasses();

  assert.equal(page.asked(), 0);
});
