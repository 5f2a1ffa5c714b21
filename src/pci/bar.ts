/** Base address registers: what a value means. */
import { bits, join } from '../base/bits.ts';
import { hex } from '../base/hex.ts';
import { bit, field, register, type Block } from './table.ts';

export type BarKind = 'io' | 'mem32' | 'mem64' | 'mem1m';

/** A base address register read as software reads it. */
export interface Bar {
  /** `mem1m` is the legacy "below 1 MiB" type (01b), `mem32` also stands for the reserved type (11b). */
  readonly kind: BarKind;
  readonly prefetchable: boolean;
  /** Exact to 2^53, rounded above. */
  readonly address: number;
  /** How many registers it takes: 2 for a 64-bit one. */
  readonly registers: 1 | 2;
}

/** Decodes the register `low`; `high` is the next register, used only when `low` says 64-bit. */
export function decodeBar(low: number, high = 0): Bar {
  if (low & 1) return { kind: 'io', prefetchable: false, address: (low & ~3) >>> 0, registers: 1 };
  const type = bits(low, 2, 1);
  const prefetchable = (low & 8) !== 0;
  const base = (low & ~15) >>> 0;
  if (type === 2) return { kind: 'mem64', prefetchable, address: join(high, base), registers: 2 };
  return { kind: type === 1 ? 'mem1m' : 'mem32', prefetchable, address: base, registers: 1 };
}

const types = ['32-bit', 'below 1M', '64-bit', 'reserved'] as const;

/** The register of BAR `n` at byte `at`, split as its value says: a 64-bit one takes two registers and comes back as two blocks. */
export function barBlocks(n: number, at: number, low: number, last = false): readonly Block[] {
  const name = `Base Address ${String(n)}`;
  const indicator = {
    ...bit(0, `${name} Space Indicator`, 'ro'),
    show: (value: number) => (value === 1 ? 'I/O' : 'memory'),
  };
  if (low & 1) {
    return [
      register(at, 4, name, [
        indicator,
        bit(1, `${name} Reserved`, 'rsvdp'),
        field(31, 2, name, 'rw', (value) => hex(value * 4, 4)),
      ]),
    ];
  }
  const first = register(at, 4, name, [
    indicator,
    field(2, 1, `${name} Type`, 'ro', (value) => types[value] ?? ''),
    {
      ...bit(3, `${name} Prefetchable`, 'ro'),
      show: (value: number) => (value === 1 ? 'prefetchable' : 'non-prefetchable'),
    },
    field(31, 4, name, 'rw', (value) => hex(value * 16, 8)),
  ]);
  if (bits(low, 2, 1) !== 2 || last) return [first];
  const upper = `Base Address ${String(n + 1)}`;
  return [first, register(at + 4, 4, upper, [field(31, 0, `${name} Upper 32 Bits`, 'rw')])];
}

/** All base address registers from 0x10 on, split as the values in `word` say. */
export function allBarBlocks(count: number, word: (n: number) => number): readonly Block[] {
  const blocks: Block[] = [];
  while (blocks.length < count) {
    const n = blocks.length;
    blocks.push(...barBlocks(n, 0x10 + n * 4, word(4 + n), n === count - 1));
  }
  return blocks;
}
