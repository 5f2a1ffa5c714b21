/** The words of the page, for components: re-rendered when the language changes. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Message } from '../../base/problem.ts';
import type { Catalogue, Slots, WordId } from '../../content/words/catalogue.ts';
import { plain, type Piece } from '../../content/words/pieces.ts';
import { nameOf, piecesIn, render, translator, wordsStore, type Translate } from '../../store/words.ts';

export interface Words {
  /** Plain text of an id. */
  readonly t: Translate;
  /** Plain text of a message. */
  readonly render: (message: Message) => string;
  /** A sentence in pieces, for <Said>. */
  readonly pieces: <K extends WordId>(id: K, slots: Slots[K]) => readonly Piece[];
  /** The name of something that carries a word's id, or its own name where it is no word: a chapter. */
  readonly name: (id: string) => string;
  readonly plain: (pieces: readonly Piece[]) => string;
  /** What a table of pci/ says that a value means. */
  readonly meaning: (text: string | undefined) => string;
  /** A name of the specifications: of a register, a field, a capability. The name itself where this language has no other. */
  readonly term: (name: string) => string;
  /** The same with the name itself beside it, where that is another. */
  readonly both: (name: string) => string;
  /** Names of registers, "Vendor ID, Device ID", as they stand inside a sentence. */
  readonly names: (names: string) => string;
}

const cache = new WeakMap<Catalogue, Words>();

function make(catalogue: Catalogue): Words {
  const t = translator(catalogue);
  const term = (name: string): string => t('name.term', { name }) || name;
  const made = cache.get(catalogue) ?? {
    t,
    render: (message) => render(message, catalogue),
    pieces: (id, slots) => piecesIn(catalogue, id, slots),
    name: (id) => nameOf(id, catalogue),
    plain,
    // the words for them arrive after the first paint
    meaning: (text = '') => t('name.meaning', { text }) || text,
    term,
    both: (name) => (term(name).includes(name) ? term(name) : `${term(name)} ${name}`),
    names: (names) => t('name.terms', { names }) || names,
  };
  cache.set(catalogue, made);
  return made;
}

export function useWords(): Words {
  const catalogue = useStore(wordsStore, (s) => s.catalogue);
  return useMemo(() => make(catalogue), [catalogue]);
}
