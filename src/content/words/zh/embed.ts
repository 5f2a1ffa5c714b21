/** Simplified Chinese words of the page inside another one. */
import type { Translation } from '../catalogue.ts';
import type { embed as english } from '../en/embed.ts';

export const embed: Translation<typeof english> = {
  'embed.open': '在 cf8 中打开',
  'embed.panels': '面板',
  'embed.locked': '此副本仅供查看：可以单步，不能更改。在 cf8 中打开即可动手。',
  'embed.only-looking': '仅供查看',
  'reason.locked': '此副本仅供查看。',
};
