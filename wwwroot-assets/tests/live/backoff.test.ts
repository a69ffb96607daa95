import assert from "node:assert/strict";
import { test } from "node:test";
import type { IRetryPolicy } from "@microsoft/signalr";
import { ceilingOf, delayBefore, retryForEver } from "../../ts/live/backoff";

const almostOne = () => 1 - Number.EPSILON;
const zero = () => 0;

test("the longest wait doubles until it reaches five seconds", () => {
  const ceilings = [0, 1, 2, 3, 4, 5, 6].map(ceilingOf);

  assert.deepEqual(ceilings, [500, 1000, 2000, 4000, 5000, 5000, 5000]);
});

test("a wait lies anywhere between nothing and the longest", () => {
  const waits = [zero, () => 0.5, almostOne].map((random) => delayBefore(2, random));

  assert.deepEqual(waits, [0, 1000, 1999]);
});

test("a page left open over the weekend still waits five seconds at most", () => {
  assert.equal(delayBefore(100_000, almostOne), 4999);
});

test("the policy handed to SignalR never gives up", () => {
  const policy: IRetryPolicy = retryForEver(() => 0.5);

  const waits = [0, 1, 50].map((previousRetryCount) =>
    policy.nextRetryDelayInMilliseconds({ previousRetryCount, elapsedMilliseconds: 0, retryReason: new Error("gone") }),
  );

  assert.deepEqual(waits, [250, 500, 2500]);
});
