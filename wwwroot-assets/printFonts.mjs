// The faces for print, unpacked, as a PDF wants them: node printFonts.mjs OUT
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import subsetFont from "subset-font";
import { letters } from "./fonts.mjs";

const [out] = process.argv.slice(2);
await mkdir(out, { recursive: true });

const faces = {
  placard: ["barlow-condensed", 800],
  text: ["atkinson-hyperlegible-next", 400],
  bold: ["atkinson-hyperlegible-next", 700],
};
for (const [name, [font, weight]] of Object.entries(faces))
  for (const script of ["latin", "latin-ext"]) {
    const packed = await readFile(`node_modules/@fontsource/${font}/files/${font}-${script}-${weight}-normal.woff2`);
    const face = await subsetFont(packed, letters, { targetFormat: "truetype", noHinting: true });
    await writeFile(path.join(out, `${name}-${script}.ttf`), script === "latin" ? face : renamed(face));
  }

/** PDFsharp takes two files that give themselves one name for one face: the second gets a name of its own, as long as it was. */
function renamed(face) {
  const copy = Buffer.from(face);
  for (const family of ["Barlow", "Atkinson"]) {
    const [old, own] = [family, `${family.slice(0, -1)}2`].map((name) => Buffer.from(name, "utf16le").swap16());
    for (let at = copy.indexOf(old); at >= 0; at = copy.indexOf(old, at)) own.copy(copy, at);
  }
  return copy;
}
