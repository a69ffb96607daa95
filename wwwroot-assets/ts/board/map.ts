import type { Said } from "../figures/said";
import type { Row } from "../live/contract";
import { hasBegun, isReporting } from "./rows";

/** Lights a town once when it begins to report. */
export class TownMap {
  private readonly towns = new Map<string, SVGGElement>();

  constructor(
    map: Element,
    private readonly said: Said,
  ) {
    for (const town of map.querySelectorAll<SVGGElement>("g[data-town]")) this.towns.set(town.dataset["town"]!, town);
  }

  nameOfTown = (town: string): string | undefined => this.towns.get(town)?.dataset["name"];

  hear(rows: ReadonlyMap<string, Row>, changed: readonly string[]): void {
    for (const town of changed) {
      const [group, row] = [this.towns.get(town), rows.get(town)];
      if (group && row) this.show(group, row);
    }
  }

  /** Towns light up as their hour comes. */
  begin(rows: Iterable<Row>, now: number): void {
    for (const row of rows) {
      const dot = this.towns.get(row.town)?.querySelector("circle.dot-waiting:not(.dot-open)");
      if (dot && hasBegun(row, now)) this.light(dot, "dot-open");
    }
  }

  private light(dot: Element, as: string): void {
    dot.classList.add(as, "dot-lit");
    dot.addEventListener("animationend", () => dot.classList.remove("dot-lit"), { once: true });
  }

  private show(group: SVGGElement, row: Row): void {
    const [dot, title] = [group.querySelector("circle"), group.querySelector("title")];
    if (title)
      title.textContent = `${this.nameOfTown(row.town)}, ${isReporting(row) ? this.said.people(row) : this.said.kind(row)}`;
    if (!dot) return;
    const lights = isReporting(row) && dot.classList.contains("dot-waiting");
    dot.setAttribute("r", String(radius(row)));
    dot.classList.toggle("dot-live", isReporting(row));
    dot.classList.toggle("dot-waiting", !isReporting(row));
    if (isReporting(row)) dot.classList.remove("dot-open");
    if (!lights) return;
    group.parentNode?.append(group); // above its neighbours
    this.light(dot, "dot-live");
  }
}

/** NightMap.razor says the same. */
export const radius = (row: Row): number =>
  isReporting(row) ? Math.round(Math.min(30, Math.max(3.5, 0.19 * Math.sqrt(row.high))) * 10) / 10 : 3;
