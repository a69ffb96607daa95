// Bundles scripts, styles, fonts and pictures: node build.mjs OUT [Debug|Release]
import { build } from "esbuild";
import { existsSync } from "node:fs";
import { cp, mkdir } from "node:fs/promises";
import path from "node:path";

const [out, configuration] = process.argv.slice(2);
const release = configuration === "Release";
await mkdir(out, { recursive: true });

await build({
  entryPoints: { site: "css/site.css" },
  outdir: out,
  bundle: true,
  minify: release,
  target: ["chrome111", "firefox115", "safari16.4"],
  logLevel: "warning",
});
