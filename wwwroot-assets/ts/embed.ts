// Fetches the counter anew and puts it in the old one's place, so that nothing flickers on somebody else's page.
const every = 15_000;

async function comeAnew(): Promise<void> {
  if (document.hidden) return;
  const answer = await fetch(location.href);
  if (!answer.ok && answer.status !== 404) return; // a day that was taken down says so
  const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
  const now = document.querySelector("main");
  if (next && now && next.innerHTML !== now.innerHTML) now.replaceWith(next);
}

// A frame whose host gave it no origin may fetch nothing, not even itself.
setInterval(() => (self.origin === "null" ? location.reload() : void comeAnew().catch(() => {})), every);
