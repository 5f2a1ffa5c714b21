/** Sentences in pieces: plain words, values, results and terms. */
import type { TermId } from './glossary.ts';

/** A piece of a sentence: plain words, a value (set in mono, blue), a result (set bold) or a term of the glossary. */
export type Piece =
  | string
  | { readonly value: string }
  | { readonly strong: string }
  | { readonly term: TermId; readonly text: string };

/** A sentence as a language gives it. */
export type Said = string | readonly Piece[];

/** The sentences of slots `S`: fixed, or made from the slots. */
export type Sentences<S> = { readonly [K in keyof S]: Said | ((slots: S[K]) => Said) };

/** Marks a value inside a sentence. */
export const value = (v: string | number): Piece => ({ value: String(v) });
/** Marks the result of a sentence. */
export const strong = (v: string | number): Piece => ({ strong: String(v) });

/** Marks a term that the glossary explains. */
export const term = (id: TermId, text: string): Piece => ({ term: id, text });

/** A sentence with marked pieces: `` said`CPU reads ${value('CFC')}.` `` */
export function said(texts: TemplateStringsArray, ...slots: readonly (Piece | number)[]): readonly Piece[] {
  const pieces: Piece[] = [];
  texts.forEach((text, i) => {
    if (text !== '') pieces.push(text);
    const slot = slots[i];
    if (slot !== undefined) pieces.push(typeof slot === 'number' ? String(slot) : slot);
  });
  return pieces;
}

/** Pieces as plain text: what a screen reader, a title attribute or a log gets. */
export const plain = (pieces: readonly Piece[]): string =>
  pieces
    .map((p) => (typeof p === 'string' ? p : 'value' in p ? p.value : 'strong' in p ? p.strong : p.text))
    .join('');

/** English: "1 bit", "2 bits". */
export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${String(n)} ${n === 1 ? one : many}`;
