/** Sentences in pieces: plain words, values, results, terms and names of registers. */
import type { TermId } from './glossary.ts';

/**
 * A piece of a sentence: plain words, a value (set in mono, blue), a result (set bold), a term of the glossary, or names of the
 * specifications, which are worded where the sentence is said (`speak`).
 */
export type Piece =
  | string
  | { readonly value: string }
  | { readonly strong: string }
  | { readonly term: TermId; readonly text: string }
  | Named;

/** English names of registers, with ", " between them, and how a language says them. */
interface Named {
  readonly names: string;
  readonly text: string;
  readonly isResult: boolean;
}

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

/** Marks names of registers and fields, "Vendor ID, Device ID"; as the result of a sentence. */
export const names = (of: string): Piece => ({ names: of, text: of, isResult: false });
export const strongNames = (of: string): Piece => ({ names: of, text: of, isResult: true });

/** The English names, where the text does not tell them itself. */
export const tipOf = ({ names: of, text }: Named): string | undefined =>
  of.split(', ').every((name) => text.includes(name)) ? undefined : of;

const startsWide = /^[\p{Script=Han}（]/u;
const endsWide = /[\p{Script=Han}）]$/u;

/** The sentence with its names as `word` says them. A space stands beside Latin letters only: next to Chinese it goes. */
export function worded(pieces: readonly Piece[], word: (names: string) => string): readonly Piece[] {
  const isNamed = (p: Piece | undefined): p is Named => typeof p === 'object' && 'names' in p;
  if (!pieces.some(isNamed)) return pieces;
  const all = pieces.map((p) => (isNamed(p) ? { ...p, text: word(p.names) } : p));
  return all.map((p, i) => {
    if (typeof p !== 'string') return p;
    const before = all[i - 1];
    const after = all[i + 1];
    const from = isNamed(before) && endsWide.test(before.text) ? p.trimStart() : p;
    return isNamed(after) && startsWide.test(after.text) ? from.trimEnd() : from;
  });
}

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
