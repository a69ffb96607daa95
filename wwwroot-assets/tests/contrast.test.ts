import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const css = readFileSync("css/tokens.css", "utf8");

type Tokens = Map<string, string>;

function tokensAfter(selector: string): Tokens {
  const start = css.indexOf(selector);
  assert.notEqual(start, -1, `tokens.css has no "${selector}"`);
  const block = css.slice(start, css.indexOf("}", start));
  return new Map([...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!]));
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

// WCAG 2.2, "contrast ratio"
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
}

const themes: Record<string, Tokens> = {
  light: tokensAfter(":root {"),
  dark: tokensAfter("prefers-color-scheme: dark"),
  night: tokensAfter(".night {"),
};

/** What is written on what, and the least ratio: 7 where it is read outdoors, 4.5 for lettering of 24 px and more outdoors, 3 for edges. */
const pairs: [string, string, number][] = [
  ["ink", "paper", 7],
  ["ink", "paper-deep", 7],
  ["ink-soft", "paper", 7],
  ["ink-soft", "paper-deep", 7],
  ["signal-text", "paper", 7],
  ["signal-text", "paper-deep", 4.5],
  ["on-signal", "signal", 4.5],
  ["on-signal", "signal-deep", 4.5],
  ["on-live", "live", 7],
  ["on-foot", "foot", 7],
  ["line", "paper", 3],
  ["signal", "paper", 3],
  ["dot", "land", 4.5],
  ["live", "land", 4.5],
];

for (const [name, tokens] of Object.entries(themes))
  for (const [one, other, least] of pairs)
    test(`in the ${name} theme ${one} reads on ${other}`, () => {
      const ratio = contrast(tokens.get(one)!, tokens.get(other)!);
      assert.ok(ratio >= least, `${ratio.toFixed(2)} is less than ${least}`);
    });

for (const name of ["dark", "night"])
  test(`the light of the board shines in the ${name} theme`, () => {
    assert.ok(contrast(themes[name]!.get("live")!, themes[name]!.get("paper")!) >= 7);
  });

test("the night is the dark theme, colour for colour", () => {
  assert.deepEqual([...themes["night"]!], [...themes["dark"]!]);
});
