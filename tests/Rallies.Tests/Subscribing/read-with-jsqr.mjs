// The squares of a QR code on standard input, one line a row of 0 and 1; what jsQR reads in its picture on standard output.
import jsqr from "jsqr";
import { readFileSync } from "node:fs";

const pixels = 4; // a square's side
const rows = readFileSync(0, "utf8").trim().split("\n");
const size = rows.length * pixels;
const picture = new Uint8ClampedArray(size * size * 4).fill(255);
for (let y = 0; y < size; y++)
  for (let x = 0; x < size; x++)
    if (rows[Math.floor(y / pixels)][Math.floor(x / pixels)] === "1") picture.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
process.stdout.write(jsqr(picture, size, size, { inversionAttempts: "dontInvert" })?.data ?? "");
