import { write } from "../figures/ages";
import type { Said } from "../figures/said";
import type { Speaking } from "../live/contract";
import { standingOf } from "./standing";

const minute = 60_000;

/** Who is on and who comes next, and the running order with it. */
export class Stage {
  constructor(
    private readonly page: ParentNode,
    private readonly said: Said,
  ) {}

  hear(speaking: Speaking): void {
    this.showHead(speaking);
    this.showOrder(speaking);
  }

  private showHead({ now, next, lateMinutes }: Speaking): void {
    const stage = this.page.querySelector<HTMLElement>("[data-stage]");
    if (!stage) return;
    stage.hidden = now === null && next === null;
    this.line(stage, "now", now);
    this.line(stage, "next", next);
    write(stage.querySelector('[data-part="next-word"]'), this.said.nextWord(now === null));
    const late = stage.querySelector<HTMLElement>('[data-part="late"]');
    write(late, this.said.late(lateMinutes));
    if (late) late.hidden = lateMinutes === 0;
  }

  private line(stage: HTMLElement, part: string, name: string | null): void {
    const line = stage.querySelector<HTMLElement>(`[data-part="${part}-line"]`);
    if (line) line.hidden = name === null;
    write(stage.querySelector(`[data-part="${part}"]`), name ?? "");
  }

  private showOrder(speaking: Speaking): void {
    const slots = [...this.page.querySelectorAll<HTMLElement>("[data-order] > li")];
    const standing = standingOf(
      slots.map((slot) => slot.dataset["billed"] ?? ""),
      speaking,
    );
    slots.forEach((slot, i) => {
      slot.classList.toggle("running-order-now", i === standing.now);
      slot.classList.toggle("running-order-over", i !== standing.now && i < standing.firstToCome);
      if (i === standing.now) slot.setAttribute("aria-current", "true");
      else slot.removeAttribute("aria-current");
      const expected = Number(slot.dataset["at"]) + speaking.lateMinutes * minute;
      const isToSay = speaking.lateMinutes !== 0 && i >= standing.firstToCome;
      write(slot.querySelector('[data-part="expected"]'), isToSay ? this.said.about(expected) : "");
    });
  }
}
