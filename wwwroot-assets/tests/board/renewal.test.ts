import assert from "node:assert/strict";
import { test } from "node:test";
import { Renewal } from "../../ts/board/renewal";

test("boards come anew within ten minutes after the last doors closed, spread evenly", () => {
  const waits = [0, 0.5, 0.999].map((random) => {
    const world = new World(random);
    const renewal = new Renewal(false, world);
    renewal.hear(true);
    renewal.hear(false);
    return world.waits;
  });

  assert.deepEqual(waits, [[6_000], [306_000], [605_400]]);
});

test("a screen comes anew within seconds", () => {
  const world = new World(0.999);
  const renewal = new Renewal(true, world);

  renewal.hear(true);
  renewal.hear(false);

  assert.deepEqual(world.waits, [15_990]);
});

test("a board comes anew once, and not where no door was open", () => {
  const world = new World(0);
  const renewal = new Renewal(false, world);

  renewal.hear(false);
  assert.deepEqual(world.waits, []);

  renewal.hear(true);
  renewal.hear(true);
  renewal.hear(false);
  renewal.hear(false);
  assert.deepEqual(world.waits, [6_000]);
});

test("however often a page is told to come, it asks a site that is away once at a time", async () => {
  const world = new World(0.5);
  world.isUp = false;
  const renewal = new Renewal(true, world);

  await renewal.now();
  await renewal.now();

  assert.deepEqual(world.waits, [15_000]);
});

test("a board comes anew only when the site says that it is ready", async () => {
  const world = new World(0.5);
  const renewal = new Renewal(false, world);
  renewal.hear(true);
  renewal.hear(false);

  world.isUp = false;
  await world.goOn();
  assert.deepEqual([world.reloads, world.waits], [0, [306_000, 15_000]]);

  world.isUp = true;
  await world.goOn();
  assert.deepEqual([world.reloads, world.waits], [1, [306_000, 15_000]]);
});

test("whoever waits for the doors comes for the board within ten seconds of their opening", async () => {
  const world = new World(0.999);

  new Renewal(false, world).afterOpening();
  await world.goOn();

  assert.deepEqual([world.reloads, world.waits], [1, [9_990]]);
});

class World {
  isUp = true;
  reloads = 0;
  readonly waits: number[] = [];
  #then: () => void = () => {};

  constructor(private readonly chance: number) {}

  random = (): number => this.chance;

  isReady = async (): Promise<boolean> => this.isUp;

  reload = (): void => void this.reloads++;

  after = (milliseconds: number, then: () => void): void => {
    this.waits.push(milliseconds);
    this.#then = then;
  };

  async goOn(): Promise<void> {
    this.#then();
    await new Promise((done) => setImmediate(done));
  }
}
