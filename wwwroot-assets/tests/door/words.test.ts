import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { DoorWords } from "../../ts/door/words";
import { tap } from "./some";

test("one tap for seven people is said to be for seven", () => {
  const taps = [tap("in", 0, { count: 7 })];

  assert.equal(english.tapsOf(taps), "1 tap (7 people in)");
  assert.equal(welsh.tapsOf(taps), "1 tap (7 o bobl i mewn)");
});

test("people who came and people who left are told apart", () => {
  const taps = [tap("in", 0, { count: 1000 }), tap("in", 1, { count: 5 }), tap("out", 2)];

  assert.equal(english.tapsOf(taps), "3 taps (1,005 people in, 1 person out)");
  assert.equal(welsh.tapsOf(taps), "3 tap (1,005 o bobl i mewn, 1 person allan)");
});

test("neither an estimate nor a tap that was taken back tells of people", () => {
  const five = tap("in", 0, { count: 5 });

  const undo = tap("undo", 1, { undoes: five.id });

  assert.equal(english.tapsOf([five, undo]), "2 taps");
  assert.equal(english.tapsOf([tap("estimate", 0, { low: 600, high: 800 })]), "1 tap");
});

const english = wordsOf("DoorWords.resx", "en-GB");
const welsh = wordsOf("DoorWords.cy.resx", "cy");

function wordsOf(file: string, language: string): DoorWords {
  const sentences = readFileSync(`../src/Rallies.Web/Door/${file}`, "utf8");
  const words = sentences.matchAll(/<data name="([^"]+)"[^>]*><value>([^<]*)</g);
  return new DoorWords(Object.fromEntries([...words].map(([, name, value]) => [name!, value!])), language);
}
