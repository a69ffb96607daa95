// The chair's screen: counts down, goes on without a reload, and says so when the network is gone.
import { Chair } from "./stage/chair";
import { stayAwake } from "./stage/awake";
import { followDay, pageOn } from "./live/follow";
import type { Change } from "./live/watch";

const page = document.querySelector<HTMLElement>("[data-chair]");
const { day, town } = page?.dataset ?? {};
if (page && day && town) {
  const chair = new Chair(page);
  stayAwake(document);
  let known = "";
  // Somebody else at another lectern, or the clock: the page comes anew, and after a lost network too.
  const hear = (change: Change): void => {
    if (change.type === "connected") void chair.refresh();
    if (change.type !== "speaking" || change.speaking.town !== town) return;
    const said = JSON.stringify(change.speaking);
    if (known !== "" && said !== known) void chair.refresh();
    known = said;
  };
  followDay(day, town, hear, pageOn("hub"));
  setInterval(() => chair.tick(Date.now()), 500);
}
