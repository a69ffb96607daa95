import assert from "node:assert/strict";
import { test } from "node:test";
import type { Frame, Row, RowChange, Total } from "../../ts/live/contract";
import type { Hub } from "../../ts/live/hub";
import { merge, take } from "../../ts/live/merge";
import { watchDay, type Change } from "../../ts/live/watch";

const total: Total = {
  low: 0,
  high: 0,
  entered: 0,
  hereNow: 0,
  peak: 0,
  checkedIn: 0,
  pledged: 0,
  reporting: 0,
  live: 2,
  oldest: null,
};

const row = (town: string, high = 0, version = 1): Row => ({
  town,
  version,
  status: "confirmed",
  startsAt: "2027-06-03T18:00:00+01:00",
  open: true,
  closed: false,
  final: false,
  kind: "none",
  low: 0,
  high,
  entered: 0,
  hereNow: 0,
  peak: 0,
  checkedIn: 0,
  pledged: 0,
  doors: 0,
  capacity: null,
  late: 0,
  asOf: null,
});

const frame = (since: number, version: number, ...rallies: RowChange[]): Frame => ({
  day: "3rd-june",
  since,
  version,
  asOf: null,
  total: { ...total, high: version },
  rallies,
});

/** A hub whose server is the test. */
class FakeHub implements Hub {
  watched: unknown[][] = [];
  snapshots: Promise<Frame>[] = [];
  private heard = new Map<string, (content: never) => void>();
  private back: () => void = () => {};
  private lost: () => void = () => {};

  start = () => Promise.resolve();
  stop = () => Promise.resolve();
  invoke<T>(...call: unknown[]): Promise<T> {
    this.watched.push(call);
    return (this.snapshots.shift() ?? Promise.reject(new Error("unknownDay"))) as Promise<T>;
  }
  on = (message: string, heard: (content: never) => void) => void this.heard.set(message, heard);
  onreconnecting = (lost: () => void) => void (this.lost = lost);
  onreconnected = (back: () => void) => void (this.back = back);

  say(sent: Frame): void {
    this.heard.get("Counts")?.(sent as never);
  }
  breaks(): void {
    this.lost();
  }
  returns(): void {
    this.back();
  }
}

const settle = () => new Promise<void>((done) => setImmediate(done));

function watching(hub: FakeHub, town?: string) {
  const changes: Change[] = [];
  const stop = watchDay(
    "3rd-june",
    town,
    (change) => changes.push(change),
    hub,
    () => settle(),
  );
  const held = () => changes.flatMap((change) => (change.type === "counts" ? [change] : [])).at(-1);
  return { changes, held, stop };
}

test("a frame says only what changed and the rest stays", () => {
  const merged = merge(
    take(frame(0, 5, row("leeds", 3), row("goole", 4))),
    frame(5, 6, { town: "leeds", version: 6, high: 9 }),
  );
  assert.ok(typeof merged === "object");
  assert.deepEqual(merged.towns, ["leeds"]);
  assert.deepEqual(merged.counts.rows.get("leeds"), { ...row("leeds", 9, 6) });
  assert.deepEqual(merged.counts.rows.get("goole"), row("goole", 4));
});

test("a frame that came twice or late is old", () => {
  const held = take(frame(0, 5, row("leeds")));
  assert.equal(merge(held, frame(4, 5)), "old");
  assert.equal(merge(held, frame(2, 3)), "old");
});

test("a frame after a gap, or of a rally never seen, tells that something was missed", () => {
  const held = take(frame(0, 5, row("leeds")));
  assert.equal(merge(held, frame(6, 7)), "missed");
  assert.equal(merge(held, frame(5, 6, { town: "goole", version: 6, high: 1 })), "missed");
});

test("a rally that began after the snapshot comes whole", () => {
  const merged = merge(take(frame(0, 5, row("leeds"))), frame(5, 6, row("goole", 2, 6)));
  assert.ok(typeof merged === "object" && merged.counts.rows.get("goole")?.high === 2);
});

test("a null is a change", () => {
  const merged = merge(
    take(frame(0, 5, { ...row("leeds"), capacity: 500 })),
    frame(5, 6, { town: "leeds", version: 6, capacity: null }),
  );
  assert.ok(typeof merged === "object" && merged.counts.rows.get("leeds")?.capacity === null);
});

test("a page asks for its town and shows the snapshot", async () => {
  const hub = new FakeHub();
  hub.snapshots.push(Promise.resolve(frame(0, 5, row("leeds", 3))));
  const page = watching(hub, "leeds");
  await settle();
  assert.deepEqual(hub.watched, [["Watch", "3rd-june", "leeds"]]);
  assert.equal(page.held()?.counts.version, 5);
});

test("a frame that overtakes the snapshot is not lost", async () => {
  const hub = new FakeHub();
  let answer: (snapshot: Frame) => void = () => {};
  hub.snapshots.push(new Promise((resolve) => (answer = resolve)));
  const page = watching(hub);
  await settle();
  hub.say(frame(5, 6, { town: "leeds", version: 6, high: 8 }));
  answer(frame(0, 5, row("leeds", 3)));
  await settle();
  assert.equal(page.held()?.counts.rows.get("leeds")?.high, 8);
});

test("after a gap the page asks again", async () => {
  const hub = new FakeHub();
  hub.snapshots.push(Promise.resolve(frame(0, 5, row("leeds", 3))), Promise.resolve(frame(0, 9, row("leeds", 7, 9))));
  const page = watching(hub);
  await settle();
  hub.say(frame(8, 9, { town: "leeds", version: 9, high: 7 }));
  await settle();
  assert.equal(hub.watched.length, 2);
  assert.equal(page.held()?.counts.version, 9);
});

test("after a restart of the server the page comes back by itself, whatever the server still knows", async () => {
  const hub = new FakeHub();
  hub.snapshots.push(Promise.resolve(frame(0, 50, row("leeds", 3))), Promise.resolve(frame(0, 40, row("leeds", 2))));
  const page = watching(hub);
  await settle();
  hub.breaks();
  hub.returns();
  await settle();
  assert.equal(page.held()?.counts.version, 40);
  assert.deepEqual(
    page.changes.map((change) => change.type),
    ["connected", "counts", "disconnected", "connected", "counts"],
  );
});

test("a page that is refused tries again", async () => {
  const hub = new FakeHub();
  hub.snapshots.push(Promise.reject(new Error("gone")), Promise.resolve(frame(0, 5, row("leeds", 3))));
  const page = watching(hub);
  for (let turn = 0; turn < 5; turn++) await settle();
  assert.equal(page.held()?.counts.version, 5);
});

test("who stopped watching is told nothing more", async () => {
  const hub = new FakeHub();
  hub.snapshots.push(Promise.resolve(frame(0, 5, row("leeds", 3))));
  const page = watching(hub);
  await settle();
  page.stop();
  hub.say(frame(5, 6, { town: "leeds", version: 6, high: 8 }));
  assert.equal(page.held()?.counts.version, 5);
});
