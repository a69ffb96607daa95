type Heard = { type: string; target: Part; preventDefault(): void };

/** As much of a page as our scripts look at, without a browser. */
export class Part {
  readonly dataset: Record<string, string>;
  readonly children: Part[] = [];
  readonly attributes = new Map<string, string>();
  textContent = "";
  value = "";
  hidden = false;
  id = "";
  className = "";
  form: object | null = null;
  parent: Part | undefined;
  readonly #heard = new Map<string, ((event: Heard) => void)[]>();

  constructor(
    readonly name: string,
    dataset: Record<string, string> = {},
    ...children: Part[]
  ) {
    this.dataset = dataset;
    this.append(...children);
  }

  append(...added: (Part | string)[]): void {
    for (const part of added)
      if (typeof part === "string") this.textContent += part;
      else this.insertBefore(part, null);
  }

  insertBefore(part: Part, before: Part | null): void {
    part.parent = this;
    this.children.splice(before ? this.children.indexOf(before) : this.children.length, 0, part);
  }

  replaceChildren(...added: Part[]): void {
    this.children.length = 0;
    this.append(...added);
  }

  after(next: Part): void {
    const place = this.parent!.children.indexOf(this);
    this.parent!.insertBefore(next, this.parent!.children[place + 1] ?? null);
  }

  get nextElementSibling(): Part | null {
    return this.#beside(1);
  }

  get previousElementSibling(): Part | null {
    return this.#beside(-1);
  }

  focus(): void {}

  remove(): void {
    this.parent?.children.splice(this.parent.children.indexOf(this), 1);
  }

  closest(selector: string): Part | null {
    return this.#is(selector) ? this : (this.parent?.closest(selector) ?? null);
  }

  /** By name, by `[data-…]`, or by `[data-…="…"]`. */
  querySelectorAll(selector: string): Part[] {
    return this.children.flatMap((part) => [...(part.#is(selector) ? [part] : []), ...part.querySelectorAll(selector)]);
  }

  querySelector = (selector: string): Part | null => this.querySelectorAll(selector)[0] ?? null;

  getAttribute = (name: string): string | null => this.attributes.get(name) ?? null;

  setAttribute = (name: string, value: string): void => void this.attributes.set(name, value);

  removeAttribute = (name: string): void => void this.attributes.delete(name);

  toggleAttribute = (name: string, isOn: boolean): void =>
    isOn ? this.setAttribute(name, "") : this.removeAttribute(name);

  addEventListener(type: string, heard: (event: Heard) => void): void {
    this.#heard.set(type, [...(this.#heard.get(type) ?? []), heard]);
  }

  /** Something happens to it: it hears of it before whatever it stands in. */
  happen(type: string, target: Part = this): void {
    for (const heard of this.#heard.get(type) ?? []) heard({ type, target, preventDefault: () => {} });
    this.parent?.happen(type, target);
  }

  #beside(by: number): Part | null {
    return this.parent?.children[this.parent.children.indexOf(this) + by] ?? null;
  }

  #is(selector: string): boolean {
    const [, name, value] = /^\[data-([a-z-]+)(?:="(.*)")?\]$/.exec(selector) ?? [];
    if (!name) return this.name === selector.replace(/\[data-.*/, "");
    const held = this.dataset[name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())];
    return held !== undefined && (value === undefined || held === value);
  }
}

/** The document: makes parts, and knows which has the focus. */
export class Page extends Part {
  activeElement: Part | null = null;

  constructor(...children: Part[]) {
    super("html", {}, ...children);
  }

  createElement = (name: string): Part => new Part(name);

  createElementNS = (_: string, name: string): Part => new Part(name);

  /** Moves the focus, as a press or the keyboard does. */
  moveFocus(part: Part | null): void {
    if (part === this.activeElement) return;
    const before = this.activeElement;
    this.activeElement = part;
    before?.happen("blur");
  }
}
