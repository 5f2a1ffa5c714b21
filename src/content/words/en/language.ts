/** English words of the choice of language. */
import type { Said } from '../pieces.ts';

export const language = {
  'command.language': 'Language: 中文 / English',
  'language.switch': '中 / EN: read the page in Chinese',
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
