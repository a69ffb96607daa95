// Buttons that copy the text of another element. Without script they stay hidden, and the text is there to be selected.
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
  const source = document.getElementById(button.dataset.copy ?? "");
  if (!source || !("clipboard" in navigator)) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      button.textContent = button.dataset.copied ?? "";
    } catch {
      getSelection()?.selectAllChildren(source); // not allowed: ready to be copied by hand
    }
  });
}
