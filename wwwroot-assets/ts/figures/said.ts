import type { Kind, Range } from "../board/sources";
import type { Row, Total } from "../live/contract";

/** By the names that Reported.cs gives them; {0} and {1} stand for what is put in. */
export type Words = Readonly<Record<string, string>>;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Says figures and times as the server said them. */
export class Said {
  private readonly numbers: Intl.NumberFormat;
  private readonly clock: Intl.DateTimeFormat;

  constructor(
    private readonly words: Words,
    language: string,
    zone = "Europe/London",
  ) {
    this.numbers = new Intl.NumberFormat(language);
    this.clock = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  }

  number = (number: number): string => this.numbers.format(number);

  range = (low: number, high: number): string =>
    low === high ? this.number(low) : `${this.number(low)}–${this.number(high)}`;

  people = (row: Row): string => (row.kind === "none" ? "–" : this.range(row.low, row.high));

  kind(row: Row): string {
    return row.status === "cancelled" ? this.word("called-off") : this.kindOfFigure(row);
  }

  private kindOfFigure(row: Row): string {
    const kind =
      row.kind === "counted"
        ? this.word(row.doors === 1 ? "counted.one" : "counted.other", this.number(row.doors))
        : this.word(row.kind === "checkedIn" ? "checked-in" : row.kind);
    return row.final ? this.word("final", kind) : kind;
  }

  reporting = (total: Total): string => this.word("reporting", this.number(total.reporting), this.number(total.live));

  oldest = (oldest: string | null, now: number): string =>
    oldest ? this.word("oldest", this.within(now - Date.parse(oldest))) : this.word("no-figures");

  /** "Leeds: 380, counted at 2 doors, was 600–800, estimated". */
  fell = (name: string, then: Row, row: Row): string =>
    row.kind === "none"
      ? this.word("fell.gone", name, this.kindOfFigure(row), this.people(then), this.kindOfFigure(then))
      : this.word("fell", name, this.people(row), this.kindOfFigure(row), this.people(then), this.kindOfFigure(then));

  /** "38,000 counted at the doors": a part of the total. */
  source = (kind: Kind, { low, high }: Range): string => this.word(`source.${capital(kind)}`, this.range(low, high));

  /** "41,203, the most: 38,000 counted at the doors, 3,203 estimated": of one moment of the evening. */
  moment = (range: string, sources: readonly string[], isPeak: boolean): string =>
    this.word(isPeak ? "moment.most" : "moment", range, sources.join(", "));

  /** The line of the evening for whoever does not see it. */
  evening = (range: string, now: string, most: string, mostAt: string): string =>
    this.word("evening.label", range, now, most, mostAt);

  noEvening = (): string => this.word("evening.label.none");

  announcement = (total: Total): string =>
    this.word("announcement", this.range(total.low, total.high), this.reporting(total));

  reconnecting = (since: number): string => this.word("reconnecting", this.time(since));

  /** "Here now", "Doors": of a number in a row of the board. */
  nameOf = (number: string): string => this.word(`number.${number}`);

  /** "Next"; "First" while nobody has begun. */
  nextWord = (isFirst: boolean): string => this.word(isFirst ? "stage.first" : "stage.next");

  /** "Running 5 minutes late", "Running a minute early"; empty when it goes as planned. */
  late(minutes: number): string {
    if (minutes === 0) return "";
    const word = minutes > 0 ? "stage.late" : "stage.early";
    return this.word(`${word}.${Math.abs(minutes) === 1 ? "one" : "other"}`, this.number(Math.abs(minutes)));
  }

  /** "about 6.35". */
  about = (at: number): string => this.word("stage.about", this.timeInARow(at));

  live = (): string => this.word("live");

  ago(then: number, now: number): string {
    const passed = now - then;
    if (passed < minute) return this.word("just-now");
    if (passed < hour) return this.word("min-ago", this.number(Math.floor(passed / minute)));
    return passed < day ? this.counted("hours-ago", passed / hour) : this.counted("days-ago", passed / day);
  }

  within(passed: number): string {
    if (passed < hour) return this.counted("minutes", Math.max(1, Math.ceil(passed / minute)));
    return passed < 2 * day ? this.counted("hours", Math.round(passed / hour)) : this.counted("days", passed / day);
  }

  /** "6pm", "6.30pm", "noon". */
  time(at: number): string {
    const [hours, minutes] = this.hoursAndMinutes(at);
    if (hours === 12 && minutes === 0) return this.word("noon");
    if (hours === 0 && minutes === 0) return this.word("midnight");
    const half = this.word(hours < 12 ? "am" : "pm");
    return `${hours % 12 || 12}${minutes === 0 ? "" : `.${pad(minutes)}`}${half}`;
  }

  /** "6.05", "7pm": beside other times of the same hours. */
  timeInARow(at: number): string {
    const [hours, minutes] = this.hoursAndMinutes(at);
    return minutes === 0 ? this.time(at) : `${hours % 12 || 12}.${pad(minutes)}`;
  }

  private counted(word: string, number: number): string {
    const whole = Math.floor(number);
    return this.word(`${word}.${whole === 1 ? "one" : "other"}`, this.number(whole));
  }

  private hoursAndMinutes(at: number): [number, number] {
    const [hours = 0, minutes = 0] = this.clock.format(at).split(":").map(Number);
    return [hours, minutes];
  }

  private word(name: string, ...parts: string[]): string {
    return (this.words[name] ?? name).replace(/\{(\d)\}/g, (_, i: string) => parts[Number(i)] ?? "");
  }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const pad = (number: number): string => String(number).padStart(2, "0");
