import type { Keeper } from "./keeper";
import type { DoorWords } from "./words";

export interface State {
  /** Tells one kind of news from another: only a change of it is read out. */
  kind: string;
  look: "" | "sent" | "offline" | "refused";
  text: string;
}

/** What to say of the network, the link and the hours, in that order of weight. */
export function stateOf(keeper: Keeper, words: DoorWords, now: number): State {
  const { door, standing, network, log } = keeper;
  const kept = words.taps(log.kept().length);
  const { row } = door;
  if (standing === "gone") return { kind: "gone", look: "refused", text: words.say("state.gone", kept) };
  if (standing === "revoked") return { kind: "revoked", look: "refused", text: words.say("state.revoked", kept) };
  if (standing === "asked") return { kind: "asked", look: "refused", text: words.say("state.asked", kept) };
  if (network === "lost") {
    const sent = door.lastSent ? words.say("last-sent", words.said.time(door.lastSent)) : words.say("never-sent");
    return { kind: "offline", look: "offline", text: words.say("state.offline", kept, sent) };
  }
  if (network === "busy") return { kind: "busy", look: "offline", text: words.say("state.busy", kept) };
  if (row?.status === "cancelled") return { kind: "called-off", look: "refused", text: words.say("state.called-off") };
  if (row?.closed) {
    const late = row.late > 0 ? ` ${words.say("state.late", words.taps(row.late))}` : "";
    return { kind: "closed", look: "", text: words.say("state.closed") + late };
  }
  if (door.opensAt && now + (door.skew?.value ?? 0) < door.opensAt)
    return { kind: "not-yet", look: "", text: words.say("state.not-yet", words.said.time(door.opensAt)) };
  if (row && !row.open) return { kind: "ended", look: "", text: words.say("state.ended") };
  const together = row ? ` ${doors(words, row.doors)}` : "";
  if (!door.lastSent) return { kind: "ready", look: "", text: words.say("state.ready") + together };
  return {
    kind: "sent",
    look: "sent",
    text: words.say("state.sent", words.said.time(door.lastSent)) + together,
  };
}

function doors(words: DoorWords, count: number): string {
  const name = count === 0 ? "doors.none" : count === 1 ? "doors.one" : "doors.other";
  return words.say(name, words.said.number(count));
}
