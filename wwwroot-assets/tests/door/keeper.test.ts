import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { Keeper } from "../../ts/door/keeper";
import { PageBefore } from "../../ts/door/pageBefore";
import { MemoryShelf } from "../../ts/door/shelf";
import { device, row, six, tap } from "./some";

// A phone's browser, without other tabs: a channel to them would keep the test run open for ever.
Reflect.deleteProperty(globalThis, "BroadcastChannel");
Object.defineProperty(globalThis, "navigator", { value: { onLine: true }, configurable: true });

const rally = "3rd-june/leeds";
const fetched = globalThis.fetch;
let asked: { url: string; bearer: string | null; ids: string[] }[] = [];
let answers: (() => Response)[] = [];

/** As the server answers a batch: all of it recorded, but what is refused. */
function taken(refused: Record<string, string> = {}, version = 2, rehearsal = "?0"): () => Response {
  return () => {
    const ids = asked.at(-1)!.ids;
    return Response.json(
      {
        recorded: ids.filter((id) => !(id in refused)),
        known: [],
        refused: Object.entries(refused).map(([id, why]) => ({ id, why })),
        row: row({ version, hereNow: ids.length, entered: ids.length, peak: ids.length }),
      },
      { headers: { Date: new Date().toUTCString(), Rehearsal: rehearsal } },
    );
  };
}

const status =
  (code: number, headers: Record<string, string> = {}) =>
  (): Response =>
    new Response("{}", { status: code, headers: { "Content-Type": "application/problem+json", ...headers } });

const lost = (): Response => {
  throw new TypeError("Failed to fetch");
};

const letIn =
  (token: string, clock = Date.now()) =>
  (): Response =>
    Response.json(
      {
        token,
        townName: "Leeds",
        dayName: "3rd June",
        timeZone: "Europe/London",
        opensAt: "2028-06-03T15:00:00Z",
        endsAt: "2028-06-03T21:00:00Z",
        row: row(),
      },
      { status: 201, headers: { Date: new Date(clock).toUTCString() } },
    );

async function keeperWith(...kept: Parameters<MemoryShelf["put"]>[0]): Promise<Keeper> {
  const shelf = new MemoryShelf();
  await shelf.putDoor({ rally, device, name: "North gate", token: "old" });
  await shelf.put(kept);
  return Keeper.open(rally, shelf, () => {});
}

const send = (keeper: Keeper) => keeper.send(new AbortController().signal);

beforeEach(() => {
  asked = [];
  answers = [];
  globalThis.fetch = async (url, init) => {
    const body = typeof init?.body === "string" ? (JSON.parse(init.body) as { taps: { id: string }[] }) : { taps: [] };
    const bearer = (init?.headers as Record<string, string> | undefined)?.Authorization ?? null;
    asked.push({ url: String(url), bearer, ids: body.taps.map(({ id }) => id) });
    return (answers.shift() ?? lost)();
  };
});

afterEach(() => {
  globalThis.fetch = fetched;
});

test("a tap that waited for the phone's database has the time at which it was made", async () => {
  const keeper = await keeperWith();

  await keeper.tap({ kind: "in", count: 2, at: 1_843_660_800_000 });

  assert.equal(keeper.log.all().at(-1)?.at, 1_843_660_800_000);
});

test("what nobody heard is kept and sent again with the same ids", async () => {
  const taps = [tap("in", 0), tap("out", 1)];
  const keeper = await keeperWith(...taps);
  answers = [lost, taken()];

  const first = await send(keeper);
  assert.deepEqual([first, keeper.network, keeper.log.kept().length], ["lost", "lost", 2]);
  const second = await send(keeper);

  assert.deepEqual([second, keeper.network, keeper.log.kept().length], ["taken", "fine", 0]);
  assert.deepEqual(asked[0]!.ids, asked[1]!.ids);
  assert.deepEqual(keeper.log.own(device), { in: 1, out: 1 });
});

test("one refused tap blocks nothing, and is kept with its reason until it is set aside", async () => {
  const [bad, good] = [tap("in", 0), tap("in", 1)];
  const keeper = await keeperWith(bad, good);
  answers = [taken({ [bad.id]: "notOpen" })];

  await send(keeper);

  assert.deepEqual(keeper.log.kept(), []);
  assert.deepEqual(
    keeper.log.refused().map(({ id, why }) => [id, why]),
    [[bad.id, "notOpen"]],
  );
  await keeper.dismiss(bad.id);
  assert.deepEqual(keeper.log.refused(), []);
});

test("a batch that cannot be read as a whole is narrowed down to the tap at fault", async () => {
  const taps = [tap("in", 0), tap("in", 1), tap("in", 2), tap("in", 3)];
  const keeper = await keeperWith(...taps);
  answers = [status(400), status(400), status(400), taken(), taken(), taken()];

  for (let n = 0; n < 6 && keeper.log.kept().length > 0; n++) await send(keeper);

  assert.deepEqual(
    keeper.log.refused().map(({ id }) => id),
    [taps[0]!.id],
  );
  assert.equal(keeper.log.kept().length, 0);
});

test("a revoked link keeps its taps, and another link the browser holds takes over", async () => {
  const keeper = await keeperWith(tap("in", 0));
  answers = [status(403), status(403), status(403), letIn("new"), taken()];

  await send(keeper);
  assert.deepEqual([keeper.standing, keeper.log.kept().length], ["revoked", 1]);
  await send(keeper);
  assert.equal(keeper.standing, "in");
  await send(keeper);

  assert.deepEqual([keeper.log.kept().length, asked.at(-1)!.bearer], [0, "Bearer new"]);
});

test("a phone without token or cookie counts on, and its queue goes with whatever link lets it in", async () => {
  const shelf = new MemoryShelf();
  await shelf.put([tap("in", 0), tap("in", 1)]);
  const keeper = await Keeper.open(rally, shelf, () => {});
  answers = [status(403), letIn("fresh"), taken(), taken()];

  await send(keeper);
  await keeper.tap({ kind: "in" });
  assert.deepEqual([keeper.standing, keeper.log.kept().length], ["asked", 3]);
  assert.equal(await keeper.askIn("abcdefghijklmnopqrstuvwxyz234567"), "in");
  await send(keeper);
  await send(keeper);

  assert.equal(asked[1]!.bearer, "Bearer abcdefghijklmnopqrstuvwxyz234567");
  assert.equal(asked[2]!.bearer, "Bearer fresh");
  assert.deepEqual(
    asked.slice(2).map(({ ids }) => ids.length),
    [1, 2], // what this phone made, and what another did: a batch for each
  );
  assert.equal(keeper.log.kept().length, 0);
});

test("a phone whose clock is hours slow knows it before its first tap", async () => {
  const keeper = await Keeper.open(rally, new MemoryShelf(), () => {});
  answers = [letIn("fresh", Date.now() + 3 * 3_600_000)];
  await send(keeper);

  await keeper.tap({ kind: "in" });

  const [made] = keeper.log.kept();
  assert.ok(Math.abs(made!.skew - 3 * 3_600_000) <= 1_500, String(made!.skew));
});

test("what a full phone cannot store of its door, its name and its token, stands all the same", async () => {
  const shelf = new MemoryShelf();
  await shelf.putDoor({ rally, device, name: "North gate", token: "old", row: row() });
  const keeper = await Keeper.open(rally, shelf, () => {});
  shelf.putDoor = async () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  answers = [letIn("new"), taken()];

  await keeper.rename("South gate");
  await keeper.askIn("secret");
  await send(keeper);

  assert.deepEqual([keeper.door.name, asked.at(-1)!.bearer], ["South gate", "Bearer new"]);
});

test("the server is left alone for as long as it asks", async () => {
  const keeper = await keeperWith(tap("in", 0));
  answers = [status(503, { "Retry-After": "7" })];

  assert.deepEqual(await send(keeper), { busy: 7000 });
  assert.equal(keeper.log.kept().length, 1);
});

test("a network that wants a password first is no answer", async () => {
  const keeper = await keeperWith(tap("in", 0));
  answers = [
    () => new Response("<h1>Welcome to the station</h1>", { headers: { "Content-Type": "text/html" } }),
    () => new Response("<h1>Log in</h1>", { status: 403, headers: { "Content-Type": "text/html" } }),
  ];

  assert.equal(await send(keeper), "lost");
  assert.equal(await send(keeper), "lost");
  assert.deepEqual([keeper.standing, keeper.log.kept().length], ["in", 1]);
});

test("a figure that was overtaken on the way is not shown again", async () => {
  const keeper = await keeperWith(tap("in", 0), tap("in", 1));
  answers = [taken({}, 9), taken({}, 4)];

  await send(keeper);
  await send(keeper);

  assert.deepEqual([keeper.door.row!.version, keeper.door.row!.entered], [9, 2]);
});

test("a phone that keeps nothing counts on in the page, says so, and stores as soon as it can", async () => {
  const shelf = new MemoryShelf();
  await shelf.putDoor({ rally, device, name: "", token: "old" });
  const full = Object.assign(shelf, { lasts: true, put: shelf.put.bind(shelf) });
  const put = full.put;
  full.put = async () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  const keeper = await Keeper.open(rally, full, () => {});

  await keeper.tap({ kind: "in", count: 10 });
  assert.deepEqual([keeper.lasts, keeper.log.own(device)], [false, { in: 10, out: 0 }]);
  full.put = put;
  await send(keeper);

  assert.equal(keeper.lasts, true);
  assert.equal((await full.entries(rally)).length, 1);
});

test("a phone hears of a rehearsal, remembers it without a network, and hears that it is over", async () => {
  const keeper = await keeperWith();
  answers = [taken({}, 2, "?1"), lost, status(503), taken({}, 3, "?0")];
  const heard: (boolean | undefined)[] = [];

  for (let n = 0; n < 4; n++) {
    await send(keeper);
    heard.push(keeper.door.rehearsed);
  }

  assert.deepEqual(heard, [true, true, true, false]);
});

test("a tap made once the count is closed is late from then on, and moves no figure while it waits", async () => {
  const shelf = new MemoryShelf();
  const closed = row({ closed: true, open: false, hereNow: 12, entered: 12, peak: 12 });
  await shelf.putDoor({ rally, device, name: "North gate", token: "old", row: closed });
  await shelf.put([tap("in", 0)]);
  const keeper = await Keeper.open(rally, shelf, () => {});

  await keeper.tap({ kind: "in", count: 10, at: six + 60_000 });

  assert.deepEqual(
    keeper.log.latest(device).map(({ late }) => late),
    [true, undefined],
  );
  assert.equal(keeper.log.withKept(closed).hereNow, 13);
});

test("a tap made without a network says so, for ever", async () => {
  const keeper = await keeperWith();
  await send(keeper);

  await keeper.tap({ kind: "in" });

  assert.deepEqual(
    keeper.log.kept().map(({ offline }) => offline),
    [true],
  );
});

test("what the page's form sent before its script came is this phone's own, and can be undone", async () => {
  const page = new PageBefore("0197a000-0000-7000-8000-0000000000bb", "North gate", [
    { id: "0197a000-0000-7000-8000-000000000001", kind: "in", count: 10, at: Date.now() - 1000 },
  ]);

  const keeper = await Keeper.open(rally, new MemoryShelf(), () => {}, page);

  assert.deepEqual(keeper.log.own(keeper.door.device), { in: 10, out: 0 });
  assert.deepEqual(keeper.log.kept(), []);
  assert.ok(keeper.door.lastSent);
  assert.equal(keeper.log.undoable(keeper.door.device, Date.now())?.count, 10);
});
