import { nextBatch, together } from "./batches";
import { DoorLog } from "./log";
import type { PageBefore } from "./pageBefore";
import { letIn, post, type Admission, type Answer, type LetIn } from "./post";
import type { Door, Shelf } from "./shelf";
import { learn, skewOf } from "./skew";
import { placed, type Entry, type Tap } from "./tap";
import { uuid7 } from "./uuid";

/** `asked`: nobody knows this phone, it needs a link. `gone`: there is no such rally. */
export type Standing = "in" | "new" | "asked" | "revoked" | "gone";

// A whole hall asks at once: each comes again later.
const letInAgain = 5_000;

/** Keeps the taps of one rally on this phone, and brings them to the server. All tabs of a phone share what it keeps. */
export class Keeper {
  readonly log = new DoorLog();
  standing: Standing;
  network: "fine" | "lost" | "busy" = "fine";
  sending = false;
  /** Taps that the shelf would not take: they live in this page alone. */
  readonly homeless = new Map<string, Entry>();
  #lastPlaced = -Infinity;
  /** The shelf did not take the door as it is here: what it holds of it is older. */
  #isDoorHomeless = false;
  #batchOf = together;
  readonly #others: BroadcastChannel | undefined;

  private constructor(
    public door: Door,
    private readonly shelf: Shelf,
    private readonly changed: () => void,
  ) {
    this.standing = door.token ? "in" : "new";
    shelf.held = () => ({ door: this.door, entries: this.log.all() });
    if (typeof BroadcastChannel === "undefined") return;
    this.#others = new BroadcastChannel(`rallies-door:${door.rally}`);
    this.#others.onmessage = () => void this.#hear();
  }

  /** `page`: what the page's own forms have sent, where they were quicker than its script; a phone new to the door goes on as that page. */
  static async open(rally: string, shelf: Shelf, changed: () => void, page?: PageBefore): Promise<Keeper> {
    const known = (await shelf.doors()).find((door) => door.rally === rally);
    const keeper = new Keeper(known ?? { rally, device: page?.device ?? uuid7() }, shelf, changed);
    keeper.#take(await shelf.entries(rally));
    const sent = page?.sent(rally) ?? [];
    keeper.#take(sent);
    if (sent.length > 0) keeper.door.lastSent = Date.now();
    await keeper.#store(sent);
    await keeper.#putDoor();
    return keeper;
  }

  get lasts(): boolean {
    return this.shelf.lasts && this.homeless.size === 0;
  }

  /** A tap made now, or at `at`. It counts on the screen at once; the promise tells when it is stored. */
  tap(what: Pick<Tap, "kind"> & Partial<Tap>): Promise<void> {
    const at = what.at ?? Date.now();
    const entry: Entry = {
      count: 1,
      ...what,
      id: uuid7(at),
      at,
      skew: skewOf(at, this.door.skew, this.#lastPlaced),
      offline: this.network === "lost" || navigator.onLine === false,
      rally: this.door.rally,
      device: this.door.device,
      door: this.door.name ?? "",
      state: "kept",
      ...(this.door.row?.closed && { late: true }),
    };
    return this.takeIn([entry]);
  }

  /** Taps of this phone, or kept by another. Known ones are left as they are. */
  takeIn(entries: readonly Entry[]): Promise<void> {
    this.#take(entries);
    this.changed();
    return this.#store(entries);
  }

  /** A refused tap that somebody has seen to. */
  async dismiss(id: string): Promise<void> {
    this.log.forget(id);
    this.homeless.delete(id);
    this.changed();
    await this.shelf.remove(id).catch(() => {});
  }

  async rename(name: string): Promise<void> {
    this.door.name = name;
    this.changed();
    await this.#putDoor();
  }

  /** With the browser's own grant, or with a link that was pasted. */
  async askIn(secret?: string, signal?: AbortSignal): Promise<Admission["kind"]> {
    const asked = Date.now();
    const admission = await letIn(this.door.rally, signal, secret, this.door.token);
    if (admission.kind === "in") await this.#admit(admission.told, asked);
    else if ((admission.kind === "asked" || admission.kind === "gone") && this.standing !== "revoked")
      this.standing = admission.kind;
    this.network = admission.kind === "lost" || admission.kind === "busy" ? admission.kind : "fine";
    this.changed();
    return admission.kind;
  }

  /** Sends what can be sent, once, or asks how the rally stands; `busy` says how many milliseconds the server wants to be left alone. */
  async send(signal: AbortSignal): Promise<Answer["kind"] | { busy: number }> {
    if (!this.door.token) return this.#wentIn(await this.askIn(undefined, signal));
    return alone(`rallies-door:${this.door.rally}`, signal, async () => {
      await this.#hear(); // another tab may have sent it in the meantime
      if (this.homeless.size > 0) await this.#store([...this.homeless.values()]);
      const batch = nextBatch(this.log.kept(), this.#batchOf);
      const from = batch[0] ?? { device: this.door.device, door: this.door.name ?? "" };
      this.sending = batch.length > 0;
      this.changed();
      const asked = Date.now();
      const answer = await post(this.door.rally, this.door.token!, batch, from, signal);
      this.sending = false;
      await this.#settle(answer, batch, asked, signal);
      this.changed();
      if (answer.kind === "unreadable" && batch.length === 0) return "lost"; // not ours, whoever it was
      return answer.kind === "busy" ? { busy: answer.wait } : answer.kind;
    });
  }

  #wentIn(kind: Admission["kind"]): Answer["kind"] | { busy: number } {
    return kind === "in" ? "taken" : kind === "busy" ? { busy: letInAgain } : kind === "lost" ? "lost" : "unknown";
  }

  async #settle(answer: Answer, batch: readonly Entry[], asked: number, signal: AbortSignal): Promise<void> {
    this.network = answer.kind === "lost" ? "lost" : answer.kind === "busy" ? "busy" : "fine";
    if (answer.kind === "taken") {
      const settled = batch
        .filter((entry) => answer.settled.has(entry.id))
        .map((entry) => settle(entry, answer.settled.get(entry.id) ?? null));
      // Whoever answers without a word on any of them is not ours.
      if (batch.length > 0 && settled.length === 0) this.network = "lost";
      this.#learn(answer, asked, settled.length > 0);
      this.#take(settled);
      this.#batchOf = together;
      await this.#store(settled);
      await this.#putDoor();
    } else if (answer.kind === "unreadable") {
      // One of them is the cause: ever fewer together, until it is alone and is set aside.
      if (batch.length <= 1) {
        const aside = batch.map((entry) => settle(entry, "unreadable"));
        this.#take(aside);
        await this.#store(aside);
      }
      this.#batchOf = Math.max(1, Math.floor(batch.length / 2));
    } else if (answer.kind === "gone") this.standing = "gone";
    else if (answer.kind === "revoked" || answer.kind === "unknown") {
      this.standing = answer.kind === "revoked" ? "revoked" : "asked";
      // The browser may hold another link that still counts here.
      await this.askIn(undefined, signal);
    }
  }

  #learn(answer: Answer & { kind: "taken" }, asked: number, sent: boolean): void {
    const now = Date.now();
    const { row } = this.door;
    if (!row || answer.row.version >= row.version || answer.row.startsAt !== row.startsAt) this.door.row = answer.row;
    this.door.rehearsed = answer.rehearsed;
    this.#setClock(asked, now, answer.date);
    if (sent) this.door.lastSent = now;
    this.standing = "in";
  }

  #setClock(asked: number, answered: number, date: number): void {
    if (!Number.isNaN(date)) this.door.skew = learn(this.door.skew, asked, answered, date);
  }

  async #admit(told: LetIn, asked: number): Promise<void> {
    this.standing = "in";
    this.#setClock(asked, Date.now(), told.date); // before the first tap, which keeps for ever what is known then
    this.door = {
      ...this.door,
      token: told.token,
      townName: told.townName,
      dayName: told.dayName,
      zone: told.timeZone,
      opensAt: Date.parse(told.opensAt),
      endsAt: Date.parse(told.endsAt),
      row: told.row,
      rehearsed: told.rehearsed,
    };
    await this.#putDoor();
  }

  #take(entries: readonly Entry[]): void {
    this.log.learn(entries);
    for (const entry of entries)
      if (entry.device === this.door.device) this.#lastPlaced = Math.max(this.#lastPlaced, placed(entry));
  }

  // What another tab stored since; this page's own taps are never lost sight of.
  async #hear(): Promise<void> {
    try {
      this.#take(await this.shelf.entries(this.door.rally));
      const other = (await this.shelf.doors()).find((door) => door.rally === this.door.rally);
      const isNewer = other && (other.row?.version ?? -1) >= (this.door.row?.version ?? -1);
      if (isNewer && !this.#isDoorHomeless) this.door = { ...this.door, ...other };
    } catch {
      // What is in this page still counts.
    }
    this.changed();
  }

  async #store(entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return;
    try {
      await this.shelf.put(entries);
      for (const { id } of entries) this.homeless.delete(id);
      this.#others?.postMessage("changed");
    } catch {
      for (const entry of entries) if (entry.state !== "sent") this.homeless.set(entry.id, entry);
      for (const entry of entries) if (entry.state === "sent") this.homeless.delete(entry.id);
    }
    this.changed();
  }

  async #putDoor(): Promise<void> {
    try {
      await this.shelf.putDoor(this.door);
      this.#isDoorHomeless = false;
      this.#others?.postMessage("changed");
    } catch {
      this.#isDoorHomeless = true;
    }
  }
}

function settle(entry: Entry, why: string | null): Entry {
  return why === null ? { ...entry, state: "sent" } : { ...entry, state: "refused", why };
}

// One tab at a time sends; where the browser has no locks, the server counts twice-sent taps once.
function alone<T>(name: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return navigator.locks ? (navigator.locks.request(name, { signal }, work) as Promise<T>) : work();
}
