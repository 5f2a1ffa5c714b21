/** English words of the choice of language, and how texts are put together. */
import type { Said } from '../pieces.ts';

export const language = {
  'command.language': 'Language: 中文 / English',
  'language.switch': '中 / EN: read the page in Chinese',

  /** Facts in a row: "RAM, 640 KiB, fixed". */
  'text.list': (s: { parts: readonly string[] }) => s.parts.join(', '),
  /** A name, and then what it is or why not. */
  'text.and-why': (s: { text: string; why: string }) => `${s.text}. ${s.why}`,
  'text.named': (s: { name: string; text: string }) => `${s.name}: ${s.text}`,
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
