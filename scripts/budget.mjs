// Weighs the build, gzipped, and fails when the page has become too heavy.
import { readFileSync, readdirSync } from 'node:fs';
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
function withImports(name, found) {
  const chunk = manifest[name];
  if (chunk === undefined || found.has(chunk)) return;
  found.add(chunk);
  for (const next of chunk.imports ?? []) withImports(next, found);
}

/** @type {Set<Chunk>} */
const initial = new Set();
withImports('index.html', initial);

/** @param {Iterable<string>} files */
function kilobytes(files) {
  let bytes = 0;
  for (const file of new Set(files)) bytes += gzipSync(readFileSync(`${dist}/${file}`), { level: 9 }).length;
  return bytes / 1024;
}

const assets = readdirSync(`${dist}/assets`, { recursive: true }).map((file) =>
  `assets/${String(file)}`.replaceAll('\\', '/'),
);

/**
 * A script of the worker and everything that it imports statically; the manifest does not tell of the worker's.
 * @param {RegExp} name
 */
function workerFiles(name) {
  const found = new Set(assets.filter((file) => name.test(file)));
  for (const file of found)
    for (const [, next] of readFileSync(`${dist}/${file}`, 'utf8').matchAll(
      /(?:from|import) ?"\.\/([^"]+\.js)"/g,
    ))
      found.add(`assets/worker/${String(next)}`);
  return found;
}

const worker = workerFiles(/^assets\/worker\/worker-.*\.js$/);
const parts = [
  { name: 'page, JavaScript', limit: 180_000 / 1024, files: [...initial].map((chunk) => chunk.file) },
  {
    name: 'worker',
    limit: 120,
    files: worker,
  },
  // loaded when a board needs more than the models of the first paint; the page has the same in a chunk of its own
  {
    name: 'its other models',
    limit: 60,
    files: [...workerFiles(/^assets\/worker\/catalogue-.*\.js$/)].filter((file) => !worker.has(file)),
  },
  { name: 'page, style sheets', limit: 12, files: [...initial].flatMap((chunk) => chunk.css ?? []) },
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
