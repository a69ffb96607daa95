import assert from "node:assert/strict";
import { test } from "node:test";
import { TapQueue, type Answer } from "../../ts/door/queue";
import { readTap, tapAgain, undoOf, withWaiting, writeTap, type Tap } from "../../ts/door/tap";
import { uuid7 } from "../../ts/door/uuid";

const id = "0197a000-0000-7000-8000-000000000001";

function settled(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

/** A server that answers each request when the test says so. */
function server() {
  const asked: { taps: readonly string[]; answer: (answer: Answer) => void; fail: () => void }[] = [];
  const send = (taps: readonly string[]) =>
    new Promise<Answer>((answer, reject) =>
      asked.push({ taps: [...taps], answer, fail: () => reject(new Error("lost")) }),
    );
  return { asked, send };
}

test("an id is a UUID of version 7 that tells its time", () => {
  const made = uuid7(Date.parse("2028-06-03T17:00:00Z"));

  assert.match(made, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(parseInt(made.replaceAll("-", "").slice(0, 12), 16), Date.parse("2028-06-03T17:00:00Z"));
});

test("a button pressed again is another tap of the same kind", () => {
  const tap = tapAgain(`${id}.in.5`, 1000, -250)!;

  assert.notEqual(tap.id, id);
  assert.equal(writeTap(tap), `${tap.id}.in.5.1000.-250`);
  assert.equal(readTap("nonsense", 0, 0), null);
});

test("an undo names what it takes back", () => {
  const undo = undoOf(readTap(`${id}.out.1.1000.0`, 0, 0)!, 2000, 7);

  assert.equal(writeTap(undo), `${undo.id}.undo.${id}.2000.7`);
});

test("figures include what waits, and are never below nothing", () => {
  const tap = (said: string): Tap => readTap(`${id}.${said}`, 0, 0)!;
  const waiting = [tap("in.5"), tap("out.1"), undoOf(tap("in.5"), 0, 0)];

  assert.deepEqual(withWaiting({ here: 10, entered: 12, peak: 11 }, waiting), { here: 9, entered: 12, peak: 15 });
  assert.deepEqual(withWaiting({ here: 0, entered: 0, peak: 0 }, [tap("out.1")]), { here: 0, entered: 0, peak: 0 });
});

test("one request at a time, and what was tapped meanwhile goes with the next", async () => {
  const { asked, send } = server();
  const queue = new TapQueue(
    send,
    async () => {},
    () => {},
  );

  queue.add("a");
  queue.add("b");
  queue.add("c");
  assert.deepEqual(
    asked.map((a) => a.taps),
    [["a"]],
  );
  asked[0]!.answer("taken");
  await settled();
  assert.deepEqual(asked[1]!.taps, ["b", "c"]);
  asked[1]!.answer("taken");
  await settled();

  assert.deepEqual([queue.waiting, queue.state], [[], "idle"]);
});

test("what nobody heard is kept in order and sent again", async () => {
  const { asked, send } = server();
  let wake = () => {};
  const queue = new TapQueue(
    send,
    () => new Promise<void>((awake) => (wake = awake)),
    () => {},
  );

  queue.add("a");
  asked[0]!.fail();
  await settled();
  queue.add("b");
  assert.deepEqual([[...queue.waiting], queue.state], [["a", "b"], "lost"]);
  wake();
  await settled();
  asked[1]!.answer("later");
  await settled();
  queue.wake();
  await settled();
  asked[2]!.answer("taken");
  await settled();

  assert.deepEqual(
    asked.map((a) => a.taps),
    [["a"], ["a", "b"], ["a", "b"]],
  );
  assert.deepEqual([queue.waiting, queue.state], [[], "idle"]);
});

test("a revoked link keeps the taps until another is opened", async () => {
  const { asked, send } = server();
  const queue = new TapQueue(
    send,
    async () => {},
    () => {},
  );

  queue.add("a");
  asked[0]!.answer("revoked");
  await settled();
  queue.add("b");
  assert.deepEqual([[...queue.waiting], queue.state, asked.length], [["a", "b"], "revoked", 1]);
  queue.wake();
  asked[1]!.answer("taken");
  await settled();

  assert.deepEqual(queue.waiting, []);
});
