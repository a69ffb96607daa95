import { listenToEstimates } from "./estimateForm";
import { showFigures } from "./figures";
import { openShelf } from "./indexedShelf";
import { Keeper } from "./keeper";
import { listenToKeys } from "./keys";
import { showDoors } from "./otherDoors";
import { PageBefore } from "./pageBefore";
import { part, write } from "./parts";
import { listenToRescue, showRescue } from "./rescueDesk";
import { Rounds } from "./rounds";
import { stateOf } from "./state";
import { listenToTaps, showTaps } from "./taps";
import { WakeLock } from "./wakeLock";
import { DoorWords } from "./words";

/** Takes over the page of a door, or makes one of the shell that a phone keeps. */
export async function startDoor(page: Document, app: HTMLElement): Promise<void> {
  const language = page.documentElement.lang;
  const plain = new DoorWords(JSON.parse(app.dataset.words ?? "{}"), language);
  const [, , day, town] = location.pathname.split("/");
  const keys = page.querySelector<HTMLFormElement>("form[data-door]")!;
  // From the first moment: what is pressed while the phone's database opens is not left to the form, which needs a network.
  let isReady: () => void = () => {};
  const ready = new Promise<void>((go) => (isReady = go));
  listenToKeys(
    keys,
    part<HTMLDialogElement>(page, "many-dialog"),
    (kind, count) => {
      const at = Date.now();
      void ready.then(() => tap({ kind, count, at }));
    },
    () => void ready.then(undo),
  );
  const shelf = await openShelf();
  if (!day || !town) return showDoors(page, shelf, plain);

  let shown: Keeper | undefined;
  const keeper = await Keeper.open(`${day}/${town}`, shelf, () => shown && show(), PageBefore.of(app, keys));
  shown = keeper;
  // A page that comes from the server knows it; the shell knows only what the phone last heard.
  if (app.dataset.tapped !== undefined) keeper.door.rehearsed = !part(page, "rehearsal").hidden;
  const rounds = new Rounds(keeper);
  const wakeLock = new WakeLock((held) => showWakeLock(held));
  let readOut = "";

  await takeFromAddress();
  isReady();
  listenToNames();
  listenToTaps(page, keeper);
  listenToEstimates(page, words, (estimate) => tap({ kind: "estimate", ...estimate }));
  listenToRescue(page, keeper, words, () => rounds.nudge());
  for (const name of ["online", "focus", "pageshow"]) addEventListener(name, () => rounds.nudge());
  page.addEventListener("visibilitychange", () => {
    if (page.hidden) return;
    rounds.nudge();
    void wakeLock.take();
  });
  addEventListener("offline", () => {
    keeper.network = "lost";
    show();
  });
  part(page, "wake").addEventListener("click", () => void wakeLock.toggle());
  void wakeLock.take();
  void navigator.storage?.persist?.();
  setInterval(show, 20_000); // what can be undone grows old
  for (const hidden of page.querySelectorAll<HTMLElement>("[data-app-only]")) hidden.hidden = false;
  for (const server of page.querySelectorAll<HTMLElement>("[data-page-only]")) server.hidden = true;
  part(page, "state").removeAttribute("role");
  show();
  void rounds.run();

  function tap(what: Parameters<Keeper["tap"]>[0]): void {
    navigator.vibrate?.(15);
    void wakeLock.take();
    void keeper.tap(what).then(() => rounds.tapped());
  }

  function undo(): void {
    const last = keeper.log.undoable(keeper.door.device, now());
    if (last) tap({ kind: "undo", undoes: last.id });
  }

  function now(): number {
    return Date.now() + (keeper.door.skew?.value ?? 0);
  }

  function words(): DoorWords {
    return plain.inZone(keeper.door.zone, language);
  }

  // The server's page says its door in the address; the phone keeps it, and the address becomes the one to reopen.
  async function takeFromAddress(): Promise<void> {
    const asked = new URLSearchParams(location.search);
    const name = asked.get("door");
    if (name !== null) await keeper.rename(name.trim().slice(0, 40));
    const kept = location.hash;
    const lang = asked.get("lang");
    history.replaceState(null, "", location.pathname + (lang ? `?lang=${lang}` : ""));
    if (kept.includes("RALLIES1.")) part(page, "take-in-text").textContent = kept;
    const manifest = page.head.querySelector<HTMLLinkElement>("link[rel=manifest]") ?? page.createElement("link");
    page.querySelector<HTMLInputElement>("[data-part=rename] [name=door]")!.value = keeper.door.name ?? "";
    // The shell knows no rally: its links get theirs here.
    for (const [name, to] of [
      ["sheet-link", `/door/${keeper.door.rally}/sheet`],
      ["paper-link", `/door/${keeper.door.rally}/paper`],
      ["page-link", `/${keeper.door.rally}`],
    ])
      part<HTMLAnchorElement>(page, name!).href = to!;
    manifest.rel = "manifest";
    manifest.href = `/door/app.webmanifest?rally=${keeper.door.rally}`;
    page.head.append(manifest);
  }

  function listenToNames(): void {
    for (const name of ["question", "rename"]) {
      const form = part<HTMLFormElement>(page, name);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const field = form.querySelector<HTMLInputElement>("[name=door]")!;
        void keeper.rename(field.value.trim().slice(0, 40));
        scrollTo(0, 0); // with the strip of a rehearsal
      });
    }
    const link = part<HTMLFormElement>(page, "link");
    link.addEventListener("submit", async (event) => {
      event.preventDefault();
      const field = link.querySelector<HTMLInputElement>("input")!;
      const secret = /([a-z2-7]{32})(?![a-z2-7])/i.exec(field.value.replace(/\s/g, ""))?.[1];
      const ended = secret ? await keeper.askIn(secret.toLowerCase()) : "asked";
      write(part(page, "link-said"), plain.say(`link.${ended}`));
      if (ended !== "in") return;
      field.value = "";
      rounds.nudge();
    });
  }

  function show(): void {
    const said = words();
    const { door, log } = keeper;
    const isAsked = door.name === undefined;
    part(page, "question-block").hidden = !isAsked;
    part(page, "counting").hidden = isAsked;
    write(part(page, "town"), door.townName ?? town!);
    write(part(page, "door"), door.name || said.say("no-name"));
    page.title = said.say("title", door.townName ?? town!);
    part(page, "rehearsal").hidden = !door.rehearsed;
    const state = stateOf(keeper, said, Date.now());
    const line = part(page, "state");
    line.className = `door-state${state.look ? ` door-state-${state.look}` : ""}`;
    write(line, state.text);
    if (readOut !== state.kind) {
      readOut = state.kind;
      write(part(page, "read-out"), state.text);
    }
    const trouble = part(page, "trouble");
    trouble.hidden = keeper.lasts;
    if (!keeper.lasts) write(trouble, said.say("trouble", said.taps(log.kept().length)));
    showFigures(page, keeper, said);
    showTaps(page, keeper, said, now());
    showRescue(page, keeper, said);
    part(page, "link-block").hidden = !["asked", "revoked", "new"].includes(keeper.standing);
    for (const key of page.querySelectorAll<HTMLButtonElement>("form[data-door] .key:not([data-undo])"))
      key.disabled = ["not-yet", "called-off", "gone"].includes(state.kind);
  }

  function showWakeLock(held: boolean | null): void {
    const button = part<HTMLButtonElement>(page, "wake");
    button.hidden = held === null;
    button.setAttribute("aria-pressed", String(held === true));
    write(button, plain.say(held ? "wake.on" : "wake.off"));
  }
}
