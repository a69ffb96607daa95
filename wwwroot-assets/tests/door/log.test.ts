import assert from "node:assert/strict";
import { test } from "node:test";
import { nextBatch } from "../../ts/door/batches";
import { DoorLog } from "../../ts/door/log";
import { peopleOf, presses } from "../../ts/door/keys";
import { device, six, tap } from "./some";

function logOf(...entries: Parameters<DoorLog["learn"]>[0]): DoorLog {
  const log = new DoorLog();
  log.learn(entries);
  return log;
}

test("this phone's count is the same before and after its taps are sent", () => {
  const taps = [tap("in", 0, { count: 10 }), tap("out", 1), tap("in", 2)];
  const log = logOf(...taps);
  const before = log.own(device);

  log.learn(taps.map((entry) => ({ ...entry, state: "sent" })));

  assert.deepEqual(
    [before, log.own(device)],
    [
      { in: 11, out: 1 },
      { in: 11, out: 1 },
    ],
  );
});

test("another phone's taps are sent from here and are none of this phone's", () => {
  const log = logOf(tap("in", 0, { device: "0197a000-0000-7000-8000-0000000000bb", count: 7 }));

  assert.deepEqual(log.own(device), { in: 0, out: 0 });
  assert.equal(log.kept().length, 1);
});

test("what was sent is never kept again, whatever another tab still believes", () => {
  const entry = tap("in", 0);
  const log = logOf({ ...entry, state: "sent" });

  assert.equal(log.learn([entry]), false);
  assert.deepEqual(log.kept(), []);
});

test("the rally's figures include what waits, undos too, and are never below nothing", () => {
  const five = tap("in", 0, { count: 5 });
  const log = logOf(five, tap("out", 1), tap("undo", 2, { undoes: five.id }));

  assert.deepEqual(log.withKept({ hereNow: 10, entered: 12, peak: 11 }), { hereNow: 9, entered: 12, peak: 15 });
  assert.deepEqual(logOf(tap("out", 0)).withKept({ hereNow: 0, entered: 0, peak: 0 }), {
    hereNow: 0,
    entered: 0,
    peak: 0,
  });
});

test("undo takes back the latest tap still standing, for ten minutes", () => {
  const [first, second] = [tap("in", 0), tap("in", 5)];
  const log = logOf(first, second, tap("undo", 6, { undoes: second.id }));

  assert.equal(log.undoable(device, six + 60_000)?.id, first.id);
  assert.equal(log.undoable(device, six + 600_001), undefined);
});

test("a tap the server refused is not undone, and stays until somebody has seen to it", () => {
  const refused = tap("in", 0, { state: "refused", why: "notOpen" });
  const log = logOf(refused);

  assert.equal(log.undoable(device, six), undefined);
  assert.deepEqual(
    log.refused().map((entry) => entry.why),
    ["notOpen"],
  );
});

test("a batch is of one phone at one door, the oldest first, and no larger than is allowed", () => {
  const other = tap("in", 1, { device: "0197a000-0000-7000-8000-0000000000bb" });
  const ours = Array.from({ length: 600 }, (_, n) => tap("in", n));
  const kept = logOf(...ours, other).kept();

  const batch = nextBatch(kept);

  assert.ok(batch.length <= 500 && batch.every((entry) => entry.device === device));
  assert.equal(batch[0]!.id, ours[0]!.id);
  assert.deepEqual(nextBatch([]), []);
});

test("a press and its twin are one, and quick thumbs are not held back", () => {
  const isPress = presses();

  assert.deepEqual(
    [0, 20, 100, 200, 215].map((at) => isPress("In-1", at)),
    [true, false, true, true, false],
  );
  assert.equal(isPress("Out-1", 216), true);
});

test("letters, an empty box, nobody and more than fifty are no number of people", () => {
  const asked = ["1", "50", " 7 ", "", " ", "ab", "1o", "0", "51", "-3"];

  assert.deepEqual(asked.map(peopleOf), [1, 50, 7, null, null, null, null, null, null, null]);
});
