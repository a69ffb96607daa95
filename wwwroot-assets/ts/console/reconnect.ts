// Blazor's script says how the connection is by classes on this dialog, and raises no event.
declare const Blazor: { reconnect(): Promise<boolean> };

const states = ["show", "failed", "rejected", "hide"] as const;
type State = (typeof states)[number];

export function watchConnection(): void {
  const dialog = document.getElementById("components-reconnect-modal");
  if (!(dialog instanceof HTMLDialogElement)) return;

  // Escape would hide that nothing typed arrives.
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  document.getElementById("reconnect-again")?.addEventListener("click", () => void tryAgain());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && stateOf(dialog) === "failed") void tryAgain();
  });
  new MutationObserver(() => follow(dialog)).observe(dialog, { attributes: true, attributeFilter: ["class"] });
}

function stateOf(dialog: HTMLElement): State | undefined {
  return states.find((state) => dialog.classList.contains(`components-reconnect-${state}`));
}

function follow(dialog: HTMLDialogElement): void {
  switch (stateOf(dialog)) {
    case "show":
    case "failed":
      if (!dialog.open) dialog.showModal();
      break;
    case "hide":
      dialog.close();
      break;
    case "rejected": // The server has forgotten this page; what was kept as a draft comes back.
      location.reload();
  }
}

async function tryAgain(): Promise<void> {
  // False: the server answers, but the page's circuit is gone. An exception: still no network.
  try {
    if (!(await Blazor.reconnect())) location.reload();
  } catch {
    return;
  }
}
