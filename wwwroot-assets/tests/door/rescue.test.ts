import assert from "node:assert/strict";
import { test } from "node:test";
import { generate } from "lean-qr";
import { readRescue, rescueCodes } from "../../ts/door/rescue";
import type { Entry } from "../../ts/door/tap";
import { device, six, tap } from "./some";

function queue(length: number): Entry[] {
  return Array.from({ length }, (_, n) =>
    tap(n % 3 === 2 ? "out" : "in", n * 7, { count: 1 + (n % 50), skew: -250 * (n % 2) }),
  );
}

test("what is rescued is what was kept, ids, times and all", () => {
  const first = tap("in", 0, { count: 50, skew: -7_200_000 });
  const kept = [
    first,
    tap("undo", 1, { undoes: first.id, skew: 7_200_000 }),
    tap("estimate", 2, { low: 600, high: 1_200, method: "area 40 x 30 m, packed", offline: true }),
    tap("in", 3, { id: "0197a000-0000-4000-8000-000000000001" }), // of another program, whose ids tell no time
    tap("out", 4, { door: "Drws y gogledd – ŵ" }),
  ];

  const read = readRescue(rescueCodes(kept).join("\n"));

  assert.deepEqual(read, { entries: kept, damaged: 0 });
});

test("each code stands by itself, whatever became of the others", () => {
  const kept = queue(100);
  const codes = rescueCodes(kept);

  const read = readRescue(`Forwarded:\n> ${codes[2]}\n${codes[0]!.slice(0, 100)}\n${codes[1]}`);

  assert.deepEqual([codes.length, read.entries.length], [4, 60]);
});

test("a mail program that breaks lines and a person who types small letters do no harm", () => {
  const [code] = rescueCodes(queue(12));

  const read = readRescue(code!.toLowerCase().replace(/(.{60})/g, "$1\r\n"));

  assert.equal(read.entries.length, 12);
});

test("a mistyped letter is found out", () => {
  const [code] = rescueCodes(queue(3));
  const at = 40;
  const wrong = code!.slice(0, at) + (code![at] === "A" ? "B" : "A") + code!.slice(at + 1);

  assert.deepEqual(readRescue(wrong), { entries: [], damaged: 1 });
});

test("a code of thirty taps fits a picture that an old phone reads", () => {
  const [code] = rescueCodes(queue(30));

  const picture = generate(`https://rallies.example.org/door/3rd-june/leeds#${code}`);

  assert.ok(picture.size <= 101, `${picture.size} squares`); // version 21
});

test("the code is the one that the server reads", () => {
  const of = { rally: "3rd-june/leeds", device, door: "Drws y gogledd", count: 1, state: "kept" } as const;
  const id = (n: number): string => `0197a000-0000-4000-8000-00000000000${n}`;
  const first = "01ad42f6-2e80-7123-8abc-0123456789ab";

  const codes = rescueCodes([
    { ...of, id: first, kind: "in", count: 50, at: six, skew: -250, offline: false },
    { ...of, id: id(2), kind: "out", count: 3, at: six + 61_500, skew: -250, offline: true },
    { ...of, id: id(3), kind: "undo", undoes: first, at: six + 90_000, skew: 7_200_000, offline: true },
    {
      ...of,
      id: id(4),
      kind: "estimate",
      low: 600,
      high: 1200,
      method: "rows 30 x 30",
      at: six + 95_000,
      skew: 7_200_000,
      offline: true,
    },
  ]);

  // tests/Rallies.Tests/Door/RescueTextTests.cs reads the same.
  assert.deepEqual(codes, [
    "RALLIES1.AEAZPIAAAAAHAAEAAAAAAAAAACVA4M3SMQWWU5LOMUXWYZLFMRZQ4RDSO5ZSA6JAM5XWO3DFMRSAIEDREOFLYAJDIVTYTK4AXKY27KDL6MBTECIBS6QAAAAAIAAIAAAAAAAAAAAC7DAAOAADBIAZPIAAAAAEAAEAAAAAAAAAAAB2RPID6T364BQBVVBPMLUAOERYVPABENCWPCNLBMAZPIAAAAAEAAEAAAAAAAAAAACJATQA3ACLACIMOJXXO4ZAGMYCA6BAGMYMEHT3HQ.",
  ]);
});
