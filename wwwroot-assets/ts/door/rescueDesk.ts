import type { Keeper } from "./keeper";
import { part, write } from "./parts";
import { qrCode } from "./qr";
import { readRescue, rescueCodes } from "./rescue";
import { placed, type Entry } from "./tap";
import type { DoorWords } from "./words";

interface Detector {
  detect(source: CanvasImageSource | Blob): Promise<{ rawValue: string }[]>;
}
declare const BarcodeDetector: { new (options: { formats: string[] }): Detector } | undefined;

/** Buttons for what is kept: show it as codes, copy it, save it; and for taking in what another phone kept. */
export function listenToRescue(page: Document, keeper: Keeper, words: () => DoorWords, nudge: () => void): void {
  let at = 0;
  const answer = part(page, "rescue-said");
  part(page, "rescue-show").addEventListener("click", () => {
    at = 0;
    showCode();
    part(page, "rescue-codes").hidden = false;
  });
  part(page, "rescue-next").addEventListener("click", () => {
    at++;
    showCode();
  });
  part(page, "rescue-copy").addEventListener("click", async () => {
    const box = part<HTMLTextAreaElement>(page, "rescue-text");
    box.value = text();
    box.hidden = false;
    try {
      await navigator.clipboard.writeText(box.value);
      write(answer, words().say("rescue.copied"));
    } catch {
      box.select(); // ready to be copied by hand
    }
  });
  part(page, "rescue-save").addEventListener("click", () => save());
  part<HTMLFormElement>(page, "take-in").addEventListener("submit", (event) => {
    event.preventDefault();
    takeIn(part<HTMLTextAreaElement>(page, "take-in-text").value);
  });
  part<HTMLInputElement>(page, "take-in-file").addEventListener("change", async (event) => {
    for (const file of (event.target as HTMLInputElement).files ?? []) takeIn(await readFile(file));
    (event.target as HTMLInputElement).value = "";
  });
  const handed = part<HTMLTextAreaElement>(page, "take-in-text");
  if (handed.value.includes("RALLIES1.")) offer(handed.value);
  addEventListener("hashchange", () => {
    if (location.hash.includes("RALLIES1.")) offer(location.hash);
    history.replaceState(null, "", location.pathname);
  });

  // Anybody can make an address with taps in it: they count only when the steward says so.
  function offer(code: string): void {
    const { entries, damaged } = readRescue(code);
    handed.value = code;
    const said = entries.length > 0 ? "take-in.offered" : damaged > 0 ? "take-in.damaged" : "take-in.none";
    write(
      part(page, "take-in-said"),
      words().say(said, entries.length > 0 ? words().tapsOf(entries) : words().said.number(damaged)),
    );
    for (let box = handed.closest("details"); box; box = box.parentElement?.closest("details") ?? null) box.open = true;
    handed.scrollIntoView({ block: "center" });
  }

  function text(): string {
    const entries = unsent(keeper);
    const { door } = keeper;
    const times = entries.map(placed).sort((a, b) => a - b);
    const { said } = words();
    return [
      words().say("rescue.head", door.townName ?? door.rally, door.name ?? "", words().tapsOf(entries)),
      times.length > 0 ? `${said.time(times[0]!)} – ${said.time(times.at(-1)!)}` : "",
      words().say("rescue.how"),
      ...rescueCodes(entries),
      "",
    ].join("\n");
  }

  function showCode(): void {
    const codes = rescueCodes(unsent(keeper));
    at %= Math.max(1, codes.length);
    const code = codes[at];
    const of = words().say("rescue.code", String(at + 1), String(codes.length));
    // An address: any phone's camera opens this door with it. What stands behind # is told to no server.
    const address = `${location.origin}/door/${keeper.door.rally}#${code ?? ""}`;
    part(page, "rescue-code").replaceChildren(...(code ? [qrCode(address, of)] : []));
    write(part(page, "rescue-which"), code ? of : words().say("rescue.nothing"));
    part(page, "rescue-next").hidden = codes.length < 2;
  }

  function save(): void {
    const name = `door-${keeper.door.rally.replace("/", "-")}.txt`;
    const file = new File([text()], name, { type: "text/plain" });
    if (navigator.canShare?.({ files: [file] }) && matchMedia("(pointer: coarse)").matches)
      return void navigator.share({ files: [file] }).catch(() => download(file));
    download(file);
  }

  function download(file: File): void {
    const link = page.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    write(answer, words().say("rescue.saved"));
  }

  function takeIn(pasted: string): void {
    const { entries, damaged } = readRescue(pasted);
    const ours = entries.filter((entry) => entry.rally === keeper.door.rally);
    const fresh = ours.filter((entry) => !keeper.log.has(entry.id));
    const known = ours.filter((entry) => keeper.log.has(entry.id));
    void keeper.takeIn(fresh).then(nudge);
    const sentences = [
      entries.length + damaged === 0 ? words().say("take-in.none") : "",
      ours.length > 0 ? words().say("take-in.done", words().tapsOf(fresh)) : "",
      known.length > 0 ? words().say("take-in.known", words().tapsOf(known)) : "",
      entries.length > ours.length ? words().say("take-in.elsewhere") : "",
      damaged > 0 ? words().say("take-in.damaged", words().said.number(damaged)) : "",
    ];
    write(part(page, "take-in-said"), sentences.filter(Boolean).join(" "));
    part<HTMLTextAreaElement>(page, "take-in-text").value = "";
  }

  // A saved file, or a photograph of the other phone's screen where the browser reads codes.
  async function readFile(file: File): Promise<string> {
    if (!file.type.startsWith("image/")) return file.text();
    if (typeof BarcodeDetector === "undefined") return "";
    const codes = await new BarcodeDetector({ formats: ["qr_code"] })
      .detect(await createImageBitmap(file))
      .catch(() => []);
    return codes.map((code) => code.rawValue).join("\n");
  }
}

/** How much there is to rescue. */
export function showRescue(page: ParentNode, keeper: Keeper, words: DoorWords): void {
  const kept = unsent(keeper);
  const isNone = kept.length === 0;
  write(part(page, "rescue-state"), isNone ? words.say("rescue.none") : words.say("rescue.kept", words.tapsOf(kept)));
  part(page, "rescue-buttons").hidden = isNone;
  if (isNone) part(page, "rescue-codes").hidden = true;
}

/** Kept, or refused and not yet seen to. */
const unsent = (keeper: Keeper): Entry[] => keeper.log.all().filter((entry) => entry.state !== "sent");
