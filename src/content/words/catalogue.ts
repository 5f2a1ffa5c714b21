/** What a language has to say: one entry for every message and every word of the screen. */
import type { Messages } from '../../base/messages.ts';
import type { TroubleWords } from '../../base/trouble.ts';
import type { asked } from './en/asked.ts';
import type { first } from './en/first.ts';
import type { later } from './en/later.ts';
import type { tools } from './en/tools.ts';
import { plain, worded, type Piece, type Said, type Sentences } from './pieces.ts';

type English = typeof first & typeof later & typeof tools & typeof asked;

/** Slots of the screen's own words, read off the English catalogue. */
type ScreenSlots = {
  [K in Exclude<keyof English, keyof (Messages & TroubleWords)>]: English[K] extends (slots: infer S) => Said
    ? S
    : undefined;
};

/** Every id and the slots that its sentence gets. */
export type Slots = Messages & TroubleWords & ScreenSlots;
export type WordId = keyof Slots;
/** Ids of the screen that need no slots: titles, labels, names. */
export type LabelId = {
  [K in keyof ScreenSlots]: ScreenSlots[K] extends undefined ? K : never;
}[keyof ScreenSlots];

/** What another language says for the English words `E` (a file of en/): the same ids with the same slots, none missing and none more. */
export type Translation<E> = {
  readonly [K in keyof E]: K extends WordId
    ? Slots[K] extends undefined
      ? Said
      : Said | ((slots: Slots[K]) => Said)
    : never;
};

/** A whole language. */
export type WholeCatalogue = Sentences<Slots>;
/** A language as far as it has arrived. */
export type Catalogue = Partial<WholeCatalogue>;

/** The entry's sentence, as pieces; nothing while it has not arrived. */
export function speak<K extends WordId>(catalogue: Catalogue, id: K, slots: Slots[K]): readonly Piece[] {
  const entry: Said | ((slots: Slots[K]) => Said) | undefined = catalogue[id];
  const sentence: Said = typeof entry === 'function' ? entry(slots) : (entry ?? '');
  return typeof sentence === 'string' ? [sentence] : worded(sentence, (names) => sayNames(catalogue, names));
}

/** Names of registers as this language says them; as they are while its words for them have not arrived. */
const sayNames = (catalogue: Catalogue, names: string): string =>
  plain(speak(catalogue, 'name.terms', { names })) || names;
