/** I/O APIC, HPET and the local APICs' page: fixed memory of both machines. Registers that a probe reads; nothing fires. */
import type { FixedRange } from '../../engine/platform.ts';
import type { Ops } from '../../engine/shape.ts';

/** Words: IOREGSEL, IOAPIC id, 24 redirection entries of two words. */
const Own = { select: 0, id: 1, entries: 2 } as const;
const pins = 24;
const masked = 0x1_0000;
export const apicPrivates: readonly number[] = [
  0,
  0,
  ...Array.from({ length: pins }, () => [masked, 0]).flat(),
];

/** Delivery status and remote IRR of a redirection entry are read-only. */
const entryReadOnly = 0x5000;

const ioApic = (first: number): Ops => ({
  name: 'I/O APIC',
  read: (device, offset, bytes) => {
    if ((offset & 0xff) === 0) return device.get(first + Own.select);
    if ((offset & 0xff) !== 0x10 || bytes !== 4) return 0;
    const select = device.get(first + Own.select);
    if (select === 0 || select === 2) return device.get(first + Own.id);
    if (select === 1) return ((pins - 1) << 16) | 0x20;
    return select >= 0x10 && select < 0x10 + 2 * pins ? device.get(first + Own.entries + select - 0x10) : 0;
  },
  write: (device, offset, value, bytes) => {
    if ((offset & 0xff) === 0) device.set(first + Own.select, value & 0xff);
    if ((offset & 0xff) !== 0x10 || bytes !== 4) return;
    const select = device.get(first + Own.select);
    if (select === 0) device.set(first + Own.id, value & 0x0f00_0000);
    if (select < 0x10 || select >= 0x10 + 2 * pins) return;
    const word = first + Own.entries + select - 0x10;
    const keep = select & 1 ? 0 : entryReadOnly;
    device.set(word, (value & ~keep) | (device.get(word) & keep));
  },
});

/** Three comparators, 64-bit counter, 10 ns a tick. The counter never runs. */
const hpet: Ops = {
  name: 'HPET',
  valid: { min: 4, max: 4 },
  read: (_device, offset) => (offset === 0 ? 0x8086_a201 | 0 : offset === 4 ? 0x0098_9680 : 0),
  write: () => {},
};

/** Messages end here: a write is an interrupt to a CPU. Reads without a CPU give zero. */
const messages: Ops = { name: 'local APIC', read: () => 0, write: () => {} };

/** The ranges, their state in platform words from `first`. */
export const apicRanges = (first: number): readonly FixedRange[] => [
  { space: 'memory', from: 0xfec0_0000, to: 0xfec0_0fff, ops: ioApic(first) },
  { space: 'memory', from: 0xfed0_0000, to: 0xfed0_03ff, ops: hpet },
  { space: 'memory', from: 0xfee0_0000, to: 0xfeef_ffff, ops: messages },
];
