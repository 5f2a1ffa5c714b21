/** Registers and fields of one function, its capabilities' included, each with what it holds now. */
import { hex, size } from '../../base/hex.ts';
import type { Machine } from '../../engine/machine.ts';
import type { BarSpec } from '../../engine/shape.ts';
import {
  describe,
  fieldValue,
  registerValue,
  type ConfigSpace,
  type PlacedField,
  type PlacedRegister,
} from '../../pci/describe.ts';
import { barText } from '../../session/names.ts';
import type { Words } from '../parts/use-words.ts';
import type { Entry } from './entries.ts';

/** Where choosing one leads: bytes, and bits of them. */
export interface Place {
  readonly fn: number;
  readonly offset: number;
  readonly bytes: number;
  readonly hi?: number;
  readonly lo?: number;
}

/** What the page calls them. */
type Naming = Pick<Words, 'term' | 'both'>;

/** `known`: bytes that a dump holds. Looking makes no bus cycle. */
export function registersOf(
  m: Machine,
  fn: number,
  known: number,
  naming: Naming,
  choose: (place: Place) => void,
): readonly Entry[] {
  const space: ConfigSpace = {
    bytes: known <= 64 ? 64 : m.shape(fn).words > 64 ? 4096 : 256,
    word: (n) => (n * 4 + 4 <= known ? m.look(fn, n) : undefined),
  };
  const { registers, fields } = describe(space);
  const own = fields.filter(
    (field) => field.access !== 'rsvdp' && field.access !== 'rsvdz' && !isWhole(field),
  );
  const { bars } = m.shape(fn);
  return registers.flatMap((register) => [
    registerEntry(space, fn, register, bars, naming, choose),
    ...own
      .filter((field) => field.register === register)
      .map((field) => fieldEntry(space, fn, field, naming, choose)),
  ]);
}

const isWhole = ({ hi, lo, name, register }: PlacedField): boolean =>
  name === register.name && lo === 0 && hi === register.bytes * 8 - 1;

const offsetText = (at: number): string => hex(at, at > 0xff ? 3 : 2).toUpperCase();

/** An 8-byte register's high word stands in front. */
function value(space: ConfigSpace, register: PlacedRegister): string {
  const low = registerValue(space, register);
  if (low === undefined) return '';
  const high = register.bytes > 4 ? (space.word((register.at >> 2) + 1) ?? 0) >>> 0 : undefined;
  const text = hex(low, Math.min(4, register.bytes) * 2);
  return ` = ${(high === undefined ? text : hex(high, 8) + text).toUpperCase()}`;
}

function registerEntry(
  space: ConfigSpace,
  fn: number,
  register: PlacedRegister,
  bars: readonly BarSpec[],
  { both }: Naming,
  choose: (place: Place) => void,
): Entry {
  const { at, bytes, owner, name } = register;
  const bar = bars.find((each) => each.at === at);
  return {
    id: `register.${String(at)}`,
    kind: 'register',
    title: bar === undefined ? both(name) : `${barText(bar)} · ${both(name)}`,
    note: `${offsetText(at)}${value(space, register)}${bar === undefined ? '' : ` · ${size(bar.bytes)}`}`,
    also: both(owner),
    run: () => choose({ fn, offset: at, bytes }),
  };
}

function fieldEntry(
  space: ConfigSpace,
  fn: number,
  field: PlacedField,
  { term, both }: Naming,
  choose: (place: Place) => void,
): Entry {
  const { at, hi, lo, name, register } = field;
  const now = fieldValue(space, field);
  const bits = hi === lo ? String(lo) : `${String(hi)}:${String(lo)}`;
  return {
    id: `field.${String(at)}.${String(hi)}.${String(lo)}.${name}`,
    kind: 'register',
    title: both(name),
    note: `${term(register.name)} [${bits}]${now === undefined ? '' : ` = ${hex(now, (hi - lo + 4) >> 2).toUpperCase()}`}`,
    also: `${both(register.owner)} ${offsetText(at)}`,
    run: () => choose({ fn, offset: at, bytes: register.bytes, hi, lo }),
  };
}
