import type { Entry } from "./tap";

type Said = Pick<Entry, "id" | "kind" | "count" | "at"> & Partial<Pick<Entry, "undoes" | "low" | "high" | "method">>;

/** The page as it was before its script came: thumbs may have been quicker, and its forms have sent what they pressed. */
export class PageBefore {
  constructor(
    readonly device: string,
    private readonly door: string,
    private readonly taps: readonly Said[],
  ) {}

  /** Undefined for the shell, which has no device and whose buttons do nothing yet. */
  static of(app: HTMLElement, form: HTMLFormElement): PageBefore | undefined {
    if (app.dataset.tapped === undefined) return undefined;
    const field = (name: string): string => form.querySelector<HTMLInputElement>(`[name=${name}]`)!.value;
    return new PageBefore(field("device"), field("door"), JSON.parse(app.dataset.tapped) as Said[]);
  }

  /** In the log of the phone they are like any others that were sent. */
  sent(rally: string): Entry[] {
    const { device, door } = this;
    return this.taps.map((tap) => ({ ...tap, skew: 0, offline: false, rally, device, door, state: "sent" }));
  }
}
