/** What functions, fields and places are called, and their values. */
import { hex } from '../../base/hex.ts';
import type { FieldDifference, Side } from '../../session/compare.ts';
import { functionText } from '../../session/names.ts';
import type { Place, PlaceName } from '../../session/places.ts';
import type { Words } from '../parts/use-words.ts';

/** "00:03.0 e1000". */
export function who({ machine }: Side, fn: number): { readonly bdf: string; readonly model: string } {
  const { model = '', path } = machine.board.parts[fn] ?? {};
  const bdf = functionText(machine, fn);
  // "edu@pci.1:1.0" says it already
  return { bdf, model: bdf === path && bdf.startsWith(model) ? '' : model };
}

/** "8086:100e". */
export function idsOf({ machine }: Side, fn: number): string {
  const word = machine.look(fn, 0);
  return `${hex(word & 0xffff, 4)}:${hex(word >>> 16, 4)}`;
}

export function placeTitle(name: PlaceName, { t }: Words): string {
  if (name === 'io' || name === 'memory' || name === 'prefetchable') return t(`compare.window-${name}`);
  return name === 'bar6' ? 'ROM BAR' : `BAR${name.slice(3)}`;
}

const address = (n: number): string =>
  hex(n, n > 0xffff ? 8 : 4)
    .toUpperCase()
    .replace(/\B(?=(.{4}){2}$)/, ' ');

/** "FEBC0000–FEBDFFFF"; the end is left out where it is not known. */
export const rangeOf = ({ from, to }: Place): string =>
  to === undefined ? `${address(from)}–?` : `${address(from)}–${address(to)}`;

export function fieldName({ field, at, bytes }: FieldDifference, { t, both }: Words): string {
  if (field) return both(field.name);
  const last = at + bytes - 1;
  const place = last === at ? hex(at, 2) : `${hex(at, 2)}–${hex(last, 2)}`;
  return t('text.list', { parts: [t('compare.undescribed'), place] });
}

/** "Command", "MSI, Message Control": where a field is; nothing where the name says it. */
export function fieldPlace({ field }: FieldDifference, { t, both }: Words): string {
  if (!field) return '';
  const { owner, name } = field.register;
  const parts = [owner === 'header' ? '' : both(owner), name === field.name ? '' : both(name)];
  return t('text.list', { parts: parts.filter((part) => part !== '') });
}

export interface ValueText {
  readonly value: string;
  readonly meaning: string;
}

/** A value as digits and in words. An address says itself better than the bits that hold it. */
export function valueText(
  { field, bytes }: FieldDifference,
  value: number | undefined,
  words: Words,
): ValueText {
  if (value === undefined) return { value: '', meaning: '' };
  if (!field) return { value: hex(value, bytes * 2), meaning: '' };
  const bits = field.hi - field.lo + 1;
  const digits = bits === 1 ? String(value) : hex(value, Math.ceil(bits / 4));
  const meaning = words.meaning(field.show?.(value));
  if (/^(0x)?[0-9a-f]{4,}$/i.test(meaning)) return { value: meaning, meaning: '' };
  return { value: digits, meaning: meaning === digits ? '' : meaning };
}
