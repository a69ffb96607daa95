import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";
import { openShelf } from "../../ts/door/indexedShelf";
import { tap } from "./some";

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

/** As much of IndexedDB as a door asks for; what it keeps outlives its connections. */
class PhoneDatabase {
  readonly #stores = new Map<string, Map<string, object>>([
    ["doors", new Map()],
    ["taps", new Map()],
  ]);
  #connection = 0;

  closeAll(): void {
    this.#connection++;
  }

  open(): object {
    const mine = this.#connection;
    return answered({
      transaction: (name: string) => {
        if (mine !== this.#connection) throw new DOMException("The connection is closing.", "InvalidStateError");
        const done: { oncomplete?: () => void } = {};
        setTimeout(() => done.oncomplete?.(), 10);
        return Object.assign(done, { objectStore: () => this.#store(this.#stores.get(name)!) });
      },
    });
  }

  #store(rows: Map<string, object>): object {
    const all = { getAll: () => answered([...rows.values()]) };
    return {
      ...all,
      index: () => all,
      openCursor: () => answered(null),
      get: (id: string) => answered(rows.get(id)),
      put: (row: { id: string }) => void rows.set(row.id, row),
    };
  }
}

function answered(result: unknown): object {
  const request: { result: unknown; onsuccess?: () => void } = { result };
  setTimeout(() => request.onsuccess?.());
  return request;
}
