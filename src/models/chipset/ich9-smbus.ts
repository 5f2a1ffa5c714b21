/** ICH9 SMBus controller, 8086:2930, function 00:1f.3 of q35, with nothing on its bus (qemu: hw/i2c/smbus_ich9.c, pm_smbus.c). */
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops, Shape } from '../../engine/shape.ts';

const HOSTC = 0x40;

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
  disabled: 15,
  index: 16,
  buffer: 17,
} as const;

const deviceError = 0x04;
/** Auxiliary Control: Host Block Data is a door to the buffer, and each access takes one step in it. */
const bufferEnable = 2;
const bufferBytes = 32;

/** The buffer's private word whose turn it is. */
function nextByte(device: Device): number {
  const index = device.get(Own.index) % bufferBytes;
  device.set(Own.index, index + 1);
  return Own.buffer + index;
}

const interrupt = (device: Device): void => {
  device.intx((device.get(Own.status) & ~1) !== 0 && (device.get(Own.control) & 1) !== 0);
};

const registers: Ops = {
  name: 'SMBus registers',
  valid: { min: 1, max: 1 },
  read: (device, offset) => {
    if (device.get(Own.disabled) !== 0) return 0xff;
    if (offset >= 14) return 0;
    const throughBuffer = offset === Own.block && (device.get(Own.auxiliary) & bufferEnable) !== 0;
    const value = device.get(throughBuffer ? nextByte(device) : offset);
    if (offset === Own.status && device.get(Own.busy) !== 0) {
      device.set(Own.busy, 0);
      device.set(Own.status, (value & ~1) | deviceError);
    }
    interrupt(device);
    return offset === Own.control ? value & 0x1f : value;
  },
  write: (device, offset, value) => {
    if (device.get(Own.disabled) !== 0) return;
    if (offset === Own.status) device.set(Own.status, device.get(Own.status) & ~(value & ~1));
    else if (offset === Own.control) {
      device.set(Own.control, value & ~0x40);
      if (value & 0x40) start(device, value);
      if (value & 2) {
        device.set(Own.status, (device.get(Own.status) | 0x10) & ~1);
        device.set(Own.index, 0);
      }
    } else if (offset === Own.auxiliary) device.set(offset, value & 3);
    else if (offset === Own.block && device.get(Own.auxiliary) & bufferEnable)
      device.set(nextByte(device), value);
    else if (offset >= Own.command && offset <= Own.block) device.set(offset, value);
    interrupt(device);
  },
};

/** Nobody answers on the bus: a command ends in a device error, at once or when Host Status is read. */
function start(device: Device, control: number): void {
  if (control & 1) {
    device.set(Own.status, device.get(Own.status) | deviceError);
    device.set(Own.busy, 0);
  } else {
    device.set(Own.status, device.get(Own.status) | 1);
    device.set(Own.busy, 1);
  }
}

/** Host Configuration: its enable bit opens the registers (QEMU leaves them open until it is first written). */
function configWritten(device: Device, word: number, _old: number, lanes: number): void {
  if (word !== HOSTC >> 2 || (lanes & 0xff) === 0) return;
  const hostc = device.word(word);
  device.set(Own.disabled, hostc & 1 ? 0 : 1);
  if (hostc & 8) {
    device.set(Own.status, 0);
    device.set(Own.index, 0);
    device.setWord(word, hostc & ~8);
  }
}

export const smbusShape = (): Shape =>
  new ShapeBuilder({
    vendor: 0x8086,
    device: 0x2930,
    revision: 2,
    classCode: 0x0c0500,
    pin: 1,
    multifunction: true,
  })
    .bar(4, 'io', 0x40, { stretches: [{ from: 0, bytes: 0x40, ops: registers }] })
    .watch(HOSTC)
    .behave(
      { configWritten },
      Array.from({ length: Own.buffer + bufferBytes }, () => 0),
      'never',
    )
    .done();
