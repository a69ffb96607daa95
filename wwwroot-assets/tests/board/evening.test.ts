import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { Evening } from "../../ts/board/evening";
import { nothing } from "../../ts/board/sources";
import { Said } from "../../ts/figures/said";
import { Page, Part } from "../page";
import { six } from "./some";

const minute = 60_000;

const counted = (high: number) => ({ ...nothing, counted: { low: high, high } });

beforeEach(() => Object.defineProperty(globalThis, "document", { value: new Page(), configurable: true }));

afterEach(() => Reflect.deleteProperty(globalThis, "document"));

test("the line of an evening that is over ends where something was last said", () => {
  const picture = new Picture("30,400,0,0,0");

  picture.evening.hearLate(counted(400), six + 20 * 60 * minute);

  assert.deepEqual(picture.end, { at: "6.30pm", x: "131.3" });
});

test("a figure that comes when the evening is over is its last, and the line waits there", () => {
  const picture = new Picture("30,400,0,0,0");

  picture.evening.hearLate(counted(420), six + 90 * minute);
  picture.evening.hearLate(counted(420), six + 150 * minute);

  assert.deepEqual(picture.end, { at: "7.30pm", x: "394" });
});

test("the line of an evening that is on goes on though nothing is said", () => {
  const picture = new Picture("30,400,0,0,0");

  picture.evening.hear(counted(400), six + 60 * minute);
  picture.evening.draw(six + 90 * minute);

  assert.deepEqual(picture.end, { at: "7.30pm", x: "394" });
});

/** A picture of the evening from six o'clock on, the rallies beginning at seven in British Summer Time. */
class Picture {
  readonly evening: Evening;
  readonly #now = new Part("text", { part: "now" });
  readonly #head = new Part("circle", { part: "head" });

  constructor(steps: string) {
    const figure = new Part(
      "figure",
      { from: String(six), starts: String(six + 60 * minute), steps },
      this.#now,
      this.#head,
    );
    this.evening = new Evening(figure as unknown as HTMLElement, new Said({ am: "am", pm: "pm" }, "en-GB"));
  }

  get end(): { at: string; x: string | null } {
    return { at: this.#now.textContent, x: this.#head.getAttribute("cx") };
  }
}
