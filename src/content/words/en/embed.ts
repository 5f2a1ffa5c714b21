/** English words of the page inside another one. */
import type { Said } from '../pieces.ts';

export const embed = {
  'embed.open': 'Open in cf8',
  'embed.panels': 'Panels',
  'embed.locked': 'This copy is only for looking: stepping works, changing does not. Open it in cf8 to try.',
  'embed.only-looking': 'only for looking',
  'reason.locked': 'This copy is only for looking.',
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
