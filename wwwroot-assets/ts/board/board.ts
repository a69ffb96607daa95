import { Announced, sessionMemory } from "../announced/announced";
import { tellAges, write } from "../figures/ages";
import { Rolling } from "../figures/rolling";
import { Said, type Words } from "../figures/said";
import type { Row } from "../live/contract";
import type { Counts } from "../live/merge";
import type { Change } from "../live/watch";
import { Announcer } from "./announcer";
import { Evening } from "./evening";
import { Falls } from "./falls";
import { TownMap } from "./map";
import { showNewest } from "./newestReports";
import { RollCall } from "./rollCall";
import { isReporting } from "./rows";
import { sourcesOf } from "./sources";
import { Tally } from "./tally";
import { Ticker } from "./ticker";

/** A board on the page, or its big sister for projectors; each part is there or not. */
export class Board {
  private readonly said: Said;
  private readonly map: TownMap;
  private readonly total: Rolling | undefined;
  private readonly evening: Evening | undefined;
  private readonly tally: Tally | undefined;
  private readonly ticker: Ticker | undefined;
  private readonly announcer: Announcer;
  private readonly announced: Announced | undefined;
  private readonly falls: Falls | undefined;
  private readonly rollCall: RollCall | undefined;
  private readonly names: Readonly<Record<string, string>>;
  private readonly isLive: boolean;
  private heardAt = Date.now();
  private counts: Counts | undefined;

  constructor(private readonly page: HTMLElement) {
    this.said = new Said(
      JSON.parse(page.dataset["words"] ?? "{}") as Words,
      document.documentElement.lang,
      page.dataset["zone"],
    );
    this.names = JSON.parse(page.dataset["names"] ?? "{}") as Record<string, string>;
    this.isLive = this.find("[data-connection]") !== null;
    this.map = new TownMap(page, this.said);
    this.total = this.make("[data-total]", (element) => new Rolling(element, this.said.range));
    this.evening = this.make("[data-evening]", (element) => new Evening(element, this.said));
    this.tally = this.make<Tally, HTMLTableElement>(
      "[data-tally]",
      (table) => new Tally(table, this.said, this.nameOf),
    );
    this.ticker = this.make("[data-ticker] ul", (list) => new Ticker(list, this.said, this.nameOf));
    this.falls = this.make("[data-falls]", (list) => new Falls(list, this.said, this.nameOf));
    this.rollCall = this.make("[data-roll-call]", (call) => new RollCall(page, call));
    this.announced = this.make(
      "[data-announced]",
      (list) => new Announced(list, this.said, this.nameOfTown, sessionMemory()),
    );
    this.announcer = new Announcer((text) => write(this.find("[data-announcements]"), text));
  }

  hear(change: Change): void {
    if (change.type === "counts") this.hearCounts(change.counts, change.towns);
    else if (change.type === "announcement") this.announced?.hear(change.announcement);
    else if (change.type === "connected") this.sayConnection(true);
    else if (change.type === "disconnected") this.sayConnection(false);
  }

  /** Before the hour, second by second; false once there is no hour left to count down to. */
  countDown(now: number): boolean {
    this.rollCall?.tick(now);
    return this.rollCall?.isRunning ?? false;
  }

  /** What changes by the clock alone. */
  tick(now: number): void {
    tellAges(this.page, this.said, now);
    this.announced?.tick(now);
    this.rollCall?.tick(now);
    if (this.counts) {
      this.map.begin(this.counts.rows.values(), now);
      this.ticker?.begin(this.counts.rows);
    }
    write(this.find("[data-clock]"), this.said.time(now));
    const oldest = this.find("[data-oldest]");
    write(oldest, this.said.oldest(oldest?.dataset["oldest"] || null, now));
    if (this.find(".tag-live")) this.evening?.draw(now);
  }

  private hearCounts(counts: Counts, towns: readonly string[]): void {
    const { total, rows } = counts;
    const isNews = this.counts !== undefined && total.high !== this.counts.total.high;
    this.falls?.hear(this.counts?.rows, rows, towns, Date.now());
    [this.counts, this.heardAt] = [counts, Date.now()];
    this.page.dataset["followed"] = "";
    this.total?.to(total.low, total.high);
    this.find(".screen-total")?.classList.toggle("screen-range", total.low !== total.high);
    write(this.find("[data-reporting]"), this.said.reporting(total));
    const oldest = this.find("[data-oldest]");
    if (oldest) oldest.dataset["oldest"] = total.oldest ?? "";
    this.map.hear(rows, towns);
    this.tally?.hear(rows, towns);
    this.ticker?.hear(rows);
    const list = this.find("[data-newest]");
    if (list) showNewest(list, rows.values(), this.said, this.nameOf);
    if (this.isLive) this.evening?.hear(sourcesOf(rows.values()), this.heardAt);
    else this.evening?.hearLate(sourcesOf(rows.values()), this.heardAt);
    this.showKinds([...rows.values()], total.live - total.reporting);
    this.tick(this.heardAt);
    if (isNews) this.announcer.announce(this.said.announcement(total));
  }

  private showKinds(rows: readonly Row[], silent: number): void {
    for (const item of this.page.querySelectorAll<HTMLElement>("[data-kind]")) {
      const kind = item.dataset["kind"];
      const number =
        kind === "none" ? silent : rows.filter((row) => isReporting(row) && row.kind.toLowerCase() === kind).length;
      write(item.querySelector(".figure"), this.said.number(number));
      item.hidden = number === 0;
    }
  }

  private sayConnection(isConnected: boolean): void {
    const tag = this.find("[data-connection]");
    if (tag?.matches(".tag")) tag.classList.toggle("tag-live", isConnected);
    tag?.toggleAttribute("data-lost", !isConnected);
    write(tag, isConnected ? this.said.live() : this.said.reconnecting(this.heardAt));
  }

  // A rally that began after the page was made has no name yet, and goes by its slug.
  private readonly nameOf = (row: Row): string => this.nameOfTown(row.town) ?? row.town;

  private readonly nameOfTown = (town: string): string | undefined => this.map.nameOfTown(town) ?? this.names[town];

  private find(selector: string): HTMLElement | null {
    return this.page.querySelector<HTMLElement>(selector);
  }

  private make<TPart, TElement extends HTMLElement = HTMLElement>(
    selector: string,
    part: (element: TElement) => TPart,
  ): TPart | undefined {
    const element = this.page.querySelector<TElement>(selector);
    return element ? part(element) : undefined;
  }
}
