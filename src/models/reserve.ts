/** QEMU's capability by which a port or bridge asks firmware to keep room for what may be plugged in (hw/pci/pci_bridge.c). */
import type { ShapeBuilder } from '../engine/shape-builder.ts';
import { highWord, lowWord } from '../base/bits.ts';
import type { Context, PropertySpec } from './model.ts';

export const reserveProperties: readonly PropertySpec[] = [
  { name: 'bus-reserve', kind: 'number', initial: '' },
  { name: 'io-reserve', kind: 'size', initial: '' },
  { name: 'mem-reserve', kind: 'size', initial: '' },
  { name: 'pref32-reserve', kind: 'size', initial: '' },
  { name: 'pref64-reserve', kind: 'size', initial: '' },
];

const units = 'BKMGTPE';

/** Bytes of a size as QEMU's command line spells it ("8K", "0x1000", "1.5G"), or undefined when it is none. */
export function parseSize(text: string): number | undefined {
  const match = /^(0x[0-9a-f]+|\d+(?:\.\d+)?)([bkmgtpe]?)$/i.exec(text);
  if (!match?.[1]) return undefined;
  return Math.floor(
    Number(match[1]) * 1024 ** Math.max(0, units.indexOf((match[2] ?? '').toUpperCase() || 'B')),
  );
}

/** Adds the capability at `at` when any reservation is given; all ones stand for "none". */
export function addReserve(shape: ShapeBuilder, at: number, context: Context): ShapeBuilder {
  const [bus, io, memory, prefetch32, prefetch64] = reserveProperties.map(({ name }) =>
    parseSize(context.text(name)),
  );
  if ([bus, io, memory, prefetch32, prefetch64].every((size) => size === undefined)) return shape;
  const low = (size: number | undefined): number => (size === undefined ? -1 : lowWord(size));
  const high = (size: number | undefined): number => (size === undefined ? -1 : highWord(size));
  return shape
    .capability(0x09, at, 32)
    .field(at + 2, 1, 32)
    .field(at + 3, 1, 1)
    .field(at + 4, 4, low(bus))
    .field(at + 8, 4, low(io))
    .field(at + 12, 4, high(io))
    .field(at + 16, 4, low(memory))
    .field(at + 20, 4, low(prefetch32))
    .field(at + 24, 4, low(prefetch64))
    .field(at + 28, 4, high(prefetch64));
}
