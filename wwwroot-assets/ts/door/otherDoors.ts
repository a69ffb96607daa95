import { element, items, part } from "./parts";
import type { Shelf } from "./shelf";
import type { DoorWords } from "./words";

/** The shell on its own: the doors this phone has counted at, and what it still keeps for each. */
export async function showDoors(page: Document, shelf: Shelf, words: DoorWords): Promise<void> {
  const doors = await shelf.doors();
  const rows = await Promise.all(
    doors.map(async (door) => {
      const link = element("a", door.townName ?? door.rally);
      link.href = `/door/${door.rally}`;
      const kept = (await shelf.entries(door.rally)).filter((entry) => entry.state === "kept").length;
      return [link, ` ${door.dayName ?? ""} ${kept > 0 ? words.say("own.kept", words.taps(kept)) : ""}`.trimEnd()];
    }),
  );
  for (const hidden of ["tool", "more"]) part(page, hidden).hidden = true;
  const list = part(page, "doors");
  list.hidden = false;
  items(list.querySelector("ul")!, rows.length > 0 ? rows : [words.say("doors-kept.none")]);
}
