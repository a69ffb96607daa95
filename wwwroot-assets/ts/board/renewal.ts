/** What coming anew needs of the world; tests put their own in. */
export interface World {
  isReady(): Promise<boolean>;
  reload(): void;
  /** At least 0 and less than 1. */
  random(): number;
  after(milliseconds: number, then: () => void): void;
}

/** When a page comes anew from the site, so that thousands do not ask for it at once. */
export class Renewal {
  private wasOpen = false;
  private isComing = false;

  constructor(
    private readonly isScreen: boolean,
    private readonly world: World = thePage,
  ) {}

  /** The doors open: everybody who waits comes for the board, a few at a time. */
  afterOpening(): void {
    this.world.after(this.world.random() * 10_000, () => void this.now());
  }

  /** The last doors have closed: a page that is over says so in other words. Screens are few. */
  hear(isOpen: boolean): void {
    if (this.wasOpen && !isOpen)
      this.world.after(6_000 + this.world.random() * (this.isScreen ? 10_000 : 600_000), () => void this.now());
    this.wasOpen = isOpen;
  }

  /** Not while the site is away: a projector would be left with the browser's own words. */
  async now(): Promise<void> {
    if (this.isComing) return;
    this.isComing = true;
    await this.tryToCome();
  }

  private async tryToCome(): Promise<void> {
    if (await this.world.isReady()) this.world.reload();
    else this.world.after(10_000 + this.world.random() * 10_000, () => void this.tryToCome());
  }
}

const thePage: World = {
  isReady: async () => (await fetch("/health/ready").catch(() => undefined))?.ok ?? false,
  reload: () => location.reload(),
  random: () => Math.random(),
  after: (milliseconds, then) => void setTimeout(then, milliseconds),
};
