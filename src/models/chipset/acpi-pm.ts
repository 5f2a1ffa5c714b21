/** ACPI's fixed power-management registers, as PIIX4 and ICH9 have them (qemu: hw/acpi/core.c): status and enable, control, timer. */
import type { Device } from '../../engine/device.ts';
import type { FixedRange } from '../../engine/platform.ts';
import type { Machine } from '../../engine/machine.ts';
import type { Ops } from '../../engine/shape.ts';

/** Platform private words that they take: status, enable, control, when the timer's top bit changes next. */
export const pmWords = 4;

/** The control register's word, for those who switch ACPI on by another port. */
export const pmControlWord = (own: number): number => own + 2;

/** Ticks of the timer: 3.579545 MHz. */
const ticks = (device: Device): number => Math.floor((device.now * 3_579_545) / 1e9);
/** Its top bit, bit 23, changes every so many; Timer Status tells, and has been set since the beginning of time. */
const half = 0x80_0000;
const timerStatus = 1;

function event(own: number): Ops {
  const status = (device: Device): number =>
    device.get(own) | (ticks(device) >= device.get(own + 3) * half ? timerStatus : 0);
  return {
    name: 'PM1 status and enable',
    valid: { min: 1, max: 2 },
    impl: { min: 2, max: 4 },
    read: (device, offset) => {
      if (offset === 2) return device.get(own + 1);
      return offset === 0 ? status(device) : 0;
    },
    write: (device, offset, value) => {
      if (offset === 0) {
        if (status(device) & value & timerStatus) device.set(own + 3, Math.floor(ticks(device) / half) + 1);
        device.set(own, device.get(own) & ~value);
      } else if (offset === 2) device.set(own + 1, value & 0xffff);
    },
  };
}

const control = (own: number): Ops => ({
  name: 'PM1 control',
  valid: { min: 1, max: 2 },
  impl: { min: 2, max: 4 },
  read: (device) => device.get(pmControlWord(own)),
  write: (device, _offset, value) => device.set(pmControlWord(own), value & 0xdfff),
});

/** 24 bits. */
const timer: Ops = {
  name: 'PM timer',
  valid: { min: 1, max: 4 },
  impl: { min: 4, max: 4 },
  read: (device) => ticks(device) % 0x100_0000,
  write: () => {},
};

/** The three stretches, their words from `own` on, at a base that a register moves. */
export function pmRanges(own: number, base: (m: Machine) => number): readonly FixedRange[] {
  const range = (from: number, bytes: number, ops: Ops): FixedRange => ({
    space: 'io',
    from,
    to: from + bytes - 1,
    ops,
    moves: base,
  });
  return [range(0x00, 4, event(own)), range(0x04, 2, control(own)), range(0x08, 4, timer)];
}
