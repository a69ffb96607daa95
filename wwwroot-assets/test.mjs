// Bundles tests/**/*.test.ts into a temporary folder and runs them with Node's own test runner.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const sources = (await readdir("tests", { recursive: true }).catch(() => []))
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => path.join("tests", name));
if (sources.length === 0) {
  console.error("No tests were found: tests/**/*.test.ts matches nothing.");
  process.exit(1);
}

const out = await mkdtemp(path.join(tmpdir(), "rallies-assets-"));
try {
  const { metafile } = await build({
    entryPoints: sources,
    outdir: out,
    outbase: "tests",
    bundle: true,
    platform: "node",
    format: "esm",
    outExtension: { ".js": ".mjs" },
    sourcemap: "inline",
    metafile: true,
    logLevel: "warning",
  });
  const bundles = Object.keys(metafile.outputs);
  const run = spawnSync(process.execPath, ["--enable-source-maps", "--test", "--test-reporter=spec", ...bundles], {
    stdio: "inherit",
  });
  process.exitCode = run.status ?? 1;
} finally {
  await rm(out, { recursive: true });
}
