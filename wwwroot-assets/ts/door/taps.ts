import type { Keeper } from "./keeper";
import { element, items, part, write } from "./parts";
import { placed } from "./tap";
import type { DoorWords } from "./words";

const shown = 6;

/** A refused tap is set aside by whoever has read why. */
export function listenToTaps(page: ParentNode, keeper: Keeper): void {
  part(page, "refused").addEventListener("click", (event) => {
    const id = (event.target as HTMLElement).closest<HTMLElement>("[data-dismiss]")?.dataset.dismiss;
    if (id) void keeper.dismiss(id);
  });
}

/** This phone's last taps, what undo would take back, and what was not taken. */
export function showTaps(page: ParentNode, keeper: Keeper, words: DoorWords, now: number): void {
  const { log, door } = keeper;
  const undoable = log.undoable(door.device, now);
  const undo = part<HTMLButtonElement>(page, "undo");
  undo.disabled = !undoable;
  write(undo.querySelector("small")!, undoable ? words.tap(undoable) : words.say("undo.nothing"));

  const latest = log.latest(door.device).slice(0, shown);
  items(
    part(page, "latest"),
    latest.map((entry) => {
      const said = words.say("tap.at", words.said.time(placed(entry)), words.tap(entry));
      if (log.isUndone(entry)) return [element("del", said), ` ${words.say("tap.undone")}`];
      const after = [entry.late && words.say("tap.late"), entry.state === "kept" && words.say("tap.kept")];
      return [said, ...after.filter(Boolean)].join(" ");
    }),
  );
  part(page, "latest-none").hidden = latest.length > 0;

  const refused = log.refused();
  part(page, "refused").hidden = refused.length === 0;
  items(
    part(page, "refused").querySelector("ul")!,
    refused.map((entry) => {
      const why = `refused.${entry.why}`;
      const button = element("button", words.say("dismiss"));
      button.type = "button";
      button.className = "button button-quiet";
      button.dataset.dismiss = entry.id;
      const what = entry.kind === "undo" ? words.say("tap.undo") : words.tap(entry);
      return [
        `${words.say("tap.at", words.said.time(placed(entry)), what)}: ${words.say(words.has(why) ? why : "refused.other")} `,
        button,
      ];
    }),
  );
}
