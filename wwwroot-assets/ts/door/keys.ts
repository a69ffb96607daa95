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

/** People that were written in the dialog; null for what is no number, or none that one tap may have. */
export function peopleOf(text: string): number | null {
  const people = Math.round(Number(text));
  return people >= 1 && people <= mostPeople ? people : null;
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
  const wrong = part(dialog, "many-wrong");
  many.hidden = false;
  many.addEventListener("click", () => {
    field.value = "";
    sayWrong(false);
    dialog.showModal();
  });
  for (const choice of dialog.querySelectorAll<HTMLButtonElement>("[data-people]"))
    choice.addEventListener("click", () => {
      field.value = choice.dataset.people!;
      sayWrong(false);
    });
  dialog.addEventListener("submit", (event) => {
    const isCancelled = (event.submitter as HTMLButtonElement | null)?.value === "";
    if (isCancelled || peopleOf(field.value) !== null) return;
    event.preventDefault();
    sayWrong(true);
    field.focus();
  });
  dialog.addEventListener("close", () => {
    const people = peopleOf(field.value);
    const kind = dialog.returnValue;
    dialog.returnValue = "";
    if ((kind === "in" || kind === "out") && people !== null) tap(kind, people);
  });

  function sayWrong(isWrong: boolean): void {
    wrong.hidden = !isWrong;
    field.setAttribute("aria-invalid", String(isWrong));
    field.setAttribute("aria-describedby", isWrong ? wrong.id : ""); // what is hidden would be read out all the same
  }
}
