const minute = 60_000;

/** Whole days, hours and minutes from now until then; null once the hour has struck. */
export function leftUntil(then: number, now: number): [days: number, hours: number, minutes: number] | null {
  const minutes = Math.floor((then - now) / minute);
  return minutes < 0 ? null : [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
}

/** Keeps the countdowns of a page right; the words come from the server. */
export function tickCountdowns(page: Document): void {
  for (const countdown of page.querySelectorAll<HTMLElement>("[data-countdown]")) tick(countdown);
}

function tick(countdown: HTMLElement): void {
  const then = Date.parse(countdown.dataset["countdown"] ?? "");
  const show = () => {
    const left = leftUntil(then, Date.now());
    countdown.hidden = left === null;
    left?.forEach((number, i) => showPart(countdown.children[i], number, i === (left[0] > 0 ? 2 : 0)));
    if (left) setTimeout(show, minute - (Date.now() % minute));
  };
  show();
}

function showPart(part: Element | undefined, number: number, hidden: boolean): void {
  const figure = part?.querySelector("b");
  const unit = part?.querySelector<HTMLElement>("[data-one]");
  if (!figure || !unit) return;
  (part as HTMLElement).hidden = hidden;
  figure.textContent = String(number);
  unit.textContent = (number === 1 ? unit.dataset["one"] : unit.dataset["other"]) ?? "";
}
