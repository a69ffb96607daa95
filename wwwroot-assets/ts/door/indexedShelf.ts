import { MemoryShelf, type Door, type Held, type Shelf } from "./shelf";
import { placed, type Entry } from "./tap";

const sentIsKeptFor = 3 * 24 * 3_600_000;

/** Browsers have been seen to leave a database waiting for ever; nobody at a door does. */
const patience = 5_000;

/** The phone's own database, or memory where the browser allows none or does not answer. */
export async function openShelf(): Promise<Shelf> {
  try {
    const shelf = await Promise.race([openDatabase(), givenUp()]);
    void shelf.tidy(Date.now() - sentIsKeptFor).catch(() => {}); // a full disk still shows what it keeps
    return shelf;
  } catch {
    return new MemoryShelf();
  }
}

async function openDatabase(): Promise<IndexedShelf> {
  const shelf = new IndexedShelf(await open());
  await shelf.doors(); // one that cannot be read is none
  return shelf;
}

// What a browser says whose database went away: phones close it under a page that sleeps, and the page is never told.
const isClosed = (failure: unknown): boolean =>
  failure instanceof DOMException && ["InvalidStateError", "UnknownError", "AbortError"].includes(failure.name);

function givenUp(): Promise<never> {
  return new Promise((_, fail) => setTimeout(() => fail(new Error("the database does not answer")), patience));
}

class IndexedShelf implements Shelf {
  held?: () => Held;
  #database: IDBDatabase | undefined;
  #reopening: Promise<IDBDatabase> | undefined;
  /** The browser deleted the database under the page, and not all that the page holds stands in the new one yet. */
  #isEmptied = false;

  constructor(database: IDBDatabase) {
    this.#database = database;
  }

  get lasts(): boolean {
    return !this.#isEmptied;
  }

  doors = (): Promise<Door[]> =>
    this.#within((database) => asked(database.transaction("doors").objectStore("doors").getAll()));

  putDoor = (door: Door): Promise<void> => this.#write("doors", (store) => store.put(door));

  entries = (rally: string): Promise<Entry[]> =>
    this.#within((database) => asked(database.transaction("taps").objectStore("taps").index("rally").getAll(rally)));

  // What was sent is never put back to kept by another tab that had not heard of it.
  put = (entries: readonly Entry[]): Promise<void> =>
    this.#write("taps", (store) => {
      for (const entry of entries) {
        const known = store.get(entry.id) as IDBRequest<Entry | undefined>;
        known.onsuccess = () => {
          if (!known.result || known.result.state === "kept") store.put(entry);
        };
      }
    });

  remove = (id: string): Promise<void> => this.#write("taps", (store) => store.delete(id));

  /** Forgets what was sent before; what is kept or was refused stays until somebody has seen to it. */
  tidy = (before: number): Promise<void> =>
    this.#write("taps", (store) => {
      const cursor = store.openCursor();
      cursor.onsuccess = () => {
        const at = cursor.result;
        if (!at) return;
        const entry = at.value as Entry;
        if (entry.state === "sent" && placed(entry) < before) at.delete();
        at.continue();
      };
    });

  #write(name: string, work: (store: IDBObjectStore) => void): Promise<void> {
    return this.#within((database) => written(database, name, (transaction) => work(transaction.objectStore(name))));
  }

  async #within<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
    const before = this.#database;
    try {
      if (before) return await work(before);
    } catch (failure) {
      if (!isClosed(failure)) throw failure;
      if (before && this.#database === before) {
        before.close();
        this.#database = undefined;
      }
    }
    return work(this.#database ?? (await this.#reopened()));
  }

  // Whoever asks in the meantime waits for the same.
  #reopened(): Promise<IDBDatabase> {
    return (this.#reopening ??= this.#reopen().finally(() => (this.#reopening = undefined)));
  }

  async #reopen(): Promise<IDBDatabase> {
    const database = await Promise.race([open(() => (this.#isEmptied = true)), givenUp()]);
    try {
      await putAgain(database, this.held?.(), this.#isEmptied);
    } catch (failure) {
      this.#isEmptied = true;
      database.close();
      throw failure;
    }
    this.#isEmptied = false;
    return (this.#database = database);
  }
}

// Of a database that is not new, another tab may have found that it was: what is kept is looked for all the same.
async function putAgain(database: IDBDatabase, held: Held | undefined, isEmptied: boolean): Promise<void> {
  if (!held) return;
  const entries = isEmptied ? held.entries : held.entries.filter((entry) => entry.state === "kept");
  await written(database, ["doors", "taps"], (transaction) => {
    putLacking(transaction.objectStore("doors"), held.door.rally, held.door);
    for (const entry of entries) putLacking(transaction.objectStore("taps"), entry.id, entry);
  });
}

function putLacking(store: IDBObjectStore, key: string, row: Door | Entry): void {
  const known = store.get(key);
  known.onsuccess = () => {
    if (known.result === undefined) store.put(row);
  };
}

function written(
  database: IDBDatabase,
  names: string | string[],
  work: (transaction: IDBTransaction) => void,
): Promise<void> {
  return new Promise((done, fail) => {
    // Strict: on the disk before anybody is told, as far as the browser can.
    const transaction = database.transaction(names, "readwrite", { durability: "strict" });
    transaction.oncomplete = () => done();
    // No onerror: it bubbles up before the transaction knows why it fails.
    transaction.onabort = () => fail(transaction.error ?? new Error("not stored"));
    work(transaction);
  });
}

function open(madeAnew?: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open("rallies-door", 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("doors", { keyPath: "rally" });
    request.result.createObjectStore("taps", { keyPath: "id" }).createIndex("rally", "rally");
    madeAnew?.();
  };
  return asked(request);
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error ?? new Error("not read"));
  });
}
