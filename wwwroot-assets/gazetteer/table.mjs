// Our own hand-made lists: tab-separated, with # comments.
import { readFileSync } from "node:fs";

export function readTable(file) {
  return readFileSync(new URL(file, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.trim() && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}
