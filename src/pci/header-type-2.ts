/** The Type 2 header of CardBus bridges: decoded for old dumps, no model has one. PC Card Standard 8, volume 7. */
import { hex0x } from '../base/hex.ts';
import type { Layout } from './fields.ts';
import {
  addressField,
  capabilitiesPointer,
  commonBlocks,
  interruptBlocks,
  secondaryStatus,
} from './header-common.ts';
import { bit, field, layout, register, type Block } from './table.ts';

const memoryWindow = (n: number, at: number): Block[] =>
  ['Base', 'Limit'].map((end, i) =>
    register(at + i * 4, 4, `CardBus Memory ${end} ${String(n)}`, [
      field(11, 0, `CardBus Memory ${end} ${String(n)} Reserved`, 'rsvdp'),
      addressField(31, 12, `CardBus Memory ${end} ${String(n)}`, 12),
    ]),
  );

const ioWindow = (n: number, at: number): Block[] =>
  ['Base', 'Limit'].flatMap((end, i) => [
    register(at + i * 4, 2, `CardBus I/O ${end} ${String(n)}`, [
      field(1, 0, `CardBus I/O ${end} ${String(n)} Addressing Capability`, 'ro'),
      addressField(15, 2, `CardBus I/O ${end} ${String(n)}`, 2),
    ]),
    register(at + i * 4 + 2, 2, `CardBus I/O ${end} ${String(n)} Upper 16 Bits`, 'rw'),
  ]);

/** 72 bytes: it runs on past the usual 64. */
export const headerType2: Layout = layout('type-2', 0x48, [
  ...commonBlocks,
  register(0x10, 4, 'CardBus Socket Registers Base Address', [
    field(11, 0, 'CardBus Socket Reserved', 'ro'),
    field(31, 12, 'CardBus Socket Registers Base Address', 'rw', (value) => hex0x(value * 0x1000, 8)),
  ]),
  capabilitiesPointer(0x14),
  register(0x15, 1, 'Reserved 15h', 'rsvdp'),
  secondaryStatus(0x16),
  register(0x18, 1, 'PCI Bus Number', 'rw'),
  register(0x19, 1, 'CardBus Bus Number', 'rw'),
  register(0x1a, 1, 'Subordinate Bus Number', 'rw'),
  register(0x1b, 1, 'CardBus Latency Timer', 'rw'),
  ...memoryWindow(0, 0x1c),
  ...memoryWindow(1, 0x24),
  ...ioWindow(0, 0x2c),
  ...ioWindow(1, 0x34),
  ...interruptBlocks,
  register(0x3e, 2, 'Bridge Control', [
    bit(0, 'Parity Error Response Enable', 'rw', 'Parity'),
    bit(1, 'Bridge SERR# Enable', 'rw', 'SERR'),
    bit(2, 'ISA Enable', 'rw', 'ISA'),
    bit(3, 'VGA Enable', 'rw', 'VGA'),
    bit(5, 'Master Abort Mode', 'rw', 'MAbort'),
    bit(6, 'CardBus Reset', 'rw', '>Reset'),
    bit(7, 'IREQ-INT Enable', 'rw', '16bInt'),
    bit(8, 'Memory 0 Prefetch Enable', 'rw'),
    bit(9, 'Memory 1 Prefetch Enable', 'rw'),
    bit(10, 'Write Posting Enable', 'rw', 'PostWrite'),
  ]),
  register(0x40, 2, 'Subsystem Vendor ID', 'ro'),
  register(0x42, 2, 'Subsystem ID', 'ro'),
  register(0x44, 4, 'PC Card 16-bit Interface Legacy Mode Base Address', 'rw'),
]);
