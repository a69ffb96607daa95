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
      setTimeout(() => void comeAnew(), Math.random() * 10_000);
    },
    pageOn(page.dataset["live"]),
  );
} else if (page && day) {
  const board = new Board(page);
  const isScreen = "screen" in page.dataset;
  let wasOpen = false;
  const hear = (change: Change): void => {
    board.hear(change);
    if (change.type !== "counts") return;
    const isOpen = isAnyOpen(change.counts.rows.values());
    // The last doors have closed: a page that is over says so in other words, and comes from the site. Thousands are
    // not to ask at once; screens are few.
    if (wasOpen && !isOpen) setTimeout(() => void comeAnew(), 6_000 + Math.random() * (isScreen ? 10_000 : 600_000));
    wasOpen = isOpen;
  };
  followDay(day, undefined, hear, pageOn(page.dataset["live"]));
  setInterval(() => board.tick(Date.now()), isScreen ? 1_000 : 10_000);
  setInterval(() => board.countDown(Date.now()), 1_000);
  // A screen that says why there is nothing to show: a rally may come.
  if (!page.querySelector("[data-total]")) setInterval(() => void comeAnew(), 300_000);
}

/** Not while the site is away: a projector would be left with the browser's own words. */
async function comeAnew(): Promise<void> {
  const answer = await fetch("/health/ready").catch(() => undefined);
  if (answer?.ok) location.reload();
  else setTimeout(() => void comeAnew(), 10_000 + Math.random() * 10_000);
}
