// Adds up the tests' own reports: node summary.mjs REPORTS EXIT_CODE_OF_DOTNET_TEST [FAULT...]
// Whatever should stop a change counts as failed, so that the last line never looks better than the exit code.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const [folder, exitCode, ...faults] = process.argv.slice(2);
const tests = readdirSync(folder)
  .filter((name) => name.endsWith(".ctrf"))
  .flatMap((name) => JSON.parse(readFileSync(path.join(folder, name), "utf8")).results.tests);
const having = (status) => tests.filter((test) => test.status === status);

const passed = having("passed").length;
const failed = having("failed").map((test) => test.name);
const skipped = having("skipped").map((test) => ({ name: test.name, reason: test.extra?.reason ?? "no reason given" }));
const isOptional = ({ reason }) => reason.startsWith("optional:");
const unseen = skipped.filter((test) => !isOptional(test)).map(({ name, reason }) => `${name} was skipped: ${reason}`);

if (exitCode !== "0" && failed.length === 0) faults.push(`dotnet test ended with ${exitCode}`);
if (passed === 0) faults.push("no test ran");

console.log();
for (const { name, reason } of skipped.filter(isOptional)) console.log(`Skipped: ${name} (${reason})`);
for (const fault of [...failed, ...unseen, ...faults]) console.log(`Failed: ${fault}`);
const total = failed.length + unseen.length + faults.length;
console.log(`${passed} passed, ${total} failed`);
process.exit(total === 0 ? 0 : 1);
