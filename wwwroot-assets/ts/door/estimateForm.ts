import { byArea, byFlyers, byRows, type Density, type Estimate } from "./estimate";
import { part, write } from "./parts";
import type { DoorWords } from "./words";

const pace = 0.75;

/** Guides to an estimate, and queues it like a tap. Without script the two numbers are typed. */
export function listenToEstimates(page: Document, words: () => DoorWords, tap: (estimate: Estimate) => void): void {
  const form = part<HTMLFormElement>(page, "estimate");
  const said = part(page, "estimate-said");
  form.addEventListener("input", (event) => {
    const field = event.target as HTMLInputElement;
    if (field.name === "low" || field.name === "high") return;
    showWay();
    const guided = guess();
    if (!guided) return;
    value("low").value = String(guided.low);
    value("high").value = String(guided.high);
    write(said, words().say("estimate.reckoned", words().said.range(guided.low, guided.high)));
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [low, high] = [people("low"), people("high")];
    if (low === null || high === null || low > high) {
      write(said, words().say(low === null || high === null ? "estimate.missing" : "estimate.turned"));
      value(low === null ? "low" : "high").focus();
      return;
    }
    const guided = guess();
    const method = guided?.low === low && guided.high === high ? guided.method : way();
    tap({ low, high, method });
    write(said, words().say("estimate.done", words().said.range(low, high)));
    form.reset();
    showWay();
  });
  showWay();

  function showWay(): void {
    for (const block of form.querySelectorAll<HTMLElement>("[data-way]")) block.hidden = block.dataset.way !== way();
  }

  function guess(): Estimate | null {
    const unit = chosen("unit") === "paces" ? pace : 1;
    if (way() === "area") {
      const [length, width, density] = [amount("length"), amount("width"), chosen("density")];
      return length && width && density ? byArea(length * unit, width * unit, density as Density) : null;
    }
    if (way() === "rows") {
      const [rows, each] = [amount("rows"), amount("each")];
      return rows && each ? byRows(rows, each) : null;
    }
    const [flyers, took] = [amount("flyers"), Number(chosen("took"))];
    return way() === "flyers" && flyers && took ? byFlyers(flyers, took) : null;
  }

  function way(): string {
    return chosen("method") || "eye";
  }

  function value(name: string): HTMLInputElement {
    return form.querySelector<HTMLInputElement>(`[name=${name}]`)!;
  }

  function chosen(name: string): string {
    return form.querySelector<HTMLInputElement>(`[name=${name}]:checked`)?.value ?? "";
  }

  function amount(name: string): number {
    const number = Number(value(name).value.replace(",", "."));
    return number > 0 && number <= 1_000_000 ? number : 0;
  }

  // "1,200" is how people write it.
  function people(name: string): number | null {
    const text = value(name).value.replace(/[,\s]/g, "");
    return /^\d{1,7}$/.test(text) && Number(text) <= 1_000_000 ? Number(text) : null;
  }
}
