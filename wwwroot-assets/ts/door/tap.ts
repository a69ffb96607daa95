/** A tap as the server takes it (POST /api/v1/door/taps); times in milliseconds by this phone's clock. */
export interface Tap {
  id: string;
  kind: "in" | "out" | "undo" | "estimate";
  /** People, 1 to 50; of in and out alone. */
  count: number;
  undoes?: string;
  low?: number;
  high?: number;
  method?: string;
  at: number;
  /** Server's clock less this phone's, as last known; fixed when the tap is made. */
  skew: number;
  /** Made while nothing could be sent. */
  offline: boolean;
}

/** A tap on this phone: whose it is, and what became of it. It names no token: whoever may send, sends it. */
export interface Entry extends Tap {
  /** day/town */
  rally: string;
  device: string;
  door: string;
  state: "kept" | "sent" | "refused";
  /** Made when this phone knew that the count was closed: it moves no figure. */
  late?: boolean;
  /** Why it was refused. */
  why?: string;
}

/** What undo may still take back: ten minutes, as on the server. */
export const undoWithin = 10 * 60_000;

export const mostPeople = 50;

/** When the server will say it was made. */
export const placed = (tap: Tap): number => tap.at + tap.skew;
