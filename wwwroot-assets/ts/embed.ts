export {}; // a module, so that its names are its own

// Fetches the counter anew and puts it in the old one's place, so that nothing flickers on somebody else's page.
const every = 15_000;

async function fetchAnew(): Promise<void> {
  const answer = await fetch(location.href);
  if (!answer.ok && answer.status !== 404) return; // a day that was taken down says so
  const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
  const now = document.querySelector("main");
  if (next && now && next.innerHTML !== now.innerHTML) now.replaceWith(next);
}

function comeAnew(): void {
  if (document.hidden) return;
  // A frame whose host gave it no origin may fetch nothing, not even itself.
  if (self.origin === "null") location.reload();
  else void fetchAnew().catch(() => {});
}

setInterval(comeAnew, every);
document.addEventListener("visibilitychange", comeAnew); // what came meanwhile
