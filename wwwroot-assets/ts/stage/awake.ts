/** Keeps the screen on while the page is looked at, where the browser can. */
export function stayAwake(page: Document, locks: WakeLock | undefined = navigator.wakeLock): void {
  const ask = () => {
    if (page.visibilityState === "visible") void locks?.request("screen").catch(() => undefined); // refused on low battery
  };
  page.addEventListener("visibilitychange", ask); // a hidden page loses it
  ask();
}
