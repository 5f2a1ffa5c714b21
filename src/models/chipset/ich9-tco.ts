/** ICH9's watchdog (TCO): counts 0.6 s ticks down, and at the second time-out in a row resets the machine (qemu: hw/acpi/tco.c). */
import { highWord, join, lowWord } from '../../base/bits.ts';
import type { Device } from '../../engine/device.ts';
import type { Machine } from '../../engine/machine.ts';
import type { Behaviour, Ops } from '../../engine/shape.ts';

const tick = 600_000_000;

/** Offsets of its registers. */
const Reg = { reload: 0x00, in: 0x02, out: 0x03, status1: 0x04, status2: 0x06, control1: 0x08, timer: 0x12 };

/** Offset → bytes and writable bits. */
const registers = new Map<number, readonly [bytes: number, mask: number]>([
  [Reg.reload, [2, 0xffff]],
  [Reg.in, [1, 0xff]],
  [Reg.out, [1, 0xff]],
  [Reg.status1, [2, 0xe870]],
  [Reg.status2, [2, 0xfff8]],
  [Reg.control1, [2, 0xfeff]],
  [0x0a, [2, 0xffff]], // control 2
  [0x0c, [1, 0xff]], // message 1
  [0x0d, [1, 0xff]], // message 2
  [0x0e, [1, 0xff]], // watchdog control
  [0x10, [1, 0xff]], // software IRQ
  [Reg.timer, [2, 0xffff]],
]);
const lock = 0x1000;
const halt = 0x0800;
const ticksMask = 0x3ff;
const timedOut = 0x08;
/** In status 2: the second time-out, and that the machine was started again for it. */
const secondTimeOut = 0x06;

/** The registers' reset values, five words. No reset brings them back. */
export const tcoRegisters: readonly number[] = [0, 0, 0x0008_0000, 0, 0x0004_0003];

/** Private words of the LPC bridge. */
const Own = { strap: 0, spares: 1, bites: 2, due: 3, dueHigh: 4, timeOuts: 5 } as const;

/** `noReboot`: the strap that keeps it from resetting. `spares`: somebody outside acts instead, and counts its bites. */
export const tcoPrivates = (noReboot: boolean, spares: boolean): readonly number[] => [
  noReboot ? 1 : 0,
  spares ? 1 : 0,
  0,
  -1,
  -1,
  0,
];

/** How often it has bitten. */
export const tcoBites = (lpc: Device): number => lpc.get(Own.bites);

const dueOf = (lpc: Device): number | undefined =>
  lpc.get(Own.dueHigh) < 0 ? undefined : join(lpc.get(Own.dueHigh), lpc.get(Own.due));

const setDue = (lpc: Device, due: number | undefined): void => {
  lpc.set(Own.due, due === undefined ? -1 : lowWord(due));
  lpc.set(Own.dueHigh, due === undefined ? -1 : highWord(due));
};

/** The registers lie in platform words from `first`; `mayNot` is the chipset's No Reboot bit. */
export function tco(
  first: number,
  lpcOf: (machine: Machine) => Device,
  mayNot: (machine: Machine) => boolean,
): { readonly ops: Ops; readonly behave: Pick<Required<Behaviour>, 'deadline' | 'expire'> } {
  const read = (device: Device, offset: number): number => {
    const bytes = registers.get(offset)?.[0];
    if (bytes === undefined) return 0;
    const value = device.get(first + (offset >> 2)) >>> ((offset & 3) * 8);
    return bytes === 1 ? value & 0xff : value & 0xffff;
  };
  const set = (device: Device, offset: number, value: number): void => {
    const mask = (registers.get(offset)?.[0] === 1 ? 0xff : 0xffff) << ((offset & 3) * 8);
    const at = first + (offset >> 2);
    device.set(at, (device.get(at) & ~mask) | ((value << ((offset & 3) * 8)) & mask));
  };
  const start = (device: Device): void => {
    const timer = read(device, Reg.timer);
    set(device, Reg.reload, timer);
    setDue(lpcOf(device.machine), device.now + (timer & ticksMask) * tick);
  };
  const canStart = (device: Device): boolean =>
    (read(device, Reg.control1) & halt) === 0 && read(device, Reg.timer) > 1;

  const ops: Ops = {
    name: 'watchdog',
    valid: { min: 1, max: 4 },
    impl: { min: 1, max: 2 },
    read: (device, offset) => {
      const value = read(device, offset);
      const due = offset === Reg.reload ? dueOf(lpcOf(device.machine)) : undefined;
      if (due === undefined) return value;
      return (Math.trunc((due - device.now) / tick) & 0xffff) | (value & ~ticksMask);
    },
    write: (device, offset, value) => {
      const register = registers.get(offset);
      if (!register) return;
      const kept = offset === Reg.control1 ? read(device, offset) & lock : 0;
      set(device, offset, (value & register[1]) | kept);
      if (offset === Reg.in) set(device, Reg.status1, read(device, Reg.status1) | 2);
      if (offset === Reg.out) set(device, Reg.status1, read(device, Reg.status1) | 4);
      if (offset === Reg.reload) lpcOf(device.machine).set(Own.timeOuts, 0);
      if (offset !== Reg.reload && offset !== Reg.control1) return;
      if (canStart(device)) start(device);
      else if (offset === Reg.control1) setDue(lpcOf(device.machine), undefined);
    },
  };

  const expire = (lpc: Device): void => {
    const { machine } = lpc;
    const device = machine.device(-1);
    set(device, Reg.reload, 0);
    set(device, Reg.status1, read(device, Reg.status1) | timedOut);
    const second = lpc.get(Own.timeOuts) === 1;
    lpc.set(Own.timeOuts, second ? 0 : 1);
    if (second) set(device, Reg.status2, read(device, Reg.status2) | secondTimeOut);
    if (!second || lpc.get(Own.strap) === 1 || mayNot(machine)) return start(device);
    setDue(lpc, undefined);
    lpc.set(Own.bites, lpc.get(Own.bites) + 1);
    // no port was written for it; the timer's is the nearest there is
    if (lpc.get(Own.spares) === 0) machine.reset(0x60);
  };
  return { ops, behave: { deadline: dueOf, expire } };
}
