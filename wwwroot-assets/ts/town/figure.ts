import { isReporting } from "../board/rows";
import { tellAges, write } from "../figures/ages";
import { Rolling } from "../figures/rolling";
import type { Said } from "../figures/said";
import type { Counts } from "../live/merge";

/** How many are here, with kind and age. */
export class TownFigure {
  private readonly people: Rolling;
  private readonly total: Rolling | undefined;

  constructor(
    private readonly box: HTMLElement,
    private readonly town: string,
    private readonly said: Said,
  ) {
    this.people = new Rolling(this.part("people"), this.said.range);
    const total = box.querySelector<HTMLElement>("[data-total]");
    this.total = total ? new Rolling(total, said.range) : undefined;
  }

  hear({ total, rows }: Counts): void {
    this.total?.to(total.low, total.high);
    const row = rows.get(this.town);
    if (!row) return;
    const has = isReporting(row);
    this.box.classList.toggle("counted-none", !has);
    this.part("what").hidden = this.part("kind").hidden = !has;
    if (has) this.people.to(row.low, row.high);
    else write(this.part("people"), this.part("people").dataset["none"] ?? "");
    write(this.box.querySelector('[data-cell="kind"]'), has ? this.said.kind(row) : "");
    const age = this.box.querySelector<HTMLElement>("[data-ago]");
    if (age) age.dataset["ago"] = has ? (row.asOf ?? "") : "";
    this.tick(Date.now());
  }

  tick(now: number): void {
    tellAges(this.box, this.said, now);
  }

  private part(name: string): HTMLElement {
    return this.box.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  }
}
