/** The language of the page, and every sentence in it. */
import { createStore } from 'zustand/vanilla';
import type { Message } from '../base/problem.ts';
import { speak, type Catalogue, type LabelId, type Slots, type WordId } from '../content/words/catalogue.ts';
import { plain, type Piece } from '../content/words/pieces.ts';
import { first as english } from '../content/words/en/first.ts';
import { isEmbedded } from './embedded.ts';
import { near } from './near.ts';
import { recall, remember } from './persist.ts';

export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

export const wordsStore = createStore<{ readonly language: Language; readonly catalogue: Catalogue }>(() => ({
  language: 'en',
  catalogue: english,
}));

interface Pieces {
  readonly first: () => Promise<Catalogue>;
  readonly later: () => Promise<Catalogue>;
  readonly tools: () => Promise<Catalogue>;
  readonly asked: () => Promise<Catalogue>;
}

/** English has its first words at once; every other language is chunks of its own. */
const catalogues: Readonly<Record<Language, Pieces>> = {
  en: {
    first: () => Promise.resolve(english),
    later: () => import('../content/words/en/later.ts').then((m) => m.later),
    tools: () => import('../content/words/en/tools.ts').then((m) => m.tools),
    asked: () => import('../content/words/en/asked.ts').then((m) => m.asked),
  },
  'zh-CN': {
    first: () => import('../content/words/zh/first.ts').then((m) => m.first),
    later: () => import('../content/words/zh/later.ts').then((m) => m.later),
    tools: () => import('../content/words/zh/tools.ts').then((m) => m.tools),
    asked: () => import('../content/words/zh/asked.ts').then((m) => m.asked),
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
/** Somebody may take the tools into the hand. */
let isNear = false;
/** The words of the panes are there: what is missing now has not been asked for. */
let hasLater = false;
/** The words of what a person asks for, since somebody has. */
let asking: Promise<void> | undefined;

/** Speaks `language`, with the words of the first paint at once, those of the other panes as they arrive. */
export async function beginIn(language: Language): Promise<void> {
  latest = language;
  const first = await catalogues[language].first();
  wordsStore.setState({ language, catalogue: first });
  const tools = near.then(() => {
    isNear = true;
    return arrive('tools');
  });
  void Promise.all([arrive('later'), isEmbedded || tools]).then(() => {
    hasLater = true;
  });
}

async function arrive(piece: keyof Pieces): Promise<void> {
  const language = latest;
  const more = await catalogues[language][piece]();
  if (latest === language) wordsStore.setState(({ catalogue }) => ({ catalogue: { ...catalogue, ...more } }));
}

/** Resolves when every word is there. */
export function allWords(): Promise<void> {
  const load = async (): Promise<void> => {
    await Promise.all([arrive('later'), arrive('tools'), arrive('asked')]);
  };
  // without a network it is tried again when the next word is missing
  asking ??= load().catch(() => (asking = undefined));
  return asking;
}

/** What is loaded because somebody asks for it, and what it has to say. */
export async function withAllWords<T>(loading: Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([loading, allWords()]);
  return loaded;
}

/** Somebody wants to say a word that is not there. */
function missing(): void {
  if (hasLater && asking === undefined) void allWords();
}

/** Resolves when no word is on its way that somebody wanted to say. */
export const wordsArrived = (): Promise<void> => asking ?? Promise.resolve();

/** Speaks another language from now on; nothing changes on the page until all of it is there. */
export async function speakIn(language: Language): Promise<void> {
  latest = language;
  remember('language', language);
  const { first, later, tools, asked } = catalogues[language];
  const catalogue = {
    ...(await first()),
    ...(await later()),
    ...((isNear || asking) && (await tools())),
    ...(asking && (await asked())),
  };
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
    if (entry === undefined) {
      missing();
      return '';
    }
    if (typeof entry === 'string') return entry;
    return slots === undefined
      ? plain(typeof entry === 'function' ? [id] : entry)
      : plain(speak(catalogue, id, slots));
  }
  return t;
}

/** A word with its slots, as pieces. */
export function piecesIn<K extends WordId>(catalogue: Catalogue, id: K, slots: Slots[K]): readonly Piece[] {
  if (catalogue[id] === undefined) missing();
  return speak(catalogue, id, slots);
}

/** A message as pieces, in `catalogue` or the current language. */
export const pieces = (message: Message, catalogue: Catalogue = words()): readonly Piece[] =>
  piecesIn(catalogue, message.id, message.with);

/** A message as plain text. */
export const render = (message: Message, catalogue: Catalogue = words()): string =>
  plain(pieces(message, catalogue));

/** The name of something that carries a word's id; what is no word names itself. */
export function nameOf(id: string, catalogue: Catalogue = words()): string {
  const entry: unknown = Reflect.get(catalogue, id);
  if (entry === undefined && /^[a-z-]+\.[a-z.-]+$/.test(id)) missing();
  return typeof entry === 'string' ? entry : id;
}
