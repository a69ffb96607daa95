import type { Said } from "../figures/said";
import type { Announcement } from "../live/contract";

const shownFor = 2 * 60 * 60_000;

/** What of the page's memory it needs; a browser may refuse one. */
export type Memory = Pick<Storage, "getItem" | "setItem">;

/** The announcements on a page: the newest first, closed by hand, gone by themselves after a while. */
export class Announced {
  private readonly most: number;
  private readonly lasts: number;
  // Closed by hand or pushed out by newer ones: whoever begins to watch anew is told again what stands.
  private readonly gone = new Set<string>();

  constructor(
    private readonly list: HTMLElement,
    private readonly said: Said,
    private readonly nameOf: (town: string) => string | undefined,
    private readonly memory?: Memory,
  ) {
    const { most, minutes } = list.dataset;
    this.most = Number(most ?? 5);
    this.lasts = minutes ? Number(minutes) * 60_000 : shownFor;
    for (const item of this.items) {
      if (this.isGone(item.dataset["key"]!)) item.remove();
      else this.offerClosing(item);
    }
    this.tick(Date.now());
  }

  hear(announcement: Announcement): void {
    const key = keyOf(announcement);
    const known = this.items.find((item) => item.dataset["key"] === key);
    if (announcement.text === "") known?.remove();
    else if (!known && !this.isGone(key) && !this.isBuried(key) && !this.isOver(key, Date.now()))
      this.show(announcement, key);
  }

  /** What was said long ago goes. */
  tick(now: number): void {
    for (const item of this.items) if (this.isOver(item.dataset["key"]!, now)) item.remove();
  }

  private show(announcement: Announcement, key: string): void {
    const [item, text, who, name, time] = [
      document.createElement("li"),
      document.createElement("p"),
      document.createElement("p"),
      document.createElement("bdi"),
      document.createElement("time"),
    ];
    item.dataset["key"] = key;
    text.dir = "auto";
    text.textContent = announcement.text;
    who.className = "announced-who";
    name.textContent = this.speakerOf(announcement.town);
    time.dateTime = announcement.at;
    time.textContent = this.said.time(Date.parse(announcement.at));
    who.append(name, ", ", time);
    item.append(text, who);
    this.offerClosing(item);
    const after = this.items.find((other) => timeOf(other.dataset["key"]!) < timeOf(key));
    this.list.insertBefore(item, after ?? null);
    for (const old of this.items.slice(this.most)) {
      this.gone.add(old.dataset["key"]!);
      old.remove();
    }
  }

  private speakerOf(town: string | null): string {
    const { all, ownTown, ownName } = this.list.dataset;
    if (town === null) return all ?? "";
    return (town === ownTown ? ownName : this.nameOf(town)) ?? town;
  }

  private offerClosing(item: HTMLElement): void {
    const word = this.list.dataset["dismiss"];
    if (!word) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-quiet";
    button.textContent = word;
    button.addEventListener("click", () => {
      this.gone.add(item.dataset["key"]!);
      this.remember(item.dataset["key"]!);
      // Whoever closed it by the keyboard goes on with the next, or where the list stands.
      const next = (item.nextElementSibling ?? item.previousElementSibling)?.querySelector("button");
      item.remove();
      if (next) next.focus();
      else {
        this.list.tabIndex = -1;
        this.list.focus({ preventScroll: true });
      }
    });
    item.append(button);
  }

  // A browser may refuse to keep it: then this page alone knows.
  private remember(key: string): void {
    try {
      this.memory?.setItem(`closed ${key}`, "1");
    } catch {
      return;
    }
  }

  private isGone(key: string): boolean {
    return this.gone.has(key) || this.memory?.getItem(`closed ${key}`) != null;
  }

  private isBuried(key: string): boolean {
    return this.items.filter((item) => timeOf(item.dataset["key"]!) > timeOf(key)).length >= this.most;
  }

  private isOver(key: string, now: number): boolean {
    return now - timeOf(key) >= this.lasts;
  }

  private get items(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>("[data-key]")];
  }
}

/** Session storage, unless the browser refuses it. */
export function sessionMemory(): Memory | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

const keyOf = ({ town, at }: Announcement): string => `${town ?? ""}@${at}`;

const timeOf = (key: string): number => Date.parse(key.slice(key.indexOf("@") + 1));
