/** The rules of the house that no compiler checks: order of imports, lists complete, a README per folder, sizes. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { allowedIn, roomRules } from '../scripts/rooms.mjs';

const src = fileURLToPath(new URL('.', import.meta.url));
const all = readdirSync(src, { recursive: true, withFileTypes: true }).map((entry) => ({
  name: path.relative(src, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
  isFolder: entry.isDirectory(),
}));
const folders = all.filter((entry) => entry.isFolder).map((entry) => entry.name);
const files = all.filter((entry) => !entry.isFolder).map((entry) => entry.name);
const sources = files.filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name));

const read = (name: string): string => readFileSync(path.join(src, name), 'utf8');

/** What a file imports from this house, as names under src/: `import`, `import type`, `export … from`, `import()`. */
function imports(name: string): string[] {
  const specifiers = read(name).matchAll(/(?:\bfrom|\bimport|\bimport\(|new URL\()\s*['"](\.[^'"]+)['"]/g);
  return [...specifiers].map(([, specifier = '']) => path.posix.join(path.posix.dirname(name), specifier));
}

const roomOf = (name: string): string => name.split('/')[0] ?? '';

test('a room imports only itself and rooms to its left', () => {
  const wrong = sources.flatMap((name) =>
    imports(name)
      .filter((imported) => !allowedIn(roomOf(name)).includes(roomOf(imported)))
      .map((imported) => `${name} imports ${imported}`),
  );
  expect(wrong, 'move what is needed to the left, or pass it in').toEqual([]);
});

test('a view imports no other view, only views/parts', () => {
  const viewOf = (name: string): string | undefined => /^views\/([^/]+)\//.exec(name)?.[1];
  const wrong = sources.flatMap((name) =>
    imports(name)
      .filter((imported) => viewOf(name) !== undefined && imported.startsWith('views/'))
      .filter((imported) => ![viewOf(name), 'parts'].includes(viewOf(imported)))
      .map((imported) => `${name} imports ${imported}`),
  );
  expect(wrong, 'move what both need to views/parts or further left').toEqual([]);
});

test('only session/wall talks to the worker', () => {
  // to the page around this one, to the worker that keeps the files
  const others = ['app/embed.ts', 'app/service-worker-client.ts'];
  const wrong = sources
    .filter((name) => !name.startsWith('session/wall/') && !others.includes(name))
    .filter((name) => /\bpostMessage\(/.test(read(name)));
  expect(wrong, 'send a command through the session store').toEqual([]);
});

test('lint knows the rooms as scripts/rooms.mjs lists them', () => {
  const config: unknown = JSON.parse(readFileSync(path.join(src, '..', '.oxlintrc.json'), 'utf8'));
  expect(config, 'run `node scripts/rooms.mjs`').toHaveProperty('overrides', roomRules());
});

/** Whose index.ts lists what the folder offers. */
const lists = ['models', 'programs', 'pci/caps', 'formats', 'content/scenarios'];

/** The given files, what they import, what that imports, and so on. */
function reached(from: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name) || !sources.includes(name)) return;
    found.add(name);
    imports(name).forEach(visit);
  };
  from.forEach(visit);
  return found;
}

// "Reached", not "named": what only a listed file uses (a model's registers, a machine's soldered parts), or another
// room on its own (a writer of some text), needs no line. What only tests know has been forgotten.
for (const folder of lists)
  test.skipIf(!existsSync(path.join(src, folder, 'index.ts')))(`${folder}/index.ts lists every file`, () => {
    const elsewhere = sources.filter((name) => !name.startsWith(`${folder}/`));
    const known = reached([`${folder}/index.ts`, ...elsewhere]);
    const forgotten = sources
      .filter((name) => name.startsWith(`${folder}/`) && !known.has(name))
      .filter((name) => name !== `${folder}/testing.ts`); // what the tests of a folder share
    expect(forgotten, `add a line to src/${folder}/index.ts`).toEqual([]);
  });

test('every view is in views/index.ts, or is a dialog that the app opens', () => {
  const known = new Set(
    ['views/index.ts', ...sources.filter((name) => roomOf(name) === 'app')].flatMap(imports),
  );
  const views = folders.filter((name) => /^views\/[^/]+$/.test(name) && name !== 'views/parts');
  const forgotten = views.filter((name) => ![...known].some((imported) => imported.startsWith(`${name}/`)));
  expect(forgotten, 'add a line to src/views/index.ts').toEqual([]);
});

test('every folder says in a README.md what lives there', () => {
  expect(folders.filter((folder) => !files.includes(`${folder}/README.md`))).toEqual([]);
});

// A view's style sheet is one file however long: its rules are flat, and the cascade reads them in order.
test('no file is longer than 400 lines, tables excepted', () => {
  const long = files
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ name, lines: read(name).trimEnd().split('\n') }))
    .filter(({ lines }) => lines.length > 400 && !/\btable\b/i.test(lines[0] ?? ''))
    .map(({ name, lines }) => `${name}: ${String(lines.length)} lines`);
  expect(long, 'split it, or say "table" in its first line if it is one').toEqual([]);
});
