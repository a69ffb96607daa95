import { Said, type Words } from "../figures/said";
import type { Tap } from "./tap";

/** Sentences of the door's page, as the server wrote them into it. */
export class DoorWords {
  readonly said: Said;

  constructor(
    private readonly words: Words,
    language: string,
    zone?: string,
  ) {
    this.said = new Said(words, language, zone);
  }

  inZone(zone: string | undefined, language: string): DoorWords {
    return new DoorWords(this.words, language, zone);
  }

  say(name: string, ...parts: string[]): string {
    return (this.words[name] ?? name).replace(/\{(\d)\}/g, (_, i: string) => parts[Number(i)] ?? "");
  }

  has = (name: string): boolean => name in this.words;

  /** "1 tap", "37 taps". */
  taps = (count: number): string => this.say(count === 1 ? "taps.one" : "taps.other", this.said.number(count));

  /** "1 tap (7 people in)": one tap may be for many. What one of them takes back is nobody. */
  tapsOf(taps: readonly Tap[]): string {
    const undone = new Set(taps.map((tap) => tap.undoes));
    const people = (["in", "out"] as const).flatMap((kind) => {
      const standing = taps.filter((tap) => tap.kind === kind && !undone.has(tap.id));
      const count = standing.reduce((sum, tap) => sum + tap.count, 0);
      return count > 0 ? [this.say(`people.${kind}.${count === 1 ? "one" : "other"}`, this.said.number(count))] : [];
    });
    const said = this.taps(taps.length);
    return people.length > 0 ? this.say("taps.people", said, people.join(", ")) : said;
  }

  /** "in", "out, 5", "600–800 estimated". */
  tap(tap: { kind: string; count: number; low?: number; high?: number }): string {
    if (tap.kind === "estimate") return this.say("tap.estimate", this.said.range(tap.low ?? 0, tap.high ?? 0));
    const kind = this.say(tap.kind === "in" ? "tap.in" : "tap.out");
    return tap.count === 1 ? kind : this.say("tap.many", kind, this.said.number(tap.count));
  }
}
