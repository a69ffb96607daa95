import { delayBefore } from "../live/backoff";
import { takeParts } from "./parts";
import { TapQueue, type Answer } from "./queue";
import { readTap, tapAgain, undoOf, undoWithin, withWaiting, writeTap, type Figures, type Tap } from "./tap";

const freshEvery = 15_000;

/** Sends each tap without leaving the page, and keeps those that nobody heard until the network is back. */
export function countQuickly(page: Document, form: HTMLFormElement): void {
  const skew = Number(form.dataset.now) - Date.now();
  const numbers = new Intl.NumberFormat(page.documentElement.lang);
  const undo = form.querySelector<HTMLButtonElement>("[data-undo]")!;
  const queue = new TapQueue<Tap>(
    send,
    (attempt) => new Promise((wake) => setTimeout(wake, 500 + delayBefore(attempt))),
    show,
  );
  let undoable = stack();

  form.addEventListener("submit", (event) => {
    const pressed = event.submitter;
    if (!(pressed instanceof HTMLButtonElement)) return;
    if (pressed === undo && undoable.length === 0) return; // an estimate: the form is sent as without script
    event.preventDefault();
    const now = Date.now();
    const tap = pressed === undo ? takeBack(now) : tapAgain(pressed.value, now, skew);
    if (!tap) return;
    if (pressed !== undo) {
      undoable.push(tap);
      sayUndo(pressed.dataset.said ?? "");
    }
    navigator.vibrate?.(15);
    queue.add(tap);
  });
  addEventListener("online", () => queue.wake());
  addEventListener("focus", () => queue.wake());
  addEventListener("beforeunload", (event) => {
    if (queue.waiting.length > 0) event.preventDefault();
  });
  setInterval(() => void refresh(), freshEvery);
  history.replaceState(null, "", form.action);

  function takeBack(now: number): Tap | null {
    const last = undoable.pop();
    const next = undoable.at(-1);
    sayUndo(
      next ? (form.querySelector<HTMLElement>(`[value*=".${next.kind}.${next.people}"]`)?.dataset.said ?? "") : "",
    );
    return last && now + skew - last.at - last.skew <= undoWithin ? undoOf(last, now, skew) : null;
  }

  async function send(taps: readonly Tap[]): Promise<Answer> {
    const body = new URLSearchParams();
    for (const field of form.querySelectorAll<HTMLInputElement>("input[type=hidden]"))
      body.append(field.name, field.value);
    for (const tap of taps) body.append("tap", writeTap(tap));
    const answer = await fetch(form.action, { method: "POST", body });
    if (answer.status === 403) return "revoked";
    const taken = await takeOver(answer, queue.waiting.length > taps.length);
    return taken ? "taken" : "later";
  }

  async function refresh(): Promise<void> {
    if (page.hidden || queue.state !== "idle") return;
    try {
      const answer = await fetch(form.action);
      if (queue.state === "idle") await takeOver(answer, false);
    } catch {
      // The next tap will notice.
    }
  }

  /** False when it is not a door's page: the network said something of its own, or the site is overloaded. */
  async function takeOver(answer: Response, tappedMeanwhile: boolean): Promise<boolean> {
    if (!answer.ok && answer.status !== 422) return false;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!fresh.querySelector("form[data-door]")) return false;
    const before = undoable;
    takeParts(page, fresh);
    undoable = tappedMeanwhile ? before : stack();
    if (tappedMeanwhile) undo.disabled = undoable.length === 0;
    return true;
  }

  function show(): void {
    const shown = withWaiting(
      { here: number("here"), entered: number("entered"), peak: number("peak") },
      queue.waiting,
    );
    for (const name of ["here", "entered", "peak"] as const) write(name, numbers.format(shown[name]));
    const state = page.querySelector<HTMLElement>("[data-part=state]")!;
    const waiting = queue.waiting.length;
    if (queue.state === "lost")
      say(state, waiting === 1 ? form.dataset.lostOne! : form.dataset.lost!, "door-state-offline");
    else if (queue.state === "revoked") say(state, form.dataset.revoked!, "door-state-refused");
  }

  function say(state: HTMLElement, words: string, look: string): void {
    state.className = `door-state ${look}`;
    const text = words.replace("{0}", numbers.format(queue.waiting.length));
    if (state.textContent !== text) state.textContent = text;
  }

  function sayUndo(said: string): void {
    undo.disabled = undoable.length === 0;
    undo.querySelector("small")!.textContent = said;
  }

  function stack(): Tap[] {
    const said = (undo.dataset.undoable ?? "").split(" ").filter((word) => word.length > 0);
    return said.map((word) => readTap(word, 0, 0)).filter((tap) => tap !== null);
  }

  function part(name: keyof Figures): HTMLElement {
    return page.querySelector<HTMLElement>(`[data-part=${name}]`)!;
  }

  function number(name: keyof Figures): number {
    return Number(part(name).dataset.number);
  }

  function write(name: keyof Figures, text: string): void {
    const shown = part(name);
    if (shown.textContent !== text) shown.textContent = text;
  }
}
