// Adds up the reports of every test project on disk; a project without a report did not run, and that is a failure.
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

const [folder, ...projects] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
let silent = projects.length === 0;

for (const project of projects) {
  const name = basename(project, ".csproj");
  const file = join(folder, `${name}.json`);
  const summary = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).results.summary : { tests: 0 };
  if (!(summary.tests > 0)) {
    console.error(`${name} did not run.`);
    silent = true;
    continue;
  }

  total.passed += summary.passed;
  total.failed += summary.failed + (summary.other ?? 0);
  total.skipped += summary.skipped + (summary.pending ?? 0);
}

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(silent || total.failed > 0 ? 1 : 0);
