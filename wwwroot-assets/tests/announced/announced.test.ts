import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { Announced } from "../../ts/announced/announced";
import { Said } from "../../ts/figures/said";
import type { Announcement } from "../../ts/live/contract";
import { six } from "../board/some";
import { Page, Part } from "../page";

beforeEach(() => {
  mock.timers.enable({ apis: ["Date"], now: six });
  Object.defineProperty(globalThis, "document", { value: new Page(), configurable: true });
});

afterEach(() => {
  mock.timers.reset();
  Reflect.deleteProperty(globalThis, "document");
});

test("what stands is told again to whoever watches anew, and said once", () => {
  const list = new List({}, said("The march has begun.", -1));

  list.hears(said("The march has begun.", -1));
  list.hears(said("Mind the step.", 0));
  list.hears(said("Mind the step.", 0));

  assert.deepEqual(list.added, ["Mind the step."]);
});

test("what somebody closed is not said again, even where the browser keeps no memory", () => {
  const list = new List({ dismiss: "Close" }, said("The march has begun.", -1));

  list.part.children[0]!.querySelector("button")!.happen("click");
  list.hears(said("The march has begun.", -1));

  assert.deepEqual([list.shown, list.added], [0, []]);
});

test("what newer sentences have pushed out is not said again", () => {
  const list = new List({ most: "1" });

  for (let time = 0; time < 2; time++) {
    list.hears(said("The march has begun.", -1));
    list.hears(said("Mind the step.", 0));
  }

  assert.deepEqual([list.shown, list.added], [1, ["The march has begun.", "Mind the step."]]);
});

test("what was taken back goes", () => {
  const list = new List({}, said("The march has begun.", -1));

  list.hears(said("", -1));

  assert.equal(list.shown, 0);
});

const said = (text: string, minutes: number): Announcement => ({
  day: "3rd-june",
  town: "leeds",
  text,
  at: new Date(six + minutes * 60_000).toISOString(),
});

/** A list of which a screen reader says what is added. */
class List {
  readonly part: Part;
  readonly added: string[] = [];
  readonly #announced: Announced;

  constructor(dataset: Record<string, string>, ...written: Announcement[]) {
    this.part = new Part("ul", dataset, ...written.map(({ town, at }) => new Part("li", { key: `${town}@${at}` })));
    this.#announced = new Announced(
      this.part as unknown as HTMLElement,
      new Said({ am: "am", pm: "pm" }, "en-GB"),
      () => "Leeds",
    );
    const insertBefore = this.part.insertBefore.bind(this.part);
    this.part.insertBefore = (item, before) => {
      this.added.push(item.children[0]!.textContent);
      insertBefore(item, before);
    };
  }

  get shown(): number {
    return this.part.children.length;
  }

  hears(announcement: Announcement): void {
    this.#announced.hear(announcement);
  }
}
