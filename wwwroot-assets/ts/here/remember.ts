/** What this browser keeps: the latest rally it was counted at, and no other. */
interface Remembered {
  rally: string;
  id: string;
}

export type Memory = Pick<Storage, "getItem" | "setItem">;

const key = "rallies-here";

/** The id under which this browser was counted at the rally; null when it was not, or not last. */
export function rememberedId(memory: Memory, rally: string): string | null {
  try {
    const known = JSON.parse(memory.getItem(key) ?? "null") as Partial<Remembered> | null;
    return known?.rally === rally && typeof known.id === "string" ? known.id : null;
  } catch {
    return null;
  }
}

export function remember(memory: Memory, rally: string, id: string): void {
  try {
    memory.setItem(key, JSON.stringify({ rally, id } satisfies Remembered));
  } catch {
    // Not allowed or full: the form still counts once.
  }
}
