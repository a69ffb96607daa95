/** A part of the page by its name; the server writes them all, shown or hidden. */
export function part<T extends HTMLElement = HTMLElement>(page: ParentNode, name: string): T {
  const found = page.querySelector<T>(`[data-part="${name}"]`);
  if (!found) throw new Error(`The page has no part ${name}.`);
  return found;
}

/** Only where it differs, so that nothing is read out or painted twice. */
export function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

export type Item = string | readonly (string | Node)[];

/** Only where they differ: a button under a thumb must not be exchanged. */
export function items(list: HTMLElement, rows: readonly Item[]): void {
  const fresh = document.createElement("ul");
  for (const row of rows) {
    const item = document.createElement("li");
    item.append(...(typeof row === "string" ? [row] : row));
    fresh.append(item);
  }
  if (fresh.innerHTML !== list.innerHTML) list.replaceChildren(...fresh.childNodes);
}

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text: string,
  does?: () => void,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  if (does) made.addEventListener("click", does);
  return made;
}
