/** Enhanced Allocation: fixed resources instead of base address registers. PCI Express Base §7.8.5. */
import { bits } from '../../base/bits.ts';
import type { Layout } from '../fields.ts';
import { bit, field, named, register, type Block } from '../table.ts';
import { standard, standardLayout, type Bearer, type Words } from './capability.ts';

const entries = field(5, 0, 'Number of Entries', 'ro', undefined, 'NumEntries');

const indicator = (value: number): string =>
  value < 6
    ? `BAR ${String(value)}`
    : value === 6
      ? 'behind bridge'
      : value === 7
        ? 'not indicated'
        : value === 8
          ? 'expansion ROM'
          : value < 15 && value > 8
            ? `VF-BAR ${String(value - 9)}`
            : 'reserved';

const property = named({
  0x00: 'memory space, non-prefetchable',
  0x01: 'memory space, prefetchable',
  0x02: 'I/O space',
  0x03: 'VF memory space, prefetchable',
  0x04: 'VF memory space, non-prefetchable',
  0x05: 'allocation behind bridge, non-prefetchable memory',
  0x06: 'allocation behind bridge, prefetchable memory',
  0x07: 'allocation behind bridge, I/O space',
  0xfd: 'memory space resource unavailable for use',
  0xfe: 'I/O space resource unavailable for use',
  0xff: 'entry unavailable for use',
});

function entry(n: number, at: number, word: Words): { blocks: Block[]; next: number } {
  const name = `Entry ${String(n)}`;
  const size = bits(word(at >> 2), 2, 0);
  const blocks: Block[] = [
    register(at, 4, `${name} Header`, [
      field(2, 0, `${name} Size`, 'ro', undefined, 'entry_size'),
      field(7, 4, `${name} BAR Equivalent Indicator`, 'ro', indicator, 'bei'),
      field(15, 8, `${name} Primary Properties`, 'ro', property, 'primary'),
      field(23, 16, `${name} Secondary Properties`, 'ro', property, 'secondary'),
      bit(30, `${name} Writable`, 'ro'),
      bit(31, `${name} Enable`, 'rw', 'enable'),
    ]),
  ];
  const next = at + 4 + size * 4;
  let offset = at + 4;
  const upper: string[] = [];
  for (const part of ['Base', 'Max Offset']) {
    if (offset >= next) break;
    blocks.push(
      register(offset, 4, `${name} ${part}`, [
        bit(1, `${name} ${part} is 64-bit`, 'ro'),
        field(31, 2, `${name} ${part}`, 'rw', (value) => (value * 4).toString(16).padStart(8, '0')),
      ]),
    );
    if (word(offset >> 2) & 2) upper.push(part);
    offset += 4;
  }
  for (const part of upper) {
    if (offset >= next) break;
    blocks.push(register(offset, 4, `${name} ${part} Upper 32 Bits`, 'rw'));
    offset += 4;
  }
  return { blocks, next };
}

function allocation(word: Words, bearer: Bearer): Layout {
  const blocks: Block[] = [
    register(2, 2, 'EA Capabilities', [entries, field(15, 6, 'EA Capabilities Reserved', 'rsvdp')]),
  ];
  let at = 4;
  if (bearer.header === 1) {
    blocks.push(
      register(4, 1, 'Fixed Secondary Bus Number', 'ro'),
      register(5, 1, 'Fixed Subordinate Bus Number', 'ro'),
      register(6, 2, 'Reserved 06h', 'rsvdp'),
    );
    at = 8;
  }
  const count = bits(word(0), 21, 16);
  for (let n = 0; n < count && at < 256; n++) {
    const one = entry(n, at, word);
    blocks.push(...one.blocks);
    at = one.next;
  }
  return standardLayout('ea', at, blocks);
}

/** A bridge has its fixed bus numbers before the entries. */
export const enhancedAllocation = standard(
  0x14,
  'Enhanced Allocation (EA)',
  allocation(() => 0, { header: 0 }),
  allocation,
);
