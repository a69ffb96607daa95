import type { Row } from "../live/contract";
import type { Entry } from "./tap";

/** What the server made of a batch. */
export type Answer =
  | { kind: "taken"; settled: Map<string, string | null>; row: Row; date: number; rehearsed: boolean }
  /** Nobody heard, or nobody of ours: send the same again. */
  | { kind: "lost" }
  /** Asks for patience: milliseconds. */
  | { kind: "busy"; wait: number }
  | { kind: "unknown" }
  | { kind: "revoked" }
  | { kind: "gone" }
  /** The batch as a whole could not be read. */
  | { kind: "unreadable" };

/** What a phone is told when it is let in. */
export interface LetIn {
  token: string;
  townName: string;
  dayName: string;
  timeZone: string;
  opensAt: string;
  endsAt: string;
  row: Row;
  /** The server's clock, out of the answer's Date; NaN where there is none. */
  date: number;
  /** The day's figures are played. */
  rehearsed: boolean;
}

export type Admission = { kind: "in"; told: LetIn } | { kind: "asked" | "gone" | "lost" | "busy" };

/** One batch of one device at one door; empty to hear how the rally stands. */
export async function post(
  rally: string,
  token: string,
  batch: readonly Entry[],
  from: { device: string; door: string },
  signal: AbortSignal,
): Promise<Answer> {
  let answer: Response;
  try {
    answer = await fetch("/api/v1/door/taps", {
      method: "POST",
      credentials: "omit",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ device: from.device, door: from.door, rally, taps: batch.map(written) }),
      signal,
    });
  } catch {
    return { kind: "lost" };
  }
  if (answer.ok) return read(answer);
  const wait = Number(answer.headers.get("Retry-After")) * 1000;
  if (answer.status === 429 || answer.status === 503) return { kind: "busy", wait: wait > 0 ? wait : 2000 };
  // A network that wants a password first says 403 too, in a page of its own.
  if (!(answer.headers.get("Content-Type") ?? "").includes("json")) return { kind: "lost" };
  if (answer.status === 401) return { kind: "unknown" };
  if (answer.status === 403) return { kind: "revoked" };
  if (answer.status === 404) return { kind: "gone" };
  return answer.status < 500 ? { kind: "unreadable" } : { kind: "lost" };
}

/** Swaps the browser's grant, or a private link's secret, for a token of this phone's own; with the one before, which may have been shut out. */
export async function letIn(rally: string, signal?: AbortSignal, secret?: string, before?: string): Promise<Admission> {
  try {
    const answer = await fetch(`/door/${rally}/device`, {
      method: "POST",
      credentials: secret ? "omit" : "same-origin",
      headers: { ...(secret && { Authorization: `Bearer ${secret}` }), ...(before && { "Door-Token": before }) },
      ...(signal && { signal }),
    });
    if (answer.status === 429 || answer.status === 503) return { kind: "busy" };
    if (answer.status === 403) return { kind: "asked" };
    if (answer.status === 404) return { kind: "gone" };
    if (answer.status !== 201) return { kind: "lost" };
    const told = (await answer.json()) as LetIn;
    return { kind: "in", told: { ...told, date: dateOf(answer), rehearsed: isRehearsed(answer) } };
  } catch {
    return { kind: "lost" };
  }
}

async function read(answer: Response): Promise<Answer> {
  try {
    const said = (await answer.json()) as {
      recorded: string[];
      known: string[];
      refused: { id: string | null; why: string }[];
      row: Row;
    };
    const settled = new Map<string, string | null>();
    for (const id of [...said.recorded, ...said.known]) settled.set(id, null);
    for (const { id, why } of said.refused) if (id) settled.set(id, why);
    if (typeof said.row.version !== "number") return { kind: "lost" };
    return {
      kind: "taken",
      settled,
      row: said.row,
      date: dateOf(answer),
      rehearsed: isRehearsed(answer),
    };
  } catch {
    return { kind: "lost" };
  }
}

const dateOf = (answer: Response): number => Date.parse(answer.headers.get("Date") ?? "");

const isRehearsed = (answer: Response): boolean => answer.headers.get("Rehearsal") === "?1";

function written(entry: Entry): object {
  const { id, kind, skew, offline } = entry;
  const at = new Date(entry.at).toISOString();
  if (kind === "undo") return { id, kind, undoes: entry.undoes, at, skew, offline };
  if (kind === "estimate")
    return { id, kind, low: entry.low, high: entry.high, method: entry.method, at, skew, offline };
  return { id, kind, count: entry.count, at, skew, offline };
}
