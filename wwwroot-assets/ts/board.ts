// The national board, followed live. Without script the page comes anew by itself.
import { Board } from "./board/board";
import { followDay, pageOn } from "./live/follow";

const page = document.querySelector<HTMLElement>("[data-board]");
const day = page?.dataset["board"];
if (page && day && "waiting" in page.dataset) {
  // The doors open: everybody who waits comes for the board, a few at a time.
  const stop = followDay(
    day,
    undefined,
    (change) => {
      if (change.type !== "counts" || change.counts.total.live === 0) return;
      stop();
      setTimeout(() => location.reload(), Math.random() * 10_000);
    },
    pageOn(page.dataset["live"]),
  );
} else if (page && day) {
  const board = new Board(page);
  followDay(day, undefined, (change) => board.hear(change), pageOn(page.dataset["live"]));
  // A projector counts the seconds down.
  setInterval(() => board.tick(Date.now()), "screen" in page.dataset ? 1_000 : 10_000);
}
