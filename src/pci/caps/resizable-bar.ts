/** Resizable BAR. PCI Express Base §7.8.6: a pair of registers for each BAR that has a choice of sizes. */
import { bits } from '../../base/bits.ts';
import { size } from '../../base/hex.ts';
import type { Layout } from '../fields.ts';
import { field, register, type Block } from '../table.ts';
import { extended, extendedLayout } from './capability.ts';

const MiB = 0x100000;

const sizes = (value: number): string =>
  Array.from({ length: 28 }, (_, n) => n)
    .filter((n) => value & (1 << n))
    .map((n) => size(MiB * 2 ** n))
    .join(' ') || 'none';

const pair = (n: number): Block[] => {
  const at = 4 + n * 8;
  const name = `Resizable BAR ${String(n)}`;
  return [
    register(at, 4, `${name} Capability`, [
      field(3, 0, `${name} Capability Reserved`, 'rsvdp'),
      field(31, 4, `${name} Supported Sizes`, 'ro', sizes, 'supported'),
    ]),
    register(at + 4, 4, `${name} Control`, [
      field(2, 0, `${name} BAR Index`, 'ro', (value) => `BAR ${String(value)}`),
      ...(n === 0
        ? [field(7, 5, 'Number of Resizable BARs', 'ro')]
        : [field(7, 5, `${name} Control Reserved`, 'rsvdp')]),
      field(13, 8, `${name} BAR Size`, 'rw', (value) => size(MiB * 2 ** value), 'current size'),
      field(31, 16, `${name} Supported Sizes Above 128 TiB`, 'ro'),
    ]),
  ];
};

const resizableLayout = (id: string, count: number): Layout =>
  extendedLayout(id, 4 + count * 8, Array.from({ length: count }, (_, n) => pair(n)).flat());

export const resizableBar = extended(0x0015, 'Physical Resizable BAR', resizableLayout('rebar', 1), (word) =>
  resizableLayout('rebar', Math.min(Math.max(bits(word(2), 7, 5), 1), 6)),
);

/** The same registers for the BARs of virtual functions. */
export const resizableVfBar = extended(
  0x0024,
  'Virtual Resizable BAR',
  resizableLayout('vf-rebar', 1),
  (word) => resizableLayout('vf-rebar', Math.min(Math.max(bits(word(2), 7, 5), 1), 6)),
);
