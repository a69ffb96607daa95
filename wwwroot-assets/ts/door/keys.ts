import { part } from "./parts";
import { mostPeople } from "./tap";

/** No thumb is as quick: a wet screen or a worn button sends such twins. Real taps come three or four a second, ten at the most. */
const twin = 60;

/** Tells one press of a key from its shadow. */
export function presses(): (key: string, at: number) => boolean {
  let last = { key: "", at: -Infinity };
  return (key, at) => {
    const isTwin = key === last.key && at - last.at < twin;
    if (!isTwin) last = { key, at };
    return !isTwin;
  };
}

/** Calls back for each press, with what it says. */
export function listenToKeys(
  form: HTMLFormElement,
  dialog: HTMLDialogElement,
  tap: (kind: "in" | "out", count: number) => void,
  undo: () => void,
): void {
  const isPress = presses();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const key = event.submitter;
    if (!(key instanceof HTMLButtonElement) || !isPress(key.dataset.part ?? "", event.timeStamp)) return;
    if (key.hasAttribute("data-undo")) undo();
    else tap(key.dataset.kind === "out" ? "out" : "in", Number(key.dataset.count));
  });
  // A key held down on a keyboard is one press.
  form.addEventListener("keydown", (event) => {
    if (event.repeat && (event.key === "Enter" || event.key === " ")) event.preventDefault();
  });
  const many = part<HTMLButtonElement>(form, "many");
  const field = dialog.querySelector<HTMLInputElement>("input")!;
  many.hidden = false;
  many.addEventListener("click", () => {
    field.value = "";
    dialog.showModal();
  });
  for (const choice of dialog.querySelectorAll<HTMLButtonElement>("[data-people]"))
    choice.addEventListener("click", () => (field.value = choice.dataset.people!));
  dialog.addEventListener("close", () => {
    const people = Math.round(Number(field.value));
    const kind = dialog.returnValue;
    dialog.returnValue = "";
    if ((kind === "in" || kind === "out") && people >= 1 && people <= mostPeople) tap(kind, people);
  });
}
