/**
 * What the site says over the hub at /hubs/live and the API says at /api/v1/days/{day}/counts.
 * Mirrors ILiveClient and what it carries; a test on the server's side holds the two together.
 */

/** Server to client: the names of the messages. */
export interface LiveClient {
  counts(frame: Frame): void;
  announcement(announcement: Announcement): void;
  speaking(speaking: Speaking): void;
}

/** A snapshot (`since` 0), or everything that changed after version `since` up to `version`. Times are ISO 8601. */
export interface Frame {
  day: string;
  since: number;
  version: number;
  asOf: string | null;
  total: Total;
  rallies: RowChange[];
}

/** The sum of the rows. */
export interface Total {
  low: number;
  high: number;
  entered: number;
  hereNow: number;
  peak: number;
  checkedIn: number;
  pledged: number;
  reporting: number;
  live: number;
  oldest: string | null;
}

/** One rally. */
export interface Row {
  town: string;
  version: number;
  status: "confirmed" | "tentative" | "postponed" | "cancelled";
  startsAt: string;
  open: boolean;
  closed: boolean;
  final: boolean;
  kind: "corrected" | "counted" | "estimated" | "checkedIn" | "none";
  low: number;
  high: number;
  entered: number;
  hereNow: number;
  peak: number;
  checkedIn: number;
  pledged: number;
  doors: number;
  capacity: number | null;
  late: number;
  asOf: string | null;
}

/** A row of a frame: its town, its version, and only the fields that changed. */
export type RowChange = Pick<Row, "town" | "version"> & Partial<Row>;

/** A sentence from a rally's organiser, or to the whole day (no town). An empty text takes back what was said there then. */
export interface Announcement {
  day: string;
  town: string | null;
  text: string;
  at: string;
}

/** Who is on, who comes next, and how late it is; negative when it is ahead. */
export interface Speaking {
  day: string;
  town: string;
  now: string | null;
  next: string | null;
  lateMinutes: number;
}
