// The national board, followed live. Without script the page comes anew by itself.
import { Board } from "./board/board";
import { Renewal } from "./board/renewal";
import { isAnyOpen } from "./board/rows";
import { followDay, pageOn } from "./live/follow";
import type { Change } from "./live/watch";

const page = document.querySelector<HTMLElement>("[data-board]");
const day = page?.dataset["board"];
const isScreen = page?.dataset["screen"] !== undefined;
const renewal = new Renewal(isScreen);
if (page && day && "waiting" in page.dataset) {
  const stop = followDay(
    day,
    undefined,
    (change) => {
      if (change.type !== "counts" || change.counts.total.live === 0) return;
      stop();
      renewal.afterOpening();
    },
    pageOn(page.dataset["live"]),
  );
} else if (page && day) {
  const board = new Board(page);
  const hear = (change: Change): void => {
    board.hear(change);
    if (change.type === "counts") renewal.hear(isAnyOpen(change.counts.rows.values()));
  };
  followDay(day, undefined, hear, pageOn(page.dataset["live"]));
  setInterval(() => board.tick(Date.now()), isScreen ? 1_000 : 10_000);
  const counting = setInterval(() => {
    if (!board.countDown(Date.now())) clearInterval(counting);
  }, 1_000);
  // It says why there is nothing to show: a rally may come. Screens are few.
  if (!page.querySelector("[data-total]")) setInterval(() => void renewal.now(), isScreen ? 60_000 : 300_000);
}
