// A rally's own figure, who is on its stage and what is announced, followed live on its page.
import { Announced, sessionMemory } from "./announced/announced";
import { Said, type Words } from "./figures/said";
import { followDay, pageOn } from "./live/follow";
import type { Change } from "./live/watch";
import { Stage } from "./stage/stage";
import { TownFigure } from "./town/figure";

const box = document.querySelector<HTMLElement>("[data-counted]");
const { board: day, counted: town, words, zone } = box?.dataset ?? {};
if (box && day && town) {
  const said = new Said(JSON.parse(words ?? "{}") as Words, document.documentElement.lang, zone);
  const figure = new TownFigure(box, town, said);
  const stage = new Stage(document, said);
  const list = document.querySelector<HTMLElement>("[data-announced]");
  const announced = list && new Announced(list, said, () => undefined, sessionMemory());
  const hear = (change: Change): void => {
    if (change.type === "counts") figure.hear(change.counts);
    else if (change.type === "speaking" && change.speaking.town === town) stage.hear(change.speaking);
    else if (change.type === "announcement") announced?.hear(change.announcement);
  };
  followDay(day, town, hear, pageOn(box.dataset["live"]));
  setInterval(() => {
    figure.tick(Date.now());
    announced?.tick(Date.now());
  }, 10_000);
}
