// Offers towns while somebody types: the combobox pattern of the ARIA Authoring Practices Guide, list with manual selection.
interface Town {
  readonly slug: string;
  readonly name: string;
  readonly region: string;
}

const pause = 150;
const most = 8;

/** Where a town lies, said by its slug where that says more than its name: "isle of wight" of newport-isle-of-wight. */
export function whereabouts(town: Town): string {
  const name = town.name
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  const rest = town.slug.startsWith(`${name}-`) ? town.slug.slice(name.length + 1) : town.region;
  return rest
    .split("-")
    .map((word) => (/^(of|the|and|upon|on|in)$/.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(" ");
}

export function offerTowns(page: Document): void {
  for (const box of page.querySelectorAll<HTMLInputElement>("input[data-towns]")) new TownBox(box, page);
}

class TownBox {
  private readonly list: HTMLUListElement;
  private offered: string[] = [];
  private chosen = -1;
  private pressing = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking = new AbortController();

  constructor(
    private readonly box: HTMLInputElement,
    private readonly page: Document,
  ) {
    this.list = page.createElement("ul");
    this.list.className = "offers";
    this.list.id = `${box.id}-offers`;
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", box.dataset["towns"] ?? "");
    (box.closest(".find-row") ?? box).after(this.list);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
    }))
      box.setAttribute(name, value);
    box.addEventListener("input", () => this.askSoon());
    box.addEventListener("keydown", (event) => this.onKey(event));
    // Closing moves what stands below: a button that is just being pressed would slip away from under the finger.
    box.addEventListener("blur", () => this.pressing || this.close());
    page.addEventListener("mousedown", () => (this.pressing = true), { capture: true });
    page.addEventListener("mouseup", () => this.onLet(), { capture: true });
    this.list.addEventListener("mousedown", (event) => this.onPress(event));
  }

  private askSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), pause);
  }

  private async ask(): Promise<void> {
    this.asking.abort();
    this.asking = new AbortController();
    const typed = this.box.value.trim();
    if (typed.length < 2) return this.close();
    try {
      const answer = await fetch(`/api/v1/towns?limit=${most}&q=${encodeURIComponent(typed)}`, {
        signal: this.asking.signal,
      });
      if (answer.ok) this.offer((await answer.json()) as Town[]);
    } catch {
      this.close(); // No network or a newer question: the box works without offers.
    }
  }

  private offer(towns: readonly Town[]): void {
    this.offered = towns.map((town) => `${town.name}, ${whereabouts(town)}`);
    this.list.replaceChildren(...towns.map((town, i) => this.option(town, i)));
    this.choose(-1);
    const open = towns.length > 0 && this.page.activeElement === this.box;
    this.list.hidden = !open;
    this.box.setAttribute("aria-expanded", String(open));
  }

  private option(town: Town, i: number): HTMLLIElement {
    const option = this.page.createElement("li");
    option.id = `${this.list.id}-${i}`;
    option.setAttribute("role", "option");
    const name = this.page.createElement("b");
    name.textContent = town.name;
    option.append(name, ` ${whereabouts(town)}`);
    return option;
  }

  private choose(chosen: number): void {
    this.chosen = chosen;
    [...this.list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === chosen)));
    if (chosen < 0) this.box.removeAttribute("aria-activedescendant");
    else this.box.setAttribute("aria-activedescendant", `${this.list.id}-${chosen}`);
  }

  private onKey(event: KeyboardEvent): void {
    if (this.list.hidden) return;
    const count = this.offered.length;
    if (event.key === "ArrowDown") this.choose((this.chosen + 1) % count);
    else if (event.key === "ArrowUp") this.choose((Math.max(this.chosen, 0) + count - 1) % count);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && this.chosen >= 0) this.take(this.chosen);
    else return;
    event.preventDefault();
  }

  private onPress(event: MouseEvent): void {
    const option = (event.target as Element).closest("li");
    if (!option) return;
    event.preventDefault();
    this.take([...this.list.children].indexOf(option));
  }

  // After the click, which follows at once.
  private onLet(): void {
    this.pressing = false;
    setTimeout(() => this.page.activeElement === this.box || this.close());
  }

  private take(i: number): void {
    this.box.value = this.offered[i] ?? this.box.value;
    this.close();
    this.box.form?.requestSubmit();
  }

  private close(): void {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.box.setAttribute("aria-expanded", "false");
    this.choose(-1);
  }
}
