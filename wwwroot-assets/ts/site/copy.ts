// Buttons that copy the text of another element. Without script they stay hidden, and the text is there to be selected.
export function copyTexts(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    const source = page.getElementById(button.dataset.copy ?? "");
    if (!source || !("clipboard" in navigator)) continue;
    // It stands there empty from the start, so that screen readers say what comes into it.
    const status = page.createElement("span");
    status.className = "copied";
    status.setAttribute("role", "status");
    button.after(status);
    button.hidden = false;
    button.addEventListener("click", async () => {
      status.textContent = "";
      try {
        await navigator.clipboard.writeText(source.textContent.trim());
        status.textContent = button.dataset.copied ?? "";
      } catch {
        getSelection()?.selectAllChildren(source); // not allowed: ready to be copied by hand
      }
    });
  }
}
