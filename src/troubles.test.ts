/** Everything that is told to stand in somebody's way has a reason and a way out, in every language. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isTrouble } from './base/trouble.ts';
import { sayAgain, type MessageId } from './base/problem.ts';
import { en } from './content/words/en/index.ts';
import { zh } from './content/words/zh/index.ts';

const src = fileURLToPath(new URL('.', import.meta.url));
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|^content/.test(name))
  .map((name) => readFileSync(path.join(src, name), 'utf8'));

/** Ids of messages that become a Problem, or are noted of a part, where they are made. */
const told = new Set(
  sources.flatMap((text) =>
    Array.from(
      text.matchAll(
        /\b(?:fail|note|refuse|complain|problem|push)\(\s*(?:\{\s*message: )?say\(\s*'([\w.-]+)'/g,
      ),
      (match) => match[1] ?? '',
    ),
  ),
);
const troubles = Object.keys(en).filter(
  (id) => isTrouble(sayAgain(id as MessageId, {})) && !/-(?:why|fix)$/.test(id),
);

test('what is refused is a trouble', () => {
  expect(told.size).toBeGreaterThan(25);
  expect([...told].filter((id) => !troubles.includes(id))).toEqual([]);
});

test.each([
  ['English', en],
  ['Simplified Chinese', zh],
])('%s says of each why, and how out of it', (_, catalogue) => {
  expect(troubles.length).toBeGreaterThan(50);
  const mute = troubles.flatMap((id) => [`${id}-why`, `${id}-fix`]).filter((id) => !(id in catalogue));
  expect(mute).toEqual([]);
});
