import type { Said } from "./said";

/** Keeps "4 minutes ago" true wherever a time stands in data-ago. */
export function tellAges(page: ParentNode, said: Said, now: number): void {
  for (const age of page.querySelectorAll<HTMLElement>("[data-ago]")) {
    const at = age.dataset["ago"];
    write(age, at ? said.ago(Date.parse(at), now) : "");
  }
}

/** Changes nothing that says it already: a screen reader or a selection may be there. */
export function write(element: Element | null | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
