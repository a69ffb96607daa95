// Bundles scripts, styles, fonts and pictures: node build.mjs OUT [Debug|Release]
import { build } from "esbuild";
import { cp, mkdir } from "node:fs/promises";
import path from "node:path";
import { subsetFonts } from "./fonts.mjs";

const [out, configuration] = process.argv.slice(2);
const release = configuration === "Release";
await mkdir(out, { recursive: true });

await build({
  entryPoints: [
    { out: "site", in: "css/site.css" },
    { out: "site", in: "ts/site.ts" },
    { out: "here", in: "ts/here.ts" },
    { out: "door", in: "ts/door.ts" },
    { out: "board", in: "ts/board.ts" },
    { out: "town", in: "ts/town.ts" },
    { out: "chair", in: "ts/chair.ts" },
    { out: "screen", in: "ts/screen.ts" },
    { out: "board", in: "css/board.css" },
    { out: "calendar", in: "css/calendar.css" },
    { out: "door", in: "css/door.css" },
    { out: "stage", in: "css/stage.css" },
    { out: "console", in: "css/console.css" },
    { out: "poster", in: "css/poster.css" },
    { out: "embed", in: "css/embed.css" },
    { out: "press", in: "css/press.css" },
  ],
  outdir: out,
  bundle: true,
  format: "esm",
  minifySyntax: true,
  minifyWhitespace: true,
  minifyIdentifiers: release,
  target: ["chrome111", "firefox115", "safari16.4"],
  assetNames: "[name]-[hash]",
  external: ["/_content/*"],
  loader: { ".svg": "file" },
  plugins: [subsetFonts],
  logLevel: "warning",
});

await build({
  entryPoints: { console: "ts/console/console.ts", doorWorker: "ts/doorWorker.ts", embed: "ts/embed.ts" },
  outdir: out,
  bundle: true,
  format: "esm",
  minifySyntax: true,
  minifyWhitespace: true,
  minifyIdentifiers: release,
  target: ["chrome111", "firefox115", "safari16.4"],
  logLevel: "warning",
});

await cp("pictures", out, { recursive: true });

// The fonts' licence asks to travel with them.
for (const font of ["atkinson-hyperlegible-next", "barlow-condensed"])
  await cp(`node_modules/@fontsource/${font}/LICENSE`, path.join(out, `${font}-licence.txt`));
