// The rooms of the house in their order, and what lint forbids in each. `node scripts/rooms.mjs` writes that into
// .oxlintrc.json; src/house.test.ts checks that it was done.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** A room may import itself and rooms to its left; `cli` stands beside store, views and app. */
export const rooms = [
  'base',
  'pci',
  'engine',
  'models',
  'programs',
  'scenario',
  'formats',
  'session',
  'content',
  'store',
  'views',
  'app',
];

/** The rooms that `room` may import, itself included. */
export const allowedIn = (/** @type {string} */ room) =>
  room === 'cli' ? [...core, 'cli'] : rooms.slice(0, rooms.indexOf(room) + 1);

/** The rooms that compile without DOM, Node, clock and chance. */
export const core = rooms.slice(0, rooms.indexOf('store'));

const order = `${rooms.join(' ← ')}, and cli beside app`;
const screen = ['react', 'react-*', 'react-*/**', 'd3', 'd3-*'];
const packages = {
  core: [...screen, 'zustand', 'zustand/**'],
  store: screen,
  cli: [...screen, 'zustand', 'zustand/**'],
};
/** Rooms left of the first one that describes data of a person's. */
const withoutSchemas = rooms.slice(0, rooms.indexOf('scenario'));

const clocks = ['Date', 'performance', 'setTimeout', 'setInterval', 'queueMicrotask'];
const outside = ['fetch', 'crypto', 'console'];
const wall = 'Only src/session/wall talks to the worker; send a command through the session store instead.';
const postMessage = [{ name: 'postMessage', message: wall }];
const postMessageOf = { property: 'postMessage', message: wall };

/** @param {string} room */
function forbiddenImports(room) {
  const right = [...rooms, 'cli'].filter((other) => !allowedIn(room).includes(other));
  const banned = core.includes(room)
    ? packages.core
    : room === 'store' || room === 'cli'
      ? packages[room]
      : [];
  const schemas = withoutSchemas.includes(room) ? ['valibot'] : [];
  const patterns = [];
  if (right.length > 0)
    patterns.push({
      regex: `^(\\.\\./)+(${right.join('|')})/`,
      message: `src/${room} imports only itself and rooms to its left: ${order}. Move what you need to the left, or pass it in as a parameter.`,
    });
  if (banned.length + schemas.length > 0)
    patterns.push({
      group: [...banned, ...schemas],
      message: `src/${room} does without this package; use it in a room further right.`,
    });
  return patterns;
}

/** What .oxlintrc.json must say under "overrides", room by room. */
export function roomRules() {
  const perRoom = [...rooms, 'cli'].flatMap((room) => {
    const patterns = forbiddenImports(room);
    return patterns.length === 0
      ? []
      : [{ files: [`src/${room}/**`], rules: { 'no-restricted-imports': ['error', { patterns }] } }];
  });
  const pure = {
    files: core.map((room) => `src/${room}/**`),
    rules: {
      'no-restricted-globals': [
        'error',
        ...clocks.map((name) => ({
          name,
          message: 'Time is a parameter in here: use the virtual clock of the machine.',
        })),
        ...outside.map((name) => ({
          name,
          message: 'There is no outside in here: take the data as a parameter, return what there is to say.',
        })),
        ...postMessage,
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'Chance is a parameter in here: take a seed from the scenario.',
        },
        postMessageOf,
      ],
    },
  };
  const views = {
    files: ['src/views/*/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...forbiddenImports('views'),
            {
              group: ['../*/**', '!../parts/**', '!../../**'],
              message:
                'A view imports no other view: move what both need to src/views/parts or further left.',
            },
          ],
        },
      ],
    },
  };
  const screenSide = {
    files: ['src/store/**', 'src/views/**', 'src/app/**', 'src/cli/**'],
    rules: {
      'no-restricted-globals': ['error', ...postMessage],
      'no-restricted-properties': ['error', postMessageOf],
    },
  };
  const wallItself = {
    files: ['src/session/wall/**'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
  };
  // tests see the whole house: a test of a model may build its board from text
  const tests = {
    files: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'e2e/**', 'bench/**', 'scripts/**'],
    rules: {
      'no-restricted-globals': 'off',
      'no-restricted-imports': 'off',
      'typescript/no-unsafe-assignment': 'off',
      'vitest/expect-expect': 'off',
      'vitest/valid-title': 'off',
      'vitest/no-standalone-expect': 'off',
      'vitest/no-conditional-expect': 'off',
    },
  };
  const playwright = { files: ['e2e/**'], rules: { 'react/rules-of-hooks': 'off' } }; // its `use` is no hook
  return [...perRoom, views, pure, screenSide, wallItself, tests, playwright];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '.oxlintrc.json');
  /** @type {Record<string, unknown>} */
  const config = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, `${JSON.stringify({ ...config, overrides: roomRules() }, undefined, 2)}\n`);
}
