import type { Entry } from "./tap";
import { bytesOf, uuidOf } from "./uuid";

/*
 * A rescue code: RALLIES1. then base32 (RFC 4648 §6) then a full stop; its letters are those that QR codes pack tightest. Each code
 * stands by itself: phone, rally and door, then the taps, each beside the one before it. Read by Counting/Kept/RescueText.cs, too.
 */
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const kinds = ["in", "out", "undo", "estimate"] as const;
const version = 1;

/** How many taps fit into a QR code that an old phone still reads off another's screen. */
const tapsInCode = 30;

/** Whatever is not sent and not dismissed, in as many codes as it takes. */
export function rescueCodes(entries: readonly Entry[]): string[] {
  const codes: string[] = [];
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) groups.set(groupOf(entry), [...(groups.get(groupOf(entry)) ?? []), entry]);
  for (const group of groups.values())
    for (let from = 0; from < group.length; from += tapsInCode)
      codes.push(`RALLIES1.${base32(pack(group.slice(from, from + tapsInCode)))}.`);
  return codes;
}

/** All taps out of the codes in a text, an address, a file; `damaged` counts codes that cannot be read. */
export function readRescue(text: string): { entries: Entry[]; damaged: number } {
  const entries: Entry[] = [];
  let damaged = 0;
  for (const [, body] of text.matchAll(/RALLIES1\.([A-Z2-7\s]+)\./gi)) {
    try {
      entries.push(...unpack(fromBase32(body!.replace(/\s/g, "").toUpperCase())));
    } catch {
      damaged++;
    }
  }
  return { entries, damaged };
}

const groupOf = (entry: Entry): string => [entry.rally, entry.device, entry.door].join("\n");

function pack(entries: readonly Entry[]): Uint8Array {
  const out: number[] = [version];
  const { device, rally, door } = entries[0]!;
  out.push(...bytesOf(device));
  text(out, rally);
  text(out, door);
  number(out, entries.length);
  let [at, skew] = [0, 0];
  for (const tap of entries) {
    const id = bytesOf(tap.id);
    const timed = timeOf(id) === tap.at;
    out.push(kinds.indexOf(tap.kind) | (tap.offline ? 8 : 0) | (timed ? 16 : 0));
    out.push(...(timed ? id.slice(6) : id));
    signed(out, tap.at - at);
    signed(out, tap.skew - skew);
    [at, skew] = [tap.at, tap.skew];
    if (tap.kind === "undo") out.push(...bytesOf(tap.undoes!));
    else if (tap.kind === "estimate") {
      number(out, tap.low!);
      number(out, tap.high!);
      text(out, tap.method ?? "");
    } else out.push(tap.count);
  }
  const sum = checksum(out);
  out.push(sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255);
  return Uint8Array.from(out);
}

function unpack(bytes: Uint8Array): Entry[] {
  const body = bytes.subarray(0, -4);
  const sum = checksum(body);
  if ([24, 16, 8, 0].some((shift, i) => bytes[body.length + i] !== ((sum >>> shift) & 255))) throw new Error("damaged");
  const from = new Packed(body);
  if (from.byte() !== version) throw new Error("of another version");
  const device = uuidOf(from.take(16));
  const rally = from.text();
  const door = from.text();
  const entries: Entry[] = [];
  let [at, skew] = [0, 0];
  for (let left = from.number(); left > 0; left--) {
    const flags = from.byte();
    const kind = kinds[flags & 7];
    if (!kind) throw new Error("of an unknown kind");
    const tail = from.take(flags & 16 ? 10 : 16);
    at += from.signed();
    skew += from.signed();
    const id = uuidOf(flags & 16 ? Uint8Array.from([...timeBytes(at), ...tail]) : tail);
    const made = {
      id,
      kind,
      count: 1,
      at,
      skew,
      offline: (flags & 8) > 0,
      rally,
      device,
      door,
      state: "kept" as const,
    };
    if (kind === "undo") entries.push({ ...made, undoes: uuidOf(from.take(16)) });
    else if (kind === "estimate")
      entries.push({ ...made, low: from.number(), high: from.number(), method: from.text() });
    else entries.push({ ...made, count: from.byte() });
  }
  return entries;
}

class Packed {
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  take(length: number): Uint8Array {
    if (this.#at + length > this.bytes.length) throw new Error("cut off");
    return this.bytes.slice(this.#at, (this.#at += length));
  }

  byte = (): number => this.take(1)[0]!;

  text = (): string => new TextDecoder().decode(this.take(this.byte()));

  number(): number {
    let [value, factor] = [0, 1];
    for (;;) {
      const next = this.byte();
      value += (next & 127) * factor;
      if (next < 128) return value;
      factor *= 128;
    }
  }

  signed(): number {
    const value = this.number();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }
}

function number(out: number[], value: number): void {
  for (; value > 127; value = Math.floor(value / 128)) out.push((value % 128) | 128);
  out.push(value);
}

// Zigzag: 0, -1, 1, -2, 2 …
function signed(out: number[], value: number): void {
  number(out, value < 0 ? -2 * value - 1 : 2 * value);
}

function text(out: number[], value: string): void {
  const bytes = new TextEncoder().encode(value).slice(0, 255);
  out.push(bytes.length, ...bytes);
}

function timeBytes(at: number): number[] {
  return [5, 4, 3, 2, 1, 0].map((i) => Math.floor(at / 2 ** (8 * i)) % 256);
}

const timeOf = (id: Uint8Array): number => id.slice(0, 6).reduce((sum, byte) => sum * 256 + byte, 0);

// FNV-1a: finds what was cut off or mistyped, and guards against nobody.
function checksum(bytes: Iterable<number>): number {
  let hash = 2166136261;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 16777619) >>> 0;
  return hash;
}

function base32(bytes: Uint8Array): string {
  let [out, buffer, bits] = ["", 0, 0];
  for (const byte of bytes) {
    buffer = ((buffer & 31) << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) out += letters[(buffer >> (bits - 5)) & 31];
  }
  return bits > 0 ? out + letters[(buffer << (5 - bits)) & 31] : out;
}

function fromBase32(said: string): Uint8Array {
  const out: number[] = [];
  let [buffer, bits] = [0, 0];
  for (const letter of said) {
    buffer = ((buffer & 255) << 5) | letters.indexOf(letter);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    out.push((buffer >> bits) & 255);
  }
  return Uint8Array.from(out);
}
