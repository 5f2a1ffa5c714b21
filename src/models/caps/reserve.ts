/** QEMU's capability by which a port or bridge asks firmware to keep room for what may be plugged in (hw/pci/pci_bridge.c). */
import type { ShapeBuilder } from '../../engine/shape-builder.ts';
import { highWord, lowWord } from '../../base/bits.ts';
import { parseSize } from '../../base/hex.ts';
import { say, type Message } from '../../base/problem.ts';
import type { Context, PropertySpec } from '../model.ts';

export const reserveProperties: readonly PropertySpec[] = [
  { name: 'bus-reserve', kind: 'number', initial: '' },
  { name: 'io-reserve', kind: 'size', initial: '' },
  { name: 'mem-reserve', kind: 'size', initial: '' },
  { name: 'pref32-reserve', kind: 'size', initial: '' },
  { name: 'pref64-reserve', kind: 'size', initial: '' },
];

/** What QEMU refuses of them. */
export function checkReserve({ text }: Context): Message | undefined {
  for (const name of ['mem-reserve', 'pref32-reserve']) {
    if ((parseSize(text(name)) ?? 0) >= 2 ** 32)
      return say('problem.expected', { expected: `${name} < 4G`, given: text(name) });
  }
  return text('pref32-reserve') !== '' && text('pref64-reserve') !== ''
    ? say('problem.conflict', { one: 'pref32-reserve', other: 'pref64-reserve' })
    : undefined;
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
