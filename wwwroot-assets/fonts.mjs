// Cuts the font files down to the letters and features the site prints.
import { readFile } from "node:fs/promises";
import subsetFont from "subset-font";

const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join("");

// Basic Latin, Latin-1, Latin Extended-A, the Welsh letters beyond it, and the marks a printer would reach for.
export const letters = range(0x20, 0x7e) + range(0xa0, 0x17f) + "ẀẁẂẃẄẅỲỳ" + "–—‘’“”…•·→←↑↓✓×−€£½†′″‑\u2009\u202f";

const features = ["kern", "tnum", "ccmp", "locl", "mark"];

// The total alone, for the counter on other sites.
const figures = "0123456789,.–";
const figuresFace = "@fontsource/barlow-condensed/files/barlow-condensed-latin-800-normal.woff2";

export const subsetFonts = {
  name: "subset fonts",
  setup(build) {
    const cut = async (path, letters) => ({
      contents: await subsetFont(await readFile(path), letters, {
        targetFormat: "woff2",
        keepFeatures: features,
        noHinting: true,
      }),
      loader: "file",
    });
    build.onLoad({ filter: /\.woff2$/, namespace: "file" }, ({ path }) => cut(path, letters));
    build.onResolve({ filter: /^figures\.woff2$/ }, async ({ resolveDir, kind }) => ({
      path: (await build.resolve(figuresFace, { resolveDir, kind })).path,
      namespace: "figures",
    }));
    build.onLoad({ filter: /\.woff2$/, namespace: "figures" }, ({ path }) => cut(path, figures));
  },
};
