// A rally's own figure and the country's, followed live on its page.
import { TownFigure } from "./town/figure";
import { followDay, pageOn } from "./live/follow";

const box = document.querySelector<HTMLElement>("[data-counted]");
const { board: day, counted: town, live } = box?.dataset ?? {};
if (box && day && town) {
  const figure = new TownFigure(box, town);
  followDay(
    day,
    town,
    (change) => {
      if (change.type === "counts") figure.hear(change.counts);
    },
    pageOn(live),
  );
  setInterval(() => figure.tick(Date.now()), 10_000);
}
