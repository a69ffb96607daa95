import { MemoryShelf, type Door, type Shelf } from "./shelf";
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
  readonly lasts = true;

  constructor(private database: IDBDatabase) {}

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
    return this.#within(
      (database) =>
        new Promise((done, fail) => {
          // Strict: on the disk before anybody is told, as far as the browser can.
          const transaction = database.transaction(name, "readwrite", { durability: "strict" });
          transaction.oncomplete = () => done();
          transaction.onabort = transaction.onerror = () => fail(transaction.error ?? new Error("not stored"));
          work(transaction.objectStore(name));
        }),
    );
  }

  async #within<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
    try {
      return await work(this.database);
    } catch (failure) {
      if (!isClosed(failure)) throw failure;
      this.database = await Promise.race([open(), givenUp()]);
      return work(this.database);
    }
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open("rallies-door", 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("doors", { keyPath: "rally" });
    request.result.createObjectStore("taps", { keyPath: "id" }).createIndex("rally", "rally");
  };
  return asked(request);
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error ?? new Error("not read"));
  });
}
