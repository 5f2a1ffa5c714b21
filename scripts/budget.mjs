// Weighs the build, gzipped, and fails when the page has become too heavy.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { gzipSync } from 'node:zlib';

const dist = process.env['CF8_DIST'] ?? 'dist';

/** @typedef {{ file: string, imports?: string[], css?: string[] }} Chunk */

/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, 'utf8'));

/**
 * A chunk and everything that it imports statically: what the browser loads before it can run it.
 * @param {string} name
 * @param {Set<Chunk>} found
 */
function withImports(name, found = new Set()) {
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`no ${name} in the build's manifest`);
  if (found.has(chunk)) return found;
  found.add(chunk);
  for (const next of chunk.imports ?? []) withImports(next, found);
  return found;
}

const initial = [...withImports('index.html')];
// the worker shares files with the page: they are weighed on both sides, and travel once
const worker = withImports('src/session/wall/worker.ts');

/** @param {Iterable<string>} files */
function kilobytes(files) {
  let bytes = 0;
  for (const file of new Set(files)) bytes += gzipSync(readFileSync(`${dist}/${file}`), { level: 9 }).length;
  return bytes / 1024;
}

const parts = [
  { name: 'page, JavaScript', limit: 180_000 / 1024, files: initial.map((chunk) => chunk.file) },
  {
    name: 'worker',
    limit: 120,
    files: [...worker].map((chunk) => chunk.file),
  },
  // loaded when a board needs more than the models of the first paint
  {
    name: 'its other models',
    limit: 60,
    files: [...withImports('src/models/catalogue.ts')]
      .filter((chunk) => !worker.has(chunk))
      .map((chunk) => chunk.file),
  },
  // loaded when a story first starts one
  {
    name: 'its programs',
    limit: 40,
    files: [...withImports('src/session/all-software.ts')]
      .filter((chunk) => !worker.has(chunk))
      .map((chunk) => chunk.file),
  },
  { name: 'page, style sheets', limit: 12, files: initial.flatMap((chunk) => chunk.css ?? []) },
];

console.log('                      KiB gz   limit');
for (const { name, limit, files } of parts) {
  const weight = kilobytes(files);
  const verdict = weight > limit ? '  TOO HEAVY' : '';
  console.log(
    `${name.padEnd(20)} ${weight.toFixed(1).padStart(7)} ${limit.toFixed(1).padStart(7)}${verdict}`,
  );
  if (weight > limit) process.exitCode = 1;
}
