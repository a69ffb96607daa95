// Lets a row of the running order be dragged and dropped on another; the server hears from and to where.
export function letRowsMove(): void {
  let moving = false;
  document.addEventListener("dragstart", (event) => {
    moving = rowOf(event) !== null;
    // Firefox drags nothing that carries no data.
    if (moving) event.dataTransfer?.setData("text/plain", rowOf(event)?.getAttribute("aria-label") ?? "");
  });
  document.addEventListener("dragend", () => (moving = false));
  // Asked many times a second, and therefore answered here.
  document.addEventListener("dragover", (event) => {
    if (moving && rowOf(event)) event.preventDefault();
  });
}

function rowOf(event: Event): Element | null {
  return event.target instanceof Element ? event.target.closest(".slot-row") : null;
}
