// Copies what ships to browsers out of node_modules: the design tokens, and two weights of the font as the author's own subsets.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [modules, target] = process.argv.slice(2);
const weights = { 400: "Regular", 700: "Bold" };

rmSync(target, { recursive: true, force: true });
const krds = join(target, "krds");
const fonts = join(target, "fonts");
mkdirSync(krds, { recursive: true });
mkdirSync(join(fonts, "woff2"), { recursive: true });

cpSync(join(modules, "krds-uiux/resources/css/token/krds_tokens.css"), join(krds, "krds_tokens.css"));

const web = join(modules, "pretendard-gov/dist/web/static");
const faces = readFileSync(join(web, "pretendard-gov-dynamic-subset.css"), "utf8").match(/@font-face\s*\{[^}]*\}/g);
const kept = [];
for (const face of faces) {
  const weight = weights[/font-weight:\s*(\d+)/.exec(face)[1]];
  if (!weight) continue;
  const file = /woff2-dynamic-subset\/([^)]+\.woff2)/.exec(face)[1];
  if (!file.startsWith(`PretendardGOV-${weight}.subset.`)) throw new Error(`unexpected font file ${file}`);
  cpSync(join(web, "woff2-dynamic-subset", file), join(fonts, "woff2", file));
  kept.push(face.replace(/src:[^;]*;/, `src: url(./woff2/${file}) format('woff2');`));
}

if (kept.length !== 240) throw new Error(`expected 240 font subsets, found ${kept.length}`);
writeFileSync(join(fonts, "pretendard-gov.css"), `${kept.join("\n")}\n`);
cpSync(join(modules, "pretendard-gov/dist/LICENSE.txt"), join(fonts, "LICENSE.txt"));
