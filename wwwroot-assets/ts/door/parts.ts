/** Takes over from a fresh page whatever this one shows too, in place: a button under a thumb must not be exchanged. */
export function takeParts(page: ParentNode, fresh: ParentNode): void {
  for (const part of page.querySelectorAll<HTMLElement>("[data-part]")) {
    const other = fresh.querySelector<HTMLElement>(`[data-part="${part.dataset.part}"]`);
    if (!other) continue;
    if (part.className !== other.className) part.className = other.className;
    for (const name of ["data-number", "data-undoable", "value"]) {
      const value = other.getAttribute(name);
      if (value !== null) part.setAttribute(name, value);
    }
    part.toggleAttribute("disabled", other.hasAttribute("disabled"));
    if (part.innerHTML !== other.innerHTML) part.replaceChildren(...document.importNode(other, true).childNodes);
  }
}
