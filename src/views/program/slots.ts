/** A sentence's values in the field's words, and breakpoints by what they watch. */
import { hex, hex0x, size as sizeText } from '../../base/hex.ts';
import type { Message, MessageId } from '../../base/problem.ts';
import type { Machine } from '../../engine/machine.ts';
import { formatBdf } from '../../pci/bdf.ts';
import type { Breakpoint } from '../../session/breakpoints.ts';
import { registerText } from '../../session/register-text.ts';
import { words } from '../../store/words.ts';
import type { Words } from '../parts/use-words.ts';
import { spotOf, type ProgramSource } from './source.ts';

export type SentenceId = MessageId;

/** Whether an id that stands in a source is a sentence that there is. */
export const isMessage = (id: string): id is SentenceId => id in words();

export interface Slot {
  readonly name: string;
  readonly value: string;
}

/** Values that are ids: each has a word, as `slot.kind-io`. */
const inWords = new Set(['kind', 'pass']);
const inHex = new Set(['bus', 'on', 'secondary', 'subordinate']);
const inBytes = new Set(['bytes', 'takes', 'align', 'ports', 'size']);
const asAddress = new Set(['port', 'base']);
/** Numbers that another slot says in words. */
const twins = new Map([
  ['bytes', 'size'],
  ['address', 'base'],
]);

type Naming = Pick<Words, 'name' | 'both'>;

function valueOf(key: string, value: string | number, { name, both }: Naming): string {
  if (key === 'always') return name(value === 0 ? 'slot.no' : 'slot.yes');
  if (key === 'name') return both(String(value));
  if (typeof value === 'string') return inWords.has(key) ? name(`slot.${key}-${value}`) : value;
  if (inHex.has(key)) return hex(value, 2);
  if (inBytes.has(key)) return sizeText(value);
  return asAddress.has(key) ? hex0x(value) : String(value);
}

/** What the program knew when it said this. */
export function slotsOf(say: Message, naming: Naming): readonly Slot[] {
  return Object.entries(say.with)
    .filter(([key]) => !((twins.get(key) ?? '') in say.with))
    .map(([key, value]) => ({ name: naming.name(`slot.${key}`), value: valueOf(key, value, naming) }));
}

/** What a breakpoint waits for. */
export function pointText(
  at: Breakpoint,
  { t }: Pick<Words, 't'>,
  machine: Machine,
  source: ProgramSource | undefined,
): string {
  switch (at.on) {
    case 'sentence': {
      const found = source && spotOf(source, at.id);
      return found ? t('program.point-sentence', { file: found.file.name, line: found.spot.line }) : at.id;
    }
    case 'depth':
      return '';
    case 'line':
      return t('script.point-line', { line: at.line });
    case 'register': {
      const fn = machine.find(at.bdf);
      const register =
        fn < 0 ? hex0x(at.from, 2) : registerText(machine, fn, at.from, Math.min(at.to - at.from + 1, 8));
      return t('program.point-register', { register, who: formatBdf(at.bdf), when: at.when ?? 'access' });
    }
    case 'address':
      return t('program.point-address', { space: at.space, from: hex0x(at.from), to: hex0x(at.to) });
    case 'abort':
      return t('program.point-abort');
  }
}
