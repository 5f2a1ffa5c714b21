/** An SMBus host controller's registers, with nothing on its bus (qemu: hw/i2c/pm_smbus.c). */
import type { Device } from '../../engine/device.ts';
import type { Ops } from '../../engine/shape.ts';

/** Private words: one per register, by its offset; `busy` puts off a command until Host Status is read. */
const Own = {
  status: 0,
  control: 2,
  command: 3,
  address: 4,
  data0: 5,
  data1: 6,
  block: 7,
  auxiliary: 13,
  busy: 14,
  index: 15,
  buffer: 16,
} as const;

const deviceError = 0x04;
/** Auxiliary Control: Host Block Data is a door to the buffer, and each access takes one step in it. */
const bufferEnable = 2;
const bufferBytes = 32;

/** Reset values; `buffered`: Host Block Data begins as a door to the buffer. */
export const smbusHostPrivates = (buffered: boolean): readonly number[] =>
  Array.from({ length: Own.buffer + bufferBytes }, (_, i) =>
    buffered && i === Own.auxiliary ? bufferEnable : 0,
  );

/** Host Configuration's reset bit. */
export function resetSmbusHost(device: Device, own: number): void {
  device.set(own + Own.status, 0);
  device.set(own + Own.index, 0);
}

/** The registers, their words from `own` on. `interrupt`: whether there is one now. */
export function smbusHost(own: number, interrupt: (device: Device, pending: boolean) => void): Ops {
  const get = (device: Device, n: number): number => device.get(own + n);
  const set = (device: Device, n: number, value: number): void => device.set(own + n, value);
  const settle = (device: Device): void =>
    interrupt(device, (get(device, Own.status) & ~1) !== 0 && (get(device, Own.control) & 1) !== 0);
  /** The buffer's word whose turn it is. */
  const nextByte = (device: Device): number => {
    const index = get(device, Own.index) % bufferBytes;
    set(device, Own.index, index + 1);
    return Own.buffer + index;
  };
  /** Nobody answers on the bus: a command ends in a device error, at once or when Host Status is read. */
  const start = (device: Device, control: number): void => {
    const atOnce = (control & 1) !== 0;
    set(device, Own.status, get(device, Own.status) | (atOnce ? deviceError : 1));
    set(device, Own.busy, atOnce ? 0 : 1);
  };
  return {
    name: 'SMBus registers',
    valid: { min: 1, max: 1 },
    read: (device, offset) => {
      if (offset >= 14) return 0;
      const throughBuffer = offset === Own.block && (get(device, Own.auxiliary) & bufferEnable) !== 0;
      const value = get(device, throughBuffer ? nextByte(device) : offset);
      if (offset === Own.status && get(device, Own.busy) !== 0) {
        set(device, Own.busy, 0);
        set(device, Own.status, (value & ~1) | deviceError);
      }
      settle(device);
      return offset === Own.control ? value & 0x1f : value;
    },
    write: (device, offset, value) => {
      if (offset === Own.status) set(device, Own.status, get(device, Own.status) & ~(value & ~1));
      else if (offset === Own.control) {
        set(device, Own.control, value & ~0x40);
        if (value & 0x40) start(device, value);
        if (value & 2) {
          set(device, Own.status, (get(device, Own.status) | 0x10) & ~1);
          set(device, Own.index, 0);
        }
      } else if (offset === Own.auxiliary) set(device, offset, value & 3);
      else if (offset === Own.block && get(device, Own.auxiliary) & bufferEnable)
        set(device, nextByte(device), value);
      else if (offset >= Own.command && offset <= Own.block) set(device, offset, value);
      settle(device);
    },
  };
}
