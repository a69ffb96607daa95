import { write } from "../figures/ages";

/** As ScreenCode.cs says it. */
interface ScreenCode {
  readonly open: boolean;
  readonly code: string | null;
  readonly left: number;
}

const between = 30_000;
const turns = 300;

/**
 * The QR code and, where the organiser asks for them, the six digits, fetched anew when they change and every half minute. Out of
 * reach, digits stay until the one after them has run out too, as the site takes the code before.
 */
export class CheckIn {
  private code: string | null;
  private changesAt: number;
  private askAt: number;
  private isAsking = false;

  constructor(
    private readonly box: HTMLElement,
    private readonly address: string,
    private readonly clock: () => number = () => performance.now(),
    private readonly ask: (address: string) => Promise<Response> = (to) =>
      fetch(to, { cache: "no-store", signal: AbortSignal.timeout(10_000) }),
  ) {
    const digits = box.querySelector<HTMLElement>('[data-part="code"]');
    this.code = digits?.textContent || null;
    this.changesAt = clock() + Number(digits?.dataset["left"] ?? 0) * 1000;
    this.askAt = clock() + between;
  }

  tick(): void {
    const now = this.clock();
    this.draw(now);
    if (this.isAsking || (now < this.askAt && !(this.code && now >= this.changesAt))) return;
    this.isAsking = true;
    this.askAt = now + between;
    void this.fetch().finally(() => (this.isAsking = false));
  }

  private async fetch(): Promise<void> {
    try {
      const answer = await this.ask(this.address);
      if (answer.status === 403 || answer.status === 404) this.take({ open: false, code: null, left: 0 });
      else if (answer.ok) this.take((await answer.json()) as ScreenCode);
    } catch {
      // The network is gone; the next half minute tries again.
    }
  }

  private take({ open, code, left }: ScreenCode): void {
    const now = this.clock();
    this.box.hidden = !open;
    this.code = code;
    this.changesAt = now + left * 1000;
    this.draw(now);
  }

  private draw(now: number): void {
    const left = Math.max(0, (this.changesAt - now) / 1000);
    if (this.code && now > this.changesAt + turns * 1000) this.code = null;
    const line = this.box.querySelector<HTMLElement>('[data-part="code-line"]');
    if (line) line.hidden = !this.code;
    const digits = this.code?.replace(/\s/g, "") ?? "";
    write(this.box.querySelector('[data-part="code"]'), digits ? `${digits.slice(0, 3)} ${digits.slice(3)}` : "");
    this.box.querySelector('[data-part="ring"]')?.setAttribute("stroke-dashoffset", String(Math.round(turns - left)));
  }
}
