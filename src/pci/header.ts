/** The configuration header: which of the three layouts a function's words select. */
import { bits } from '../base/bits.ts';
import type { Layout } from './fields.ts';
import { commonBlocks } from './header-common.ts';
import { headerType0For } from './header-type-0.ts';
import { headerType1For } from './header-type-1.ts';
import { headerType2 } from './header-type-2.ts';
import { layout } from './table.ts';

export { headerType0, headerType0For } from './header-type-0.ts';
export { headerType1 } from './header-type-1.ts';
export { headerType2 } from './header-type-2.ts';

/** The 16 bytes common to all types: all that can be said of a header of unknown type. */
export const headerCommon: Layout = layout('header', 16, commonBlocks);

/** Header layout 0–2 from a function's words (0x7f when nothing answers); bit 7 (multi-function) is left out. */
export const headerType = (word: (n: number) => number): number => bits(word(3), 22, 16);

/** The header as this function shows it: layout by type, base addresses split by what they say. */
export function header(word: (n: number) => number): Layout {
  switch (headerType(word)) {
    case 0:
      return headerType0For(word);
    case 1:
      return headerType1For(word);
    case 2:
      return headerType2;
    default:
      return headerCommon;
  }
}
