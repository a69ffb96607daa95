// The screen in the square: stands for hours, so that everything here is written over and nothing piles up.
import { Board } from "./board/board";
import { Said, type Words } from "./figures/said";
import { followDay, pageOn } from "./live/follow";
import type { Change } from "./live/watch";
import { stayAwake } from "./stage/awake";
import { CheckIn } from "./stage/checkIn";
import { Countdown } from "./stage/countdown";
import { Stage } from "./stage/stage";
import { TownFigure } from "./town/figure";

const page = document.querySelector<HTMLElement>("[data-square]");
const { board: day, town, zone, words } = page?.dataset ?? {};
const own = page?.querySelector<HTMLElement>("[data-counted]");
const checkInBox = page?.querySelector<HTMLElement>("[data-check-in]");
if (page && own && checkInBox && day && town) {
  const said = new Said(JSON.parse(words ?? "{}") as Words, document.documentElement.lang, zone);
  const board = new Board(page);
  const figure = new TownFigure(own, town, said);
  const stage = new Stage(page, said);
  const countdown = new Countdown(page);
  const checkIn = new CheckIn(checkInBox, page.dataset["code"] ?? "");
  let speaking = { day, town, now: null as string | null, next: null as string | null, lateMinutes: 0 };

  stayAwake(document);
  // The whole day for the country, and this rally's own for who is on.
  const hearDay = (change: Change): void => {
    board.hear(change);
    if (change.type === "counts") figure.hear(change.counts);
  };
  const hearRally = (change: Change): void => {
    if (change.type !== "speaking" || change.speaking.town !== town) return;
    speaking = change.speaking;
    if (!countdown.isRunning) stage.hear(speaking);
  };
  followDay(day, undefined, hearDay, pageOn("hub"));
  followDay(day, town, hearRally, pageOn("hub"));
  setInterval(() => {
    const wasRunning = countdown.isRunning;
    countdown.tick();
    if (wasRunning && !countdown.isRunning) stage.hear(speaking);
    checkIn.tick();
    board.tick(Date.now());
    figure.tick(Date.now());
  }, 1_000);
}
