import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import type { Keeper } from "../../ts/door/keeper";
import { Rounds } from "../../ts/door/rounds";

const fiveSeconds = 5_000;

beforeEach(() => mock.timers.enable({ apis: ["setTimeout", "Date"] }));
afterEach(() => mock.timers.reset());

test("a phone whose browser says nothing of the network tries again within five seconds, however long it was away", async () => {
  const keeper = new SilentKeeper();
  void new Rounds(keeper as unknown as Keeper).run();

  await pass(10 * 60_000);

  const waits = keeper.tried.map((at, n) => at - (keeper.tried[n - 1] ?? 0));
  assert.ok(keeper.tried.length > 100, String(keeper.tried.length));
  assert.ok(Math.max(...waits) <= fiveSeconds, String(Math.max(...waits)));
  assert.ok(new Set(waits.slice(0, 5)).size > 1, "a crowd of phones would come at once");
});

test("a phone that hears of the network sends at once", async () => {
  const keeper = new SilentKeeper();
  const rounds = new Rounds(keeper as unknown as Keeper);
  void rounds.run();
  await pass(60_000);
  const before = keeper.tried.length;

  rounds.nudge();
  await pass(0);

  assert.equal(keeper.tried.length, before + 1);
});

test("a server that asks for patience is left alone for so long, whoever presses", async () => {
  const keeper = new SilentKeeper({ busy: 30_000 });
  const rounds = new Rounds(keeper as unknown as Keeper);
  void rounds.run();
  await pass(1_000);

  for (let second = 0; second < 28; second++) {
    rounds.nudge();
    rounds.tapped();
    await pass(1_000);
  }

  assert.equal(keeper.tried.length, 1);
});

/** Never gets through. */
class SilentKeeper {
  readonly tried: number[] = [];
  readonly log = { kept: () => [1] };
  network = "lost";

  constructor(private readonly answer: "lost" | { busy: number } = "lost") {}

  async send(): Promise<"lost" | { busy: number }> {
    this.tried.push(Date.now());
    return this.answer;
  }
}

async function pass(milliseconds: number): Promise<void> {
  for (let passed = 0; passed <= milliseconds; passed += 100) {
    if (passed > 0) mock.timers.tick(100);
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  }
}
