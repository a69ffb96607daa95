import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
const [out] = process.argv.slice(2);
await mkdir(out, { recursive: true });
await writeFile(path.join(out, "towns.tsv.br"), "");
await writeFile(path.join(out, "outline.json"), "{}");
