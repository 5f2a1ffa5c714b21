/** The language of the page, and every sentence in it. */
import { createStore } from 'zustand/vanilla';
import type { Message } from '../base/problem.ts';
import { speak, type Catalogue, type LabelId, type Slots, type WordId } from '../content/words/catalogue.ts';
import { plain, type Piece } from '../content/words/pieces.ts';
import { first } from '../content/words/en/first.ts';

export const wordsStore = createStore<{ readonly catalogue: Catalogue }>(() => ({ catalogue: first }));

/** The words of what comes after the first paint; resolves when they are there. */
export async function loadWords(): Promise<void> {
  const { later } = await import('../content/words/en/later.ts');
  wordsStore.setState({ catalogue: { ...first, ...later } });
}

/** The current catalogue. */
export const words = (): Catalogue => wordsStore.getState().catalogue;

/** `t('view.topology')`, `t('story.counter', { at: '37', of: '212' })`: plain text. */
export interface Translate {
  (id: LabelId): string;
  <K extends WordId>(id: K, slots: Slots[K]): string;
}

/** Makes a `t` of one catalogue. */
export function translator(catalogue: Catalogue): Translate {
  function t(id: LabelId): string;
  function t<K extends WordId>(id: K, slots: Slots[K]): string;
  function t<K extends WordId>(id: K, slots?: Slots[K]): string {
    const entry = catalogue[id];
    if (entry === undefined) return '';
    if (typeof entry === 'string') return entry;
    return slots === undefined
      ? plain(typeof entry === 'function' ? [id] : entry)
      : plain(speak(catalogue, id, slots));
  }
  return t;
}

/** A message as pieces, in `catalogue` or the current language. */
export const pieces = (message: Message, catalogue: Catalogue = words()): readonly Piece[] =>
  speak(catalogue, message.id, message.with);

/** A message as plain text. */
export const render = (message: Message, catalogue: Catalogue = words()): string =>
  plain(pieces(message, catalogue));

/** The name of something that carries a word's id; what is no word names itself. */
export function nameOf(id: string, catalogue: Catalogue = words()): string {
  const entry: unknown = Object.entries(catalogue).find(([word]) => word === id)?.[1];
  return typeof entry === 'string' ? entry : id;
}
