/** The language of the page: the one it begins in, where it acts on the document, and the change to the other. */
import {
  beginIn,
  languageOf,
  languages,
  preferredLanguage,
  speakIn,
  translator,
  words,
  wordsStore,
} from '../store/words.ts';

function put(): void {
  const t = translator(words());
  const { documentElement: root } = document;
  const { language } = wordsStore.getState();
  // set to what it is, every element would be styled anew
  if (root.lang !== language) root.lang = language;
  document.title = `${t('app.name')} · ${t('app.tagline')}`;
}

/**
 * `wanted`: what the address asks for. Resolves when there are words for the first paint; without the chunk of another language it is
 * an English one.
 */
export async function beginLanguage(wanted?: string): Promise<void> {
  wordsStore.subscribe(put);
  await beginIn(wanted === undefined ? preferredLanguage() : languageOf([wanted])).catch(() => beginIn('en'));
}

/** Goes round the languages. */
export function nextLanguage(): void {
  const at = languages.indexOf(wordsStore.getState().language);
  void speakIn(languages[(at + 1) % languages.length] ?? 'en');
}
