import type { Keeper } from "./keeper";
import { part, write } from "./parts";
import type { DoorWords } from "./words";

/** The rally's figures with what waits on this phone, this phone's own, and how full the place is. */
export function showFigures(page: ParentNode, keeper: Keeper, words: DoorWords): void {
  const { door, log } = keeper;
  const number = words.said.number;
  const figures = log.withKept(door.row ?? { hereNow: 0, entered: 0, peak: 0 });
  write(part(page, "here"), number(figures.hereNow));
  write(part(page, "entered"), number(figures.entered));
  write(part(page, "peak"), number(figures.peak));
  const own = log.own(door.device);
  const kept = log.kept().length;
  write(
    part(page, "own"),
    words.say("own", number(own.in), number(own.out)) + (kept > 0 ? ` ${words.say("own.kept", words.taps(kept))}` : ""),
  );
  part(page, "own").hidden = false;
  showCapacity(part(page, "capacity"), figures.hereNow, door.row?.capacity ?? null, words);
}

function showCapacity(block: HTMLElement, here: number, capacity: number | null, words: DoorWords): void {
  block.hidden = capacity === null;
  if (capacity === null) return;
  const full = Math.floor((here * 100) / capacity);
  block.className = `capacity${full >= 100 ? " capacity-red" : full >= 80 ? " capacity-amber" : ""}`;
  const bar = block.querySelector("progress")!;
  bar.max = capacity;
  bar.value = Math.min(here, capacity);
  const number = words.said.number;
  const said =
    full >= 100
      ? words.say("full")
      : full >= 80
        ? words.say("nearly", number(full), number(capacity - here))
        : words.say("percent", number(full), number(capacity));
  write(block.querySelector("p")!, said);
}
