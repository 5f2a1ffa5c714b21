/** What differs between two machines: functions that came and went, registers by the names of their fields, places in the map. */
import { bits, mask as maskOf } from '../base/bits.ts';
import { bdfOf } from '../engine/explain.ts';
import type { Machine } from '../engine/machine.ts';
import { fieldValue, titleOf, type ConfigSpace, type PlacedField } from '../pci/describe.ts';
import { placeOf, type Layout } from '../pci/fields.ts';
import { header } from '../pci/header.ts';
import { capabilities } from '../pci/walk.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { bdfText } from './names.ts';
import { placesOf, type Place, type PlaceName } from './places.ts';

/** One of the two: a machine, and what it was built from. */
export interface Side {
  readonly machine: Machine;
  readonly scenario: Scenario;
}

/** A field whose value differs. */
export interface FieldDifference {
  /** The field; undefined for bytes that no table describes. */
  readonly field: PlacedField | undefined;
  /** First byte in configuration space, and how many bytes. */
  readonly at: number;
  readonly bytes: number;
  /** Unsigned; undefined where this side has no such field. */
  readonly left: number | undefined;
  readonly right: number | undefined;
  /** What hardware reports from moment to moment: status, link, errors. */
  readonly passing: boolean;
}

export interface PlaceDifference {
  readonly name: PlaceName;
  readonly left: Place | undefined;
  readonly right: Place | undefined;
}

export interface FunctionDifference {
  /** `replaced`: another device at the same place; `same`: nothing differs. */
  readonly kind: 'added' | 'removed' | 'replaced' | 'changed' | 'same';
  /** Function index on each side's board, or -1. */
  readonly left: number;
  readonly right: number;
  /** Of a changed one. */
  readonly fields: readonly FieldDifference[];
  readonly places: readonly PlaceDifference[];
}

/** Every function of either side, in the order of the bus. */
export function difference(left: Side, right: Side): FunctionDifference[] {
  const [here, there] = [placesByFunction(left.machine), placesByFunction(right.machine)];
  const spaces = [spacesOf(left), spacesOf(right)] as const;
  return pairs(left.machine, right.machine).map(([l, r]) => {
    const places = placeDifferences(here.get(l) ?? [], there.get(r) ?? []);
    const pair = { left: l, right: r, places, fields: [] };
    if (l < 0) return { ...pair, kind: 'added' };
    if (r < 0) return { ...pair, kind: 'removed' };
    const [one, other] = [spaces[0](l), spaces[1](r)];
    if (one.word(0) !== other.word(0)) return { ...pair, kind: 'replaced' };
    const fields = fieldDifferences(one, other);
    return { ...pair, kind: fields.length + places.length > 0 ? 'changed' : 'same', fields };
  });
}

// ── which function is which ──────────────────────────────────────────────────

/** Functions of one machine type go by their names on the board; others, and dumps, by the slots that lead to them. */
function pairs(left: Machine, right: Machine): (readonly [number, number])[] {
  const [a, b] = [left.board.platform.id, right.board.platform.id];
  const keyOf = a === b && a !== 'dump' ? nameKey : slotKey;
  const others = new Map(present(right).map((fn) => [keyOf(right, fn), fn]));
  const matched = present(left).map((fn) => {
    const key = keyOf(left, fn);
    const other = others.get(key) ?? -1;
    others.delete(key);
    return [fn, other] as const;
  });
  const came = [...others.values()].map((fn) => [-1, fn] as const);
  const orderOf = ([l, r]: readonly [number, number]): number => {
    const bdf = r < 0 ? bdfOf(left, l) : bdfOf(right, r);
    return bdf < 0 ? 0x1_0000 + Math.max(l, r) : bdf;
  };
  return [...matched, ...came].toSorted((x, y) => orderOf(x) - orderOf(y));
}

const present = (m: Machine): number[] => [...m.board.parts.keys()].filter((fn) => m.isPresent(fn));

const nameKey = (m: Machine, fn: number): string => m.board.parts[fn]?.path ?? '';

/** "0/224/0": the devices and functions from the root down. Bus numbers do not count: they are among what is compared. */
function slotKey(m: Machine, fn: number): string {
  const { parts, wires } = m.board;
  const part = parts[fn];
  const wire = part && wires[part.wire];
  if (!wire) return '';
  const above = wire.bridge < 0 ? String(wire.root?.number ?? 0) : slotKey(m, wire.bridge);
  return `${above}/${String(part.devfn)}`;
}

// ── registers ────────────────────────────────────────────────────────────────

/** Reads functions as a bus read would; what a dump does not hold is unknown. */
function spacesOf({ machine, scenario }: Side): (fn: number) => ConfigSpace {
  const dumped = new Map(
    scenario.machine === 'dump'
      ? scenario.functions?.map(({ bdf, config }) => [bdfText(bdf), config.length >> 1])
      : [],
  );
  return (fn) => {
    const bytes = machine.shape(fn).words > 64 ? 4096 : 256;
    const known = Math.min(dumped.get(machine.board.parts[fn]?.path ?? '') ?? bytes, bytes);
    const read = Array.from({ length: known >> 2 }, (_, n) => machine.look(fn, n));
    return { bytes: known <= 64 ? 64 : bytes, word: (n) => read[n] };
  };
}

/** The fields that have bits in these words. What describe() would say of them, without describing all the rest. */
function fieldsIn(space: ConfigSpace, words: ReadonlyMap<number, number>): PlacedField[] {
  const found: PlacedField[] = [];
  const add = ({ registers, fields }: Layout, base: number, owner: () => string): void => {
    for (const field of fields) {
      if (!words.has(placeOf(field, base).word)) continue;
      const register = registers.find(({ at }) => at === field.at);
      if (!register) continue;
      const at = base + field.at;
      found.push({ ...field, at, register: { ...register, at, owner: owner() } });
    }
  };
  add(
    header((n) => space.word(n) ?? 0),
    0,
    () => 'header',
  );
  for (const row of capabilities(space.word, space.bytes))
    if (row.layout) add(row.layout, row.at, () => titleOf(row));
  return found;
}

const fieldKey = (field: PlacedField): string => `${String(field.at)} ${field.name}`;

function fieldDifferences(left: ConfigSpace, right: ConfigSpace): FieldDifference[] {
  /** Bits that differ, by word, until a field has told of them. */
  const open = new Map<number, number>();
  for (let n = 0; n < Math.min(left.bytes, right.bytes) / 4; n++) {
    const [l, r] = [left.word(n), right.word(n)];
    if (l !== undefined && r !== undefined && l !== r) open.set(n, l ^ r);
  }
  if (open.size === 0) return [];
  const found: FieldDifference[] = [];
  const differing = new Map(open);
  const take = (field: PlacedField, l: number | undefined, r: number | undefined): void => {
    const { word, hi, lo } = placeOf(field);
    const mask = maskOf(hi, lo);
    if (((open.get(word) ?? 0) & mask) === 0) return;
    open.set(word, (open.get(word) ?? 0) & ~mask);
    const at = word * 4 + (lo >> 3);
    const bytes = (hi >> 3) - (lo >> 3) + 1;
    found.push({ field, at, bytes, left: l, right: r, passing: isPassing(field) });
  };
  const others = new Map(fieldsIn(right, differing).map((field) => [fieldKey(field), field]));
  for (const field of fieldsIn(left, differing)) {
    const other = others.get(fieldKey(field));
    others.delete(fieldKey(field));
    take(field, fieldValue(left, field), other && fieldValue(right, other));
  }
  for (const field of others.values()) take(field, undefined, fieldValue(right, field));
  for (const [word, rest] of open) {
    if (rest === 0) continue;
    const lo = (31 - Math.clz32(rest & -rest)) & ~7;
    const hi = (31 - Math.clz32(rest)) | 7;
    const [l, r] = [bits(left.word(word) ?? 0, hi, lo), bits(right.word(word) ?? 0, hi, lo)];
    const at = word * 4 + (lo >> 3);
    found.push({ field: undefined, at, bytes: (hi - lo + 1) >> 3, left: l, right: r, passing: false });
  }
  return found.toSorted((a, b) => a.at - b.at);
}

/** What hardware reports and software cannot set: it differs between any two moments and tells little. */
function isPassing({ access, name, register }: PlacedField): boolean {
  if (access === 'rw1c' || access === 'rw1cs' || access === 'ros' || access === 'rsvdz') return true;
  if (access !== 'ro' && access !== 'hwinit') return false;
  return /\bStatus( [0-9])?$/.test(register.name)
    ? !register.name.includes('Control/')
    : name.endsWith('Pending') || name === 'Pending Bits';
}

// ── places ───────────────────────────────────────────────────────────────────

function placesByFunction(m: Machine): ReadonlyMap<number, readonly Place[]> {
  const found = new Map<number, Place[]>();
  for (const place of placesOf(m)) found.set(place.fn, [...(found.get(place.fn) ?? []), place]);
  return found;
}

/** Two that are nowhere are at the same place. */
const isSame = (a: Place, b: Place): boolean =>
  a.state === b.state && (a.state === 'none' || (a.from === b.from && (a.to ?? b.to) === (b.to ?? a.to)));

function placeDifferences(left: readonly Place[], right: readonly Place[]): PlaceDifference[] {
  const names = [...new Set([...left, ...right].map(({ name }) => name))];
  return names.flatMap((name) => {
    const [l, r] = [left.find((p) => p.name === name), right.find((p) => p.name === name)];
    return l && r && isSame(l, r) ? [] : [{ name, left: l, right: r }];
  });
}
