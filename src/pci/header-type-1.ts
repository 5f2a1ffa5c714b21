/** The Type 1 header: a bridge's bus numbers, windows and controls. PCI-to-PCI Bridge 1.2 §3.2, PCI Express Base §7.5.1.3. */
import { allBarBlocks } from './bar.ts';
import type { Layout } from './fields.ts';
import {
  addressField,
  capabilitiesPointer,
  commonBlocks,
  interruptBlocks,
  romBlock,
  secondaryStatus,
} from './header-common.ts';
import { bit, field, layout, named, register } from './table.ts';

const ioWidth = named({ 0: '16-bit', 1: '32-bit' });
const prefWidth = named({ 0: '32-bit', 1: '64-bit' });

const windowBlocks = [
  register(0x18, 1, 'Primary Bus Number', 'rw'),
  register(0x19, 1, 'Secondary Bus Number', 'rw'),
  register(0x1a, 1, 'Subordinate Bus Number', 'rw'),
  register(0x1b, 1, 'Secondary Latency Timer', 'rw'),
  register(0x1c, 1, 'I/O Base', [
    field(3, 0, 'I/O Base Addressing Capability', 'ro', ioWidth),
    addressField(7, 4, 'I/O Base', 12),
  ]),
  register(0x1d, 1, 'I/O Limit', [
    field(3, 0, 'I/O Limit Addressing Capability', 'ro', ioWidth),
    field(7, 4, 'I/O Limit', 'rw', (value) => `0x${((value << 12) | 0xfff).toString(16).padStart(8, '0')}`),
  ]),
  secondaryStatus(0x1e),
  register(0x20, 2, 'Memory Base', [
    field(3, 0, 'Memory Base Reserved', 'rsvdp'),
    addressField(15, 4, 'Memory Base', 20),
  ]),
  register(0x22, 2, 'Memory Limit', [
    field(3, 0, 'Memory Limit Reserved', 'rsvdp'),
    field(
      15,
      4,
      'Memory Limit',
      'rw',
      (value) => `0x${(value * 0x100000 + 0xfffff).toString(16).padStart(8, '0')}`,
    ),
  ]),
  register(0x24, 2, 'Prefetchable Memory Base', [
    field(3, 0, 'Prefetchable Memory Base Addressing Capability', 'ro', prefWidth),
    addressField(15, 4, 'Prefetchable Memory Base', 20),
  ]),
  register(0x26, 2, 'Prefetchable Memory Limit', [
    field(3, 0, 'Prefetchable Memory Limit Addressing Capability', 'ro', prefWidth),
    field(
      15,
      4,
      'Prefetchable Memory Limit',
      'rw',
      (value) => `0x${(value * 0x100000 + 0xfffff).toString(16).padStart(8, '0')}`,
    ),
  ]),
  register(0x28, 4, 'Prefetchable Base Upper 32 Bits', 'rw'),
  register(0x2c, 4, 'Prefetchable Limit Upper 32 Bits', 'rw'),
  register(0x30, 2, 'I/O Base Upper 16 Bits', 'rw'),
  register(0x32, 2, 'I/O Limit Upper 16 Bits', 'rw'),
];

const bridgeControl = register(0x3e, 2, 'Bridge Control', [
  bit(0, 'Parity Error Response Enable', 'rw', 'Parity'),
  bit(1, 'Bridge SERR# Enable', 'rw', 'SERR'),
  bit(2, 'ISA Enable', 'rw', 'NoISA'),
  bit(3, 'VGA Enable', 'rw', 'VGA'),
  bit(4, 'VGA 16-bit Decode', 'rw', 'VGA16'),
  bit(5, 'Master Abort Mode', 'rw', 'MAbort'),
  bit(6, 'Secondary Bus Reset', 'rw', '>Reset'),
  bit(7, 'Secondary Fast Back-to-Back Transactions Enable', 'rw', 'FastB2B'),
  bit(8, 'Primary Discard Timer', 'rw', 'PriDiscTmr'),
  bit(9, 'Secondary Discard Timer', 'rw', 'SecDiscTmr'),
  bit(10, 'Discard Timer Status', 'rw1c', 'DiscTmrStat'),
  bit(11, 'Discard Timer SERR# Enable', 'rw', 'DiscTmrSERREn'),
  field(15, 12, 'Bridge Control Reserved', 'rsvdp'),
]);

const blocks = (word: (n: number) => number) => [
  ...commonBlocks,
  ...allBarBlocks(2, word),
  ...windowBlocks,
  capabilitiesPointer(0x34),
  register(0x35, 3, 'Reserved 35h', 'rsvdp'),
  romBlock(0x38),
  ...interruptBlocks,
  bridgeControl,
];

/** The header with its base address registers split as the function's words say. */
export const headerType1For = (word: (n: number) => number): Layout => layout('type-1', 64, blocks(word));

/** The header with both base addresses as 32-bit memory. */
export const headerType1: Layout = headerType1For(() => 0);
