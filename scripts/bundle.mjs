// One file that Node can run, from TypeScript of src/: for the terminal program and the benchmarks.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** @typedef {{ started: number, inputs: string[] }} Stamp - when the bundle was begun, and the files that are in it */

/**
 * Are all its sources as old as the bundle? Its first line names them.
 * @param {string} file
 */
function fresh(file) {
  try {
    const text = readFileSync(file, 'utf8');
    /** @type {Stamp} */
    const { started, inputs } = JSON.parse(text.slice('// '.length, text.indexOf('\n')));
    return inputs.every((input) => statSync(path.join(root, input)).mtimeMs < started);
  } catch {
    return false; // not built yet, damaged, or a source is gone
  }
}

/**
 * Bundles `entry` into node_modules/.cache/cf8/`name`.mjs unless that is up to date; gives its path.
 * Says nothing on standard output. Vite is loaded only when there is something to build.
 * @param {string} entry - from the project's root
 * @param {string} name
 */
export async function bundle(entry, name) {
  const file = path.join(root, 'node_modules', '.cache', 'cf8', `${name}.mjs`);
  if (fresh(file)) return file;

  const started = Date.now();
  const { build } = await import('vite');
  const output = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: {
      ssr: entry,
      target: 'node20',
      write: false,
      minify: false,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const chunk = [output].flat().flatMap((part) => ('output' in part ? part.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error(`${entry}: nothing was built`);

  const sources = chunk.moduleIds.filter((id) => path.isAbsolute(id)).map((id) => id.replace(/\?.*$/, ''));
  const inputs = [...sources, path.join(root, 'package-lock.json'), fileURLToPath(import.meta.url)];
  const stamp = JSON.stringify({ started, inputs: inputs.map((input) => path.relative(root, input)) });
  mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${String(process.pid)}`; // two runs at once must not read each other's half
  writeFileSync(unfinished, `// ${stamp}\n${chunk.code}`);
  renameSync(unfinished, file);
  return file;
}
