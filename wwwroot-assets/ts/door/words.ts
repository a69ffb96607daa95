import { Said, type Words } from "../figures/said";

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

  /** "in", "out, 5", "600–800 estimated". */
  tap(tap: { kind: string; count: number; low?: number; high?: number }): string {
    if (tap.kind === "estimate") return this.say("tap.estimate", this.said.range(tap.low ?? 0, tap.high ?? 0));
    const kind = this.say(tap.kind === "in" ? "tap.in" : "tap.out");
    return tap.count === 1 ? kind : this.say("tap.many", kind, this.said.number(tap.count));
  }
}
