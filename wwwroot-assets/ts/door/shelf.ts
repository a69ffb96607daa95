import type { Row } from "../live/contract";
import type { Skew } from "./skew";
import type { Entry } from "./tap";

/** What this phone knows of one rally's doors. */
export interface Door {
  /** day/town */
  rally: string;
  /** Made on this phone for this rally; it tells its taps from others', and nothing about a person. */
  device: string;
  /** As the steward calls it; undefined before anybody was asked. */
  name?: string;
  token?: string;
  townName?: string;
  dayName?: string;
  zone?: string;
  opensAt?: number;
  endsAt?: number;
  row?: Row;
  skew?: Skew;
  /** The day's figures are played, as far as this phone has heard. */
  rehearsed?: boolean;
  /** By this phone's clock. */
  lastSent?: number;
}

/** What a page holds of its rally, whatever became of what was stored. */
export interface Held {
  door: Door;
  entries: readonly Entry[];
}

/** Where doors and taps are kept. */
export interface Shelf {
  /** False when everything is gone with the page. */
  readonly lasts: boolean;
  /** Asked when what was stored has gone under the page: it is put again before anything else is done. */
  held?: () => Held;
  doors(): Promise<Door[]>;
  putDoor(door: Door): Promise<void>;
  entries(rally: string): Promise<Entry[]>;
  put(entries: readonly Entry[]): Promise<void>;
  remove(id: string): Promise<void>;
}

/** For a browser that keeps nothing: private windows, a full disk. */
export class MemoryShelf implements Shelf {
  readonly lasts = false;
  held?: () => Held;
  readonly #doors = new Map<string, Door>();
  readonly #entries = new Map<string, Entry>();

  doors = async (): Promise<Door[]> => [...this.#doors.values()];

  async putDoor(door: Door): Promise<void> {
    this.#doors.set(door.rally, structuredClone(door));
  }

  entries = async (rally: string): Promise<Entry[]> =>
    [...this.#entries.values()].filter((entry) => entry.rally === rally);

  async put(entries: readonly Entry[]): Promise<void> {
    for (const entry of entries) this.#entries.set(entry.id, structuredClone(entry));
  }

  async remove(id: string): Promise<void> {
    this.#entries.delete(id);
  }
}
