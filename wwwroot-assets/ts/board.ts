// The national board, followed live. Without script the page comes anew by itself.
import { Board } from "./board/board";
import { isAnyOpen } from "./board/rows";
import { followDay, pageOn } from "./live/follow";
import type { Change } from "./live/watch";

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
  let wasOpen = false;
  const hear = (change: Change): void => {
    board.hear(change);
    if (change.type !== "counts") return;
    const isOpen = isAnyOpen(change.counts.rows.values());
    // The last doors have closed: a page that is over says so in other words, and comes from the site.
    if (wasOpen && !isOpen) setTimeout(() => location.reload(), 6_000 + Math.random() * 10_000);
    wasOpen = isOpen;
  };
  followDay(day, undefined, hear, pageOn(page.dataset["live"]));
  setInterval(() => board.tick(Date.now()), "screen" in page.dataset ? 1_000 : 10_000);
  setInterval(() => board.countDown(Date.now()), 1_000);
}
