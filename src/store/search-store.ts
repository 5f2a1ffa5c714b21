/** Searching the trace while the page goes on: what is asked, how far it has come, what was found. */
import { createStore } from 'zustand/vanilla';
import type { Problem } from '../base/problem.ts';
import { parseSearch } from '../session/trace-search.ts';
import { Rows } from '../session/rows.ts';
import type { Scene } from '../session/trace-search-run.ts';
import { seek, sessionStore, type SessionState } from './session-store.ts';
import { inSlices } from './slices.ts';
import { allWords, render } from './words.ts';

export interface SearchState {
  readonly text: string;
  readonly problems: readonly Problem[];
  /** Grows in place; `count` tells that it has. */
  readonly found: Rows;
  readonly count: number;
  /** Rows looked at, while it goes on. */
  readonly scanned: number | undefined;
}

const nothing: Omit<SearchState, 'text'> = {
  problems: [],
  found: new Rows(),
  count: 0,
  scanned: undefined,
};

export const searchStore = createStore<SearchState>(() => ({ text: '', ...nothing }));
const { getState: own, setState: set } = searchStore;
const told = sessionStore.getState;

let stop = (): void => {};
let timer: ReturnType<typeof setTimeout> | undefined;
/** So long a person may go on typing. */
const pauseMs = 120;

export function search(text: string): void {
  stop();
  clearTimeout(timer);
  const { terms, problems } = parseSearch(text);
  set({ ...nothing, text, problems });
  if (terms.length > 0 && problems.length === 0) timer = setTimeout(() => void begin(), pauseMs);
}

/** Ends what goes on; what was found stays. */
export function stopSearch(): void {
  stop();
  clearTimeout(timer);
  set({ scanned: undefined });
}

async function begin(): Promise<void> {
  stop();
  const { terms } = parseSearch(own().text);
  const over = new AbortController();
  stop = () => over.abort();
  const { searchRows } = await import('../session/trace-search-run.ts');
  // what programs say is searched too
  if (told().sentences.length > 0) await allWords();
  if (over.signal.aborted) return;
  const found = new Rows();
  set({ found, count: 0, scanned: 0 });
  stop = inSlices(searchRows(sceneOf(told()), terms, found), (last, isDone) =>
    set({ count: found.length, scanned: isDone ? undefined : (last ?? own().scanned) }),
  );
}

// the story has changed: what is found may have, too; a long run is searched when it ends
sessionStore.subscribe((now, before) => {
  if (now.machine !== before.machine) return search('');
  const isOver = before.progress !== undefined && now.progress === undefined;
  if (now.progress !== undefined || (now.log === before.log && !isOver)) return;
  if (own().text !== '') search(own().text);
});

/** What was typed, and what a program said, for rows that rise. */
function sceneOf({ machine, log, sentences }: SessionState): Scene {
  let entry = -1;
  let sentence = -1;
  let text = '';
  return {
    machine,
    said: (row) => {
      const before = [entry, sentence];
      while ((log[entry + 1]?.first ?? Infinity) <= row) entry++;
      while (sentence + 1 < sentences.length && sentences.rowOf(sentence + 1) <= row) sentence++;
      if (before[0] === entry && before[1] === sentence) return text;
      const typed = log[entry];
      const said = sentences.at(sentence);
      // what a program said before a person acted is not about what they did
      const isOf = said && typed && said.row >= typed.first;
      text = `${typed?.entry.text ?? ''} ${isOf ? render(said.say) : ''}`.toLowerCase();
      return text;
    },
  };
}

/** Index of the first found row that is `row` or after it. */
export function indexFrom(found: Rows, row: number): number {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (found.at(middle) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Which of the found rows the cursor stands after, from 1; 0: none. */
export function placeOf({ found }: SearchState, cursor: number): number {
  const index = indexFrom(found, cursor - 1);
  return found.length > index && found.at(index) === cursor - 1 ? index + 1 : 0;
}

/** To the next found row (1) or the one before (-1), round the ends. */
export function stepFound(by: 1 | -1): void {
  const { found } = own();
  if (found.length === 0) return;
  const { cursor } = told();
  const next = by === 1 ? indexFrom(found, cursor) : indexFrom(found, cursor - 1) - 1;
  seek(found.at((next + found.length) % found.length) + 1);
}
