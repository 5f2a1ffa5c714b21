/** Finds entries by letters: the best first, and which letters matched. */
import { go, prepare, type Prepared } from 'fuzzysort';
import type { Entry } from './entries.ts';

/** A stretch of text; `hit` where it matched. */
export interface Stretch {
  readonly text: string;
  readonly hit: boolean;
}

export interface Hit {
  readonly entry: Entry;
  readonly score: number;
  readonly title: readonly Stretch[];
  readonly note: readonly Stretch[];
}

export interface Ranked {
  readonly hits: readonly Hit[];
  /** How many there are of which `hits` are the best. */
  readonly total: number;
}

/** Matches below this are letters that happen to stand in order. */
const likely = 0.3;
/** Title, note and what is not shown, as one line to search. */
const gap = '  ';

const prepared = new WeakMap<Entry, Prepared>();

function lineOf(entry: Entry): Prepared {
  const known = prepared.get(entry);
  if (known !== undefined) return known;
  const made = prepare([entry.title, entry.note ?? '', entry.also ?? ''].join(gap));
  prepared.set(entry, made);
  return made;
}

/** Letters `from` to `from + text.length` of the line, cut where matching begins and ends. */
export function stretches(text: string, from: number, indexes: ReadonlySet<number>): readonly Stretch[] {
  const cut: { text: string; hit: boolean }[] = [];
  for (let i = 0; i < text.length; i++) {
    const hit = indexes.has(from + i);
    const last = cut.at(-1);
    if (last?.hit === hit) last.text += text[i] ?? '';
    else cut.push({ text: text[i] ?? '', hit });
  }
  return cut;
}

const plain = (text: string): readonly Stretch[] => (text === '' ? [] : [{ text, hit: false }]);

const unmarked = (entry: Entry): Hit => ({
  entry,
  score: 0,
  title: plain(entry.title),
  note: plain(entry.note ?? ''),
});

/** `favour` makes an entry come before its equals. Without a text: all, as they stand. */
export function rank(
  text: string,
  entries: readonly Entry[],
  limit: number,
  favour: (entry: Entry) => number = () => 0,
): Ranked {
  if (text === '') return { hits: entries.slice(0, limit).map(unmarked), total: entries.length };
  const found = go(text, entries, {
    key: lineOf,
    limit,
    threshold: likely,
    // a match in the title is meant before one in the note
    scoreFn: (result) =>
      result.score * ((result.indexes[0] ?? 0) < result.obj.title.length ? 1 : 0.8) + favour(result.obj),
  });
  const hits = found.map(({ obj: entry, score, indexes }): Hit => {
    const at = new Set(indexes);
    return {
      entry,
      score,
      title: stretches(entry.title, 0, at),
      note: stretches(entry.note ?? '', entry.title.length + gap.length, at),
    };
  });
  return { hits, total: found.total };
}
