/** What editing a register comes to: bus accesses, and the line that the console would spell them with. */
import { lanes } from '../base/bits.ts';
import { hex } from '../base/hex.ts';
import { bdfOf } from '../engine/explain.ts';
import type { Machine } from '../engine/machine.ts';
import type { BarSpec } from '../engine/shape.ts';
import type { Command } from './command.ts';
import { bdfText } from './names.ts';

/** One entry of the session, ready for `act`. */
export interface Act {
  readonly text: string;
  readonly commands: readonly Command[];
}

export type Width = 1 | 2 | 4;

/** Can software reach the byte now? `bus`: no bus number leads to the function. `ecam`: CF8 ends at 0xff. */
export function reach(m: Machine, fn: number, offset: number): 'reached' | 'bus' | 'ecam' {
  if (bdfOf(m, fn) < 0) return 'bus';
  return offset >= 0x100 && ecamBase(m) < 0 ? 'ecam' : 'reached';
}

const ecamBase = (m: Machine): number => m.board.platform.map(m).find((r) => r.kind === 'ecam')?.from ?? -1;

const suffix = { 1: 'b', 2: 'w', 4: 'l' } as const;

const register = (offset: number, bytes: Width): string => `${hex(offset, 2)}.${suffix[bytes]}`;

function access(
  m: Machine,
  fn: number,
  offset: number,
  bytes: Width,
  value?: number,
  mask?: number,
): readonly Command[] {
  const bdf = bdfOf(m, fn);
  if (offset < 0x100) {
    return [
      {
        do: 'config',
        bdf,
        offset,
        bytes,
        ...(value === undefined ? {} : { value }),
        ...(mask === undefined ? {} : { mask }),
      },
    ];
  }
  const address = ecamBase(m) + bdf * 4096 + offset;
  const load = { do: 'load', address, bytes } as const;
  if (value === undefined) return [load];
  if (mask === undefined) return [{ do: 'store', address, bytes, value }];
  const kept = (m.look(fn, offset >> 2) >>> ((offset & 3) * 8)) & ~mask & lanes(0, bytes);
  return [load, { do: 'store', address, bytes, value: ((value & mask) | kept) >>> 0 }];
}

const line = (m: Machine, fn: number, ops: readonly string[]): string =>
  `setpci -s ${bdfText(bdfOf(m, fn))} ${ops.join(' ')}`;

/** A bus read. */
export const readAct = (m: Machine, fn: number, offset: number, bytes: Width): Act => ({
  text: line(m, fn, [register(offset, bytes)]),
  commands: access(m, fn, offset, bytes),
});

/** A bus write of an aligned 1, 2 or 4 bytes. */
export const writeAct = (m: Machine, fn: number, offset: number, bytes: Width, value: number): Act => ({
  text: line(m, fn, [`${register(offset, bytes)}=${hex(value >>> 0, bytes * 2)}`]),
  commands: access(m, fn, offset, bytes, value >>> 0),
});

/** The smallest aligned access that holds bits `hi..lo` of byte `at`. */
export function accessFor(
  at: number,
  hi: number,
  lo: number,
): { readonly offset: number; readonly bytes: Width } {
  const first = at + (lo >> 3);
  const last = at + (hi >> 3);
  for (const bytes of [1, 2] as const) {
    const offset = first - (first % bytes);
    if (last < offset + bytes) return { offset, bytes };
  }
  return { offset: first & ~3, bytes: 4 };
}

/** Gives bits `hi..lo` of byte `at` a value and leaves their neighbours alone, write-1-to-clear ones included. */
export function fieldAct(m: Machine, fn: number, at: number, hi: number, lo: number, value: number): Act {
  const { offset, bytes } = accessFor(at, hi, lo);
  const shift = (at - offset) * 8 + lo;
  const width = hi - lo + 1;
  const mask = ((width >= 32 ? -1 : (1 << width) - 1) << shift) & lanes(0, bytes);
  const moved = (value << shift) & mask;
  const down = (offset & 3) * 8;
  const shape = m.shape(fn);
  const now = (m.look(fn, offset >> 2) >>> down) & lanes(0, bytes);
  const clears = ((shape.w1c[offset >> 2] ?? 0) >>> down) & lanes(0, bytes);
  if (mask >>> 0 === lanes(0, bytes) >>> 0) return writeAct(m, fn, offset, bytes, moved);
  // writing back what was read would clear every write-1-to-clear bit that is set
  if ((clears & (now | mask)) !== 0) return writeAct(m, fn, offset, bytes, (now & ~clears & ~mask) | moved);
  const digits = bytes * 2;
  return {
    text: line(m, fn, [`${register(offset, bytes)}=${hex(moved >>> 0, digits)}:${hex(mask >>> 0, digits)}`]),
    commands: access(m, fn, offset, bytes, moved >>> 0, mask >>> 0),
  };
}

/** Where a base address register's dwords lie. */
export const dwordsOf = (bar: BarSpec): readonly number[] =>
  bar.kind === 'mem64' ? [bar.at, bar.at + 4] : [bar.at];

/** The whole sizing as firmware does it: decode off, save, all ones, read back, restore, decode as it was. */
export function sizeAct(m: Machine, fn: number, bar: BarSpec): Act {
  const decode = m.word(fn, 1) & 3;
  const ones = bar.kind === 'rom' ? 0xffff_f800 : 0xffff_ffff;
  const ops: string[] = [`${register(4, 2)}=0:3`];
  const commands: Command[] = [...access(m, fn, 4, 2, 0, 3)];
  const add = (offset: number, value?: number): void => {
    ops.push(value === undefined ? register(offset, 4) : `${register(offset, 4)}=${hex(value, 8)}`);
    commands.push(...access(m, fn, offset, 4, value));
  };
  for (const at of dwordsOf(bar)) {
    add(at);
    add(at, ones);
    add(at);
  }
  for (const at of dwordsOf(bar)) add(at, m.word(fn, at >> 2) >>> 0);
  ops.push(`${register(4, 2)}=${String(decode)}:3`);
  commands.push(...access(m, fn, 4, 2, decode, 3));
  return { text: line(m, fn, ops), commands };
}

/** Programs an address into a base address register; the ROM's enable bit stays as it is. */
export function placeAct(m: Machine, fn: number, bar: BarSpec, address: number): Act {
  const enable = bar.kind === 'rom' ? m.word(fn, bar.at >> 2) & 1 : 0;
  const low = ((address % 0x1_0000_0000) + enable) >>> 0;
  const high = Math.floor(address / 0x1_0000_0000);
  const values = bar.kind === 'mem64' ? [low, high] : [low];
  return {
    text: line(
      m,
      fn,
      values.map((value, i) => `${register(bar.at + i * 4, 4)}=${hex(value, 8)}`),
    ),
    commands: values.flatMap((value, i) => access(m, fn, bar.at + i * 4, 4, value)),
  };
}
