/** The glossary: both languages of everything, and no term that nobody finds. */
import { expect, test } from 'vitest';
import { en } from './en/index.ts';
import { glossary, type TermId } from './glossary.ts';
import type { Said } from './pieces.ts';
import { zh } from './zh/index.ts';

const terms = Object.entries(glossary);

test('forty terms and more, each in both languages, the Chinese in Chinese', () => {
  expect(terms.length).toBeGreaterThanOrEqual(40);
  for (const [id, { en: english, zh: chinese, about }] of terms) {
    expect(english, id).not.toBe('');
    expect(about.en, id).toMatch(/\.$/);
    expect(about.zh, id).toMatch(/\p{Script=Han}.*。$/u);
    expect(chinese, id).toMatch(/\p{Script=Han}|CF[8C]|Type/u);
  }
});

test('no two terms are called the same', () => {
  for (const language of ['en', 'zh'] as const) {
    const names = terms.map(([, term]) => term[language]);
    expect(new Set(names).size, language).toBe(names.length);
  }
});

/** The terms that a sentence marks. */
function marked(entry: unknown): TermId[] {
  const slots = new Proxy({}, { get: () => 'x' });
  const said = (typeof entry === 'function' ? (entry as (s: object) => Said)(slots) : entry) as Said;
  return typeof said === 'string'
    ? []
    : said.flatMap((p) => (typeof p === 'object' && 'term' in p ? [p.term] : []));
}

test('a sentence of the story marks the same terms in both languages', () => {
  const story = Object.keys(en).filter((id) => id.startsWith('say.'));
  const all = (catalogue: object): Map<string, TermId[]> =>
    new Map(
      Object.entries(catalogue).flatMap(([id, entry]) =>
        story.includes(id) ? [[id, marked(entry).sort()]] : [],
      ),
    );
  const english = all(en);
  expect([...english.values()].flat().length).toBeGreaterThan(10);
  expect(all(zh)).toEqual(english);
});
