// The typesetting process: frames on stdin, frames on stdout, ends with its host.
// Request  = uint32 length, JSON { main, sources: { path: text }, data, attachment, created }
// Response = uint32 length, JSON { ok, bytes, error? }, then that many bytes of PDF.
import { readFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { coverage, legible } from './legible.mjs';

const modules = process.argv[2];
const require = createRequire(join(modules, 'resolve-from-here.cjs'));
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');

const workspace = dirname(fileURLToPath(import.meta.url));
const faces = ['Regular', 'Medium', 'Bold'].map(weight =>
  readFileSync(join(modules, 'pretendard-gov/dist/public/static/alternative', `PretendardGOV-${weight}.ttf`)));
const covered = coverage(faces);
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: faces }] });

function render({ main, sources, data, attachment, created }) {
  for (const [path, text] of Object.entries(sources)) compiler.addSource(join(workspace, path), text);
  const inputs = { data: JSON.stringify(legible(JSON.parse(data), covered)), source: data, attachment, created };
  const compiled = compiler.compile({ mainFilePath: join(workspace, main), inputs });
  if (compiled.hasError()) throw new Error(compiler.fetchDiagnostics(compiled.takeDiagnostics()).map(place).join('; '));
  return compiler.pdf(compiled.result, { pdfStandard: 'a-3a' });
}

function place({ message, path, range }) {
  const file = path?.startsWith(workspace) ? path.slice(workspace.length + 1) : path;
  return file ? `${message} (${file}${range ? `:${range.start.line + 1}` : ''})` : message;
}

function explain(error) {
  // Errors of the PDF export carry the diagnostics only as printed text.
  const told = [...String(error.message ?? error).matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(match => match[1]);
  return told.length ? told.join('; ') : String(error.message ?? error);
}

function write(buffer) {
  for (let at = 0; at < buffer.length;) {
    try { at += writeSync(1, buffer, at); } catch (error) { if (error.code !== 'EAGAIN') throw error; }
  }
}

function reply(header, pdf = Buffer.alloc(0)) {
  const text = Buffer.from(JSON.stringify({ ...header, bytes: pdf.length }), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  write(Buffer.concat([length, text, pdf]));
}

let pending = Buffer.alloc(0);
process.stdin.on('data', chunk => {
  pending = Buffer.concat([pending, chunk]);
  while (pending.length >= 4 && pending.length >= 4 + pending.readUInt32BE(0)) {
    const end = 4 + pending.readUInt32BE(0);
    const request = pending.subarray(4, end);
    pending = pending.subarray(end);
    try {
      reply({ ok: true }, render(JSON.parse(request.toString('utf8'))));
    } catch (error) {
      reply({ ok: false, error: explain(error) });
    }
    // Results that ten later documents did not use again are given back.
    compiler.evictCache(10);
  }
});
process.stdin.on('end', () => process.exit(0));
