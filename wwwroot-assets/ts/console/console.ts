// What the organisers' console asks of the browser. The server calls the exported functions.
import { letRowsMove } from "./drag";
import { watchConnection } from "./reconnect";

export function focus(id: string): void {
  document.getElementById(id)?.focus();
}

export function open(dialog: HTMLDialogElement): void {
  if (!dialog.open) dialog.showModal();
}

/** Focus goes back to whatever opened it. */
export function close(dialog: HTMLDialogElement | null): void {
  if (dialog?.open) dialog.close();
}

/** False where the browser refuses, as it does without https. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export function ask(question: string): boolean {
  return window.confirm(question);
}

letRowsMove();
watchConnection();
