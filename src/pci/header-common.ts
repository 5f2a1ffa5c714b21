/** The registers that every configuration header has, whatever its type. PCI Local Bus 3.0 §6.2, PCI Express Base §7.5.1.1. */
import { hex } from '../base/hex.ts';
import { bit, field, register, type Block, type Part } from './table.ts';

const devsel = (value: number): string => ['fast', 'medium', 'slow'][value] ?? '??';

const yes = (word: string) => (value: number) => (value === 0 ? 'no' : word);

const command = register(0x04, 2, 'Command', [
  bit(0, 'I/O Space Enable', 'rw', 'I/O'),
  bit(1, 'Memory Space Enable', 'rw', 'Mem'),
  bit(2, 'Bus Master Enable', 'rw', 'BusMaster'),
  bit(3, 'Special Cycle Enable', 'rw', 'SpecCycle'),
  bit(4, 'Memory Write and Invalidate', 'rw', 'MemWINV'),
  bit(5, 'VGA Palette Snoop', 'rw', 'VGASnoop'),
  bit(6, 'Parity Error Response', 'rw', 'ParErr'),
  bit(7, 'IDSEL Stepping/Wait Cycle Control', 'rw', 'Stepping'),
  bit(8, 'SERR# Enable', 'rw', 'SERR'),
  bit(9, 'Fast Back-to-Back Transactions Enable', 'rw', 'FastB2B'),
  bit(10, 'Interrupt Disable', 'rw', 'DisINTx'),
  field(15, 11, 'Command Reserved', 'rsvdp'),
]);

const status = register(0x06, 2, 'Status', [
  field(2, 0, 'Status Reserved', 'rsvdz'),
  bit(3, 'Interrupt Status', 'ro', 'INTx'),
  bit(4, 'Capabilities List', 'ro', 'Cap'),
  bit(5, '66 MHz Capable', 'ro', '66MHz'),
  bit(6, 'User Definable Features', 'ro', 'UDF'),
  bit(7, 'Fast Back-to-Back Transactions Capable', 'ro', 'FastB2B'),
  bit(8, 'Master Data Parity Error', 'rw1c', 'ParErr'),
  field(10, 9, 'DEVSEL Timing', 'ro', devsel, 'DEVSEL'),
  bit(11, 'Signaled Target Abort', 'rw1c', '>TAbort'),
  bit(12, 'Received Target Abort', 'rw1c', '<TAbort'),
  bit(13, 'Received Master Abort', 'rw1c', '<MAbort'),
  bit(14, 'Signaled System Error', 'rw1c', '>SERR'),
  bit(15, 'Detected Parity Error', 'rw1c', '<PERR'),
]);

/** The Secondary Status of a bridge lies at 0x1e (Type 1) or 0x16 (CardBus). */
export const secondaryStatus = (at: number): Block =>
  register(at, 2, 'Secondary Status', [
    field(4, 0, 'Secondary Status Reserved', 'rsvdz'),
    bit(5, 'Secondary 66 MHz Capable', 'ro', '66MHz'),
    bit(6, 'Secondary Reserved 6', 'rsvdz'),
    bit(7, 'Secondary Fast Back-to-Back Transactions Capable', 'ro', 'FastB2B'),
    bit(8, 'Secondary Master Data Parity Error', 'rw1c', 'ParErr'),
    field(10, 9, 'Secondary DEVSEL Timing', 'ro', devsel, 'DEVSEL'),
    bit(11, 'Secondary Signaled Target Abort', 'rw1c', '>TAbort'),
    bit(12, 'Secondary Received Target Abort', 'rw1c', '<TAbort'),
    bit(13, 'Secondary Received Master Abort', 'rw1c', '<MAbort'),
    bit(14, 'Secondary Received System Error', 'rw1c', '<SERR'),
    bit(15, 'Secondary Detected Parity Error', 'rw1c', '<PERR'),
  ]);

/** Bytes 00–0F. */
export const commonBlocks: readonly Block[] = [
  register(0x00, 2, 'Vendor ID', 'hwinit'),
  register(0x02, 2, 'Device ID', 'hwinit'),
  command,
  status,
  register(0x08, 1, 'Revision ID', 'hwinit'),
  register(0x09, 3, 'Class Code', [
    field(7, 0, 'Programming Interface', 'ro'),
    field(15, 8, 'Sub-Class Code', 'ro'),
    field(23, 16, 'Base Class Code', 'ro'),
  ]),
  register(0x0c, 1, 'Cache Line Size', 'rw', (value) => `${String(value * 4)} bytes`),
  register(0x0d, 1, 'Latency Timer', 'rw'),
  register(0x0e, 1, 'Header Type', [
    field(
      6,
      0,
      'Header Layout',
      'ro',
      (value) => ['endpoint', 'bridge', 'CardBus bridge'][value] ?? `0x${hex(value, 2)}`,
    ),
    { ...bit(7, 'Multi-Function Device', 'hwinit'), show: yes('multi-function') },
  ]),
  register(0x0f, 1, 'BIST', [
    field(3, 0, 'BIST Completion Code', 'ro', (value) =>
      value === 0 ? 'passed' : `failed, code ${String(value)}`,
    ),
    field(5, 4, 'BIST Reserved', 'rsvdp'),
    bit(6, 'Start BIST', 'rw'),
    bit(7, 'BIST Capable', 'hwinit'),
  ]),
];

/** Capabilities Pointer at 0x34 (Types 0 and 1) or 0x14 (CardBus). */
export const capabilitiesPointer = (at: number): Block =>
  register(at, 1, 'Capabilities Pointer', 'ro', (v) => `0x${hex(v, 2)}`);

/** Interrupt Line and Pin, at 0x3c in all three headers. */
export const interruptBlocks: readonly Block[] = [
  register(0x3c, 1, 'Interrupt Line', 'rw', (value) => (value === 0xff ? 'unknown' : `IRQ ${String(value)}`)),
  register(0x3d, 1, 'Interrupt Pin', 'ro', (value) => ['none', 'INTA', 'INTB', 'INTC', 'INTD'][value] ?? '?'),
];

/** The expansion ROM's base address register, at 0x30 (Type 0) or 0x38 (Type 1). */
export const romBlock = (at: number): Block =>
  register(at, 4, 'Expansion ROM Base Address', [
    bit(0, 'Expansion ROM Enable', 'rw'),
    field(3, 1, 'Expansion ROM Validation Status', 'hwinit'),
    field(7, 4, 'Expansion ROM Validation Details', 'hwinit'),
    field(10, 8, 'Expansion ROM Reserved', 'rsvdp'),
    { ...field(31, 11, 'Expansion ROM Base', 'rw', (v) => `0x${hex(v * 0x800, 8)}`) },
  ]);

/** A field whose value is the top bits of an address: `shift` is where they start. */
export const addressField = (hi: number, lo: number, name: string, shift: number): Part =>
  field(hi, lo, name, 'rw', (value) => `0x${hex(value * 2 ** shift, 8)}`);
