import type { Row } from "../live/contract";
import { placed, undoWithin, type Entry } from "./tap";

export type Figures = Pick<Row, "hereNow" | "entered" | "peak">;

/** What was tapped for one rally on this phone. Entries are never taken out, and never go back from sent to kept. */
export class DoorLog {
  readonly #entries = new Map<string, Entry>();
  // Asked for many times between two taps, at a gate where thousands pass.
  #sorted: Entry[] | undefined;
  #undone: Set<string> | undefined;

  /** Takes over what is new or further; true when that changed anything. */
  learn(entries: readonly Entry[]): boolean {
    let changed = false;
    for (const entry of entries) {
      const known = this.#entries.get(entry.id);
      if (known && (known.state !== "kept" || entry.state === "kept")) continue;
      this.#entries.set(entry.id, entry);
      changed = true;
    }
    if (changed) this.#sorted = this.#undone = undefined;
    return changed;
  }

  forget(id: string): void {
    this.#entries.delete(id);
    this.#sorted = this.#undone = undefined;
  }

  has = (id: string): boolean => this.#entries.has(id);

  /** In the order of the log: when they were made, then by id. */
  all(): readonly Entry[] {
    return (this.#sorted ??= [...this.#entries.values()].sort(
      (a, b) => placed(a) - placed(b) || (a.id < b.id ? -1 : 1),
    ));
  }

  kept = (): Entry[] => this.all().filter((entry) => entry.state === "kept");

  refused = (): Entry[] => this.all().filter((entry) => entry.state === "refused");

  isUndone(entry: Entry): boolean {
    this.#undone ??= new Set(
      this.all()
        .filter((undo) => {
          const target = this.#entries.get(undo.undoes ?? "");
          return target && cancels(undo, target);
        })
        .map((undo) => undo.undoes!),
    );
    return this.#undone.has(entry.id);
  }

  /** Taps of a device, the latest first, without undos. */
  latest(device: string): Entry[] {
    return this.all()
      .filter((entry) => entry.device === device && entry.kind !== "undo")
      .reverse();
  }

  /** The latest still standing, for ten minutes. */
  undoable(device: string, now: number): Entry | undefined {
    const last = this.latest(device).find((entry) => entry.state !== "refused" && !this.isUndone(entry));
    return last && now - placed(last) <= undoWithin ? last : undefined;
  }

  /** What this phone has counted, sent or not: no network makes it fall. */
  own(device: string): { in: number; out: number } {
    const own = { in: 0, out: 0 };
    for (const entry of this.all())
      if (entry.device === device && (entry.kind === "in" || entry.kind === "out") && !this.isUndone(entry))
        own[entry.kind] += entry.count;
    return own;
  }

  /** The server's figures with what it has not heard of yet; its own come to the same, however late it hears. */
  withKept(figures: Figures): Figures {
    let { hereNow, entered, peak } = figures;
    for (const tap of this.kept()) {
      if (tap.late) continue;
      const target = tap.kind === "undo" ? this.#entries.get(tap.undoes ?? "") : tap;
      if (!target || target.kind === "undo" || target.kind === "estimate") continue;
      const by = (target.kind === "in" ? target.count : -target.count) * (tap.kind === "undo" ? -1 : 1);
      hereNow = Math.max(0, hereNow + by);
      if (target.kind === "in") entered = Math.max(0, entered + by);
      peak = Math.max(peak, hereNow);
    }
    return { hereNow, entered, peak };
  }
}

function cancels(undo: Entry, target: Entry): boolean {
  return (
    undo.kind === "undo" &&
    undo.state !== "refused" &&
    undo.device === target.device &&
    Math.abs(placed(undo) - placed(target)) <= undoWithin
  );
}
