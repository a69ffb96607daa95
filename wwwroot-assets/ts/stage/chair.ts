import { write } from "../figures/ages";
import { leftUntil } from "./left";

/** The page before the chair. Its buttons are forms; here they are sent without a reload, so that a dead network loses no page. */
export class Chair {
  // By how much this device's clock is wrong, as of the page before it.
  private skew = 0;
  private isSending = false;
  private refreshing: AbortController | undefined;
  private isStale = false;

  constructor(
    private readonly page: HTMLElement,
    private readonly send: typeof fetch = (...request) => fetch(...request),
  ) {
    this.learnClock();
    page.addEventListener("submit", (event) => this.submit(event as SubmitEvent));
    document.addEventListener("keydown", (event) => this.press(event));
    this.tick(Date.now());
  }

  tick(now: number): void {
    const left = this.page.querySelector<HTMLElement>("[data-ends]");
    if (left) {
      const { text, isOver } = leftUntil(Number(left.dataset["ends"]), now + this.skew);
      left.classList.toggle("chair-over", isOver);
      write(left.querySelector('[data-part="left"]'), text);
      write(
        left.querySelector('[data-part="left-word"]'),
        (isOver ? left.dataset["over"] : left.dataset["left"]) ?? "",
      );
    }
    const clock = this.page.querySelector<HTMLElement>("[data-clock]");
    write(clock, timeIn(clock?.dataset["zone"], now + this.skew));
  }

  /** What comes while a tap is on its way is looked at after it. */
  async refresh(): Promise<void> {
    this.isStale = true;
    while (this.isStale && !this.isSending && !this.refreshing) {
      this.isStale = false;
      this.refreshing = new AbortController();
      await this.ask(location.href, {}, this.refreshing.signal);
      this.refreshing = undefined;
    }
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.isSending) return; // a double tap
    this.refreshing?.abort(); // the tap's answer is newer
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(event.target as HTMLFormElement, event.submitter))
      body.append(name, value as string);
    void this.tap(body);
  }

  private async tap(body: URLSearchParams): Promise<void> {
    this.isSending = true;
    await this.ask(location.href, { method: "POST", body });
    this.isSending = false;
    if (this.isStale) await this.refresh();
  }

  // A clicker for slides sends PageDown.
  private press(event: KeyboardEvent): void {
    if (event.key !== "PageDown" || event.repeat) return;
    event.preventDefault();
    this.page.querySelector<HTMLButtonElement>("[data-next]")?.click();
  }

  private async ask(address: string, request: RequestInit, stopped?: AbortSignal): Promise<void> {
    this.page.ariaBusy = "true";
    const patience = AbortSignal.timeout(8_000);
    try {
      const answer = await this.send(address, {
        ...request,
        cache: "no-store",
        signal: stopped ? AbortSignal.any([stopped, patience]) : patience,
      });
      this.take(answer.status, new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      if (!stopped?.aborted) this.sayOffline();
    } finally {
      this.page.ariaBusy = null;
    }
  }

  private sayOffline(): void {
    write(this.page.querySelector('[data-part="refused"]'), this.page.dataset["offline"] ?? "");
  }

  private take(status: number, anew: Document): void {
    const fresh = anew.querySelector("[data-chair]");
    if (!fresh) {
      // A link that no longer works says so; a site that starts again, or a café's own page, leaves the lectern alone.
      if (status === 403 || status === 404) location.reload();
      else this.sayOffline();
      return;
    }
    const focused = document.activeElement;
    const value = focused instanceof HTMLButtonElement ? focused.value : undefined;
    const wasNext = focused?.hasAttribute("data-next") ?? false;
    this.page.replaceChildren(...fresh.childNodes);
    this.learnClock();
    this.tick(Date.now());
    const again = [...this.page.querySelectorAll("button")].find((button) =>
      wasNext ? button.hasAttribute("data-next") : value !== undefined && button.value === value,
    );
    again?.focus({ preventScroll: true });
  }

  private learnClock(): void {
    const asked = this.page.querySelector<HTMLElement>("[data-asked]")?.dataset["asked"];
    if (asked) this.skew = Number(asked) - Date.now();
  }
}

const timeIn = (zone: string | undefined, at: number): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(
    at,
  );
