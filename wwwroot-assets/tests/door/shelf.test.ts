import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";
import { openShelf } from "../../ts/door/indexedShelf";
import { Keeper } from "../../ts/door/keeper";
import { tap } from "./some";

// A phone's browser, without other tabs: a channel to them would keep the test run open for ever.
Reflect.deleteProperty(globalThis, "BroadcastChannel");
Object.defineProperty(globalThis, "navigator", { value: { onLine: true }, configurable: true });

afterEach(() => {
  mock.timers.reset();
  Reflect.deleteProperty(globalThis, "indexedDB");
});

test("a database that never answers is given up, so that the keys count in the page alone", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  Object.defineProperty(globalThis, "indexedDB", { value: { open: () => ({}) }, configurable: true });

  const opening = openShelf();
  mock.timers.tick(5_000);

  assert.equal((await opening).lasts, false);
});

test("a database that was closed while the page slept is opened again, and the tap is kept", async () => {
  const phone = new PhoneDatabase();
  Object.defineProperty(globalThis, "indexedDB", { value: phone, configurable: true });
  const shelf = await openShelf();
  const made = tap("in", 0);

  phone.closeAll();
  await shelf.put([made]);
  phone.closeAll();

  assert.deepEqual(await shelf.entries(made.rally), [made]);
  assert.equal(shelf.lasts, true);
});

test("a phone whose storage was cleared under the page has all 38 taps again after one more, and its door", async () => {
  const { phone, keeper } = await countedTo(37);

  phone.clear();
  await keeper.tap({ kind: "in" });

  assert.equal(phone.rows("taps").length, 38);
  assert.deepEqual(phone.rows("doors"), [keeper.door]);
  assert.equal(keeper.lasts, true);
});

test("a cleared phone that takes nothing any more says so of every tap, and stores them all as soon as it can", async () => {
  const { phone, keeper } = await countedTo(37);

  phone.clear();
  phone.isFull = true;
  await keeper.tap({ kind: "in" });
  assert.deepEqual([keeper.lasts, phone.rows("taps").length], [false, 0]);
  phone.isFull = false;
  await keeper.tap({ kind: "out" });

  assert.equal(phone.rows("taps").length, 39);
});

test("taps of two rallies on one cleared phone are both there again, whichever page is the first to hear", async () => {
  const { phone, keeper } = await countedTo(3);
  const other = await Keeper.open("3rd-june/york", await openShelf(), () => {});
  await other.tap({ kind: "in" });

  phone.clear();
  await other.tap({ kind: "in" });
  await keeper.tap({ kind: "in" });

  assert.deepEqual([phone.rows("taps").length, phone.rows("doors").length], [6, 2]);
});

test("what is asked at once of a closed database opens it once, and the old one is let go", async () => {
  const { phone, keeper } = await countedTo(1);
  const before = phone.opened;

  phone.closeAll();
  await Promise.all([1, 2, 3].map(() => keeper.tap({ kind: "in" })));

  assert.deepEqual([phone.opened - before, phone.held], [1, 1]);
  assert.equal(phone.rows("taps").length, 4);
});

async function countedTo(taps: number): Promise<{ phone: PhoneDatabase; keeper: Keeper }> {
  const phone = new PhoneDatabase();
  Object.defineProperty(globalThis, "indexedDB", { value: phone, configurable: true });
  const keeper = await Keeper.open("3rd-june/leeds", await openShelf(), () => {});
  for (let n = 0; n < taps; n++) await keeper.tap({ kind: "in" });
  return { phone, keeper };
}

/** As much of IndexedDB as a door asks for; what it keeps outlives its connections, until it is cleared. */
class PhoneDatabase {
  isFull = false;
  opened = 0;
  /** Connections that nobody has let go. */
  held = 0;
  readonly #stores = new Map<string, Map<string, object>>();
  #connection = 0;

  closeAll(): void {
    this.#connection++;
  }

  clear(): void {
    this.closeAll();
    this.#stores.clear();
  }

  rows = (name: string): object[] => [...(this.#stores.get(name)?.values() ?? [])];

  open(): object {
    const mine = this.#connection;
    this.opened++;
    this.held++;
    const database = {
      createObjectStore: (name: string) => {
        this.#stores.set(name, new Map());
        return { createIndex: () => {} };
      },
      close: () => this.held--,
      transaction: () => {
        if (mine !== this.#connection) throw new DOMException("The connection is closing.", "InvalidStateError");
        return this.#transaction();
      },
    };
    return answered(database, this.#stores.size === 0);
  }

  #transaction(): object {
    const made: { oncomplete?: () => void; onerror?: () => void; onabort?: () => void; error: unknown } = {
      error: null,
    };
    const puts: (() => void)[] = [];
    setTimeout(() => {
      if (!this.isFull || puts.length === 0) {
        for (const put of puts) put();
        return made.oncomplete?.();
      }
      made.onerror?.();
      made.error = new DOMException("full", "QuotaExceededError");
      made.onabort?.();
    }, 10);
    return Object.assign(made, { objectStore: (name: string) => this.#store(this.#stores.get(name)!, puts) });
  }

  #store(rows: Map<string, object>, puts: (() => void)[]): object {
    const all = { getAll: () => answered([...rows.values()]) };
    return {
      ...all,
      index: () => all,
      openCursor: () => answered(null),
      get: (id: string) => answered(rows.get(id)),
      put: (row: { id?: string; rally: string }) =>
        void puts.push(() => rows.set(row.id ?? row.rally, structuredClone(row))),
    };
  }
}

function answered(result: unknown, isNew = false): object {
  const request: { result: unknown; onsuccess?: () => void; onupgradeneeded?: () => void } = { result };
  setTimeout(() => {
    if (isNew) request.onupgradeneeded?.();
    request.onsuccess?.();
  });
  return request;
}
