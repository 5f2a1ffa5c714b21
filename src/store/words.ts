/** The language of the page, and every sentence in it. */
import { createStore } from 'zustand/vanilla';
import type { Message } from '../base/problem.ts';
import { speak, type Catalogue, type LabelId, type Slots, type WordId } from '../content/words/catalogue.ts';
import { plain, type Piece } from '../content/words/pieces.ts';
import { first as english } from '../content/words/en/first.ts';
import { recall, remember } from './persist.ts';

export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

export const wordsStore = createStore<{ readonly language: Language; readonly catalogue: Catalogue }>(() => ({
  language: 'en',
  catalogue: english,
}));

/** English has its first words at once; every other language is two chunks of its own. */
const catalogues: Readonly<
  Record<Language, { readonly first: () => Promise<Catalogue>; readonly later: () => Promise<Catalogue> }>
> = {
  en: {
    first: () => Promise.resolve(english),
    later: () => import('../content/words/en/later.ts').then((m) => m.later),
  },
  'zh-CN': {
    first: () => import('../content/words/zh/first.ts').then((m) => m.first),
    later: () => import('../content/words/zh/later.ts').then((m) => m.later),
  },
};

/** Of what a person wants to read, in their order, the first that the page speaks: every Chinese is zh-CN for now. */
export function languageOf(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0];
    const found = languages.find((language) => language.split('-')[0] === primary);
    if (found !== undefined) return found;
  }
  return 'en';
}

let latest: Language = 'en';

/** Speaks `language`, with the words of the first paint at once and the rest as it arrives. */
export async function beginIn(language: Language): Promise<void> {
  latest = language;
  const first = await catalogues[language].first();
  wordsStore.setState({ language, catalogue: first });
  const arrive = async (): Promise<void> => {
    const later = await catalogues[language].later();
    if (latest === language) wordsStore.setState({ catalogue: { ...first, ...later } });
  };
  void arrive();
}

/** Speaks another language from now on; nothing changes on the page until all of it is there. */
export async function speakIn(language: Language): Promise<void> {
  latest = language;
  remember('language', language);
  const { first, later } = catalogues[language];
  const catalogue = { ...(await first()), ...(await later()) };
  if (latest === language) wordsStore.setState({ language, catalogue });
}

/** The language of the last visit, else the browser's. */
export const preferredLanguage = (): Language =>
  languageOf([...[recall('language')].filter((tag) => tag !== undefined), ...navigator.languages]);

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
  const entry: unknown = Reflect.get(catalogue, id);
  return typeof entry === 'string' ? entry : id;
}
