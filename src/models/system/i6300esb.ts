/** i6300esb: the watchdog of Intel's 6300ESB, 8086:25ab (qemu: hw/watchdog/wdt_i6300esb.c). It counts in two stages, then resets the machine. */
import { highWord, join, lowWord } from '../../base/bits.ts';
import type { Device } from '../../engine/device.ts';
import { resetMachine } from '../../engine/reset.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import type { Model } from '../model.ts';

/** Config: the Configuration Register takes words, the Lock Register bytes; other sizes reach scratch memory that lies there in QEMU. */
const Config = { register: 0x60, lock: 0x68 } as const;
const Configured = { fast: 0x04, noReset: 0x20, all: 0x35 } as const;
const Lock = { locked: 0x01, enabled: 0x02, freeRunning: 0x04, all: 0x07 } as const;

/** Memory: how long each stage lasts, and what reloads. */
const reload = 0x0c;
const Reload = { ping: 0x100, forget: 0x1200 } as const;

/** Private words. `unlocked`: how many of the two magic bytes came; `rebooted`: the machine was reset by this. */
const Own = {
  first: 0,
  second: 1,
  configuration: 2,
  lock: 3,
  unlocked: 4,
  stage: 5,
  due: 6,
  dueHigh: 7,
  rebooted: 8,
} as const;
const longest = 0xf_ffff;
const privates = [longest, longest, 0, 0, 0, 1, 0, 0, 0];

const clock = 30; // nanoseconds on a 33 MHz bus

function start(device: Device, stage: 1 | 2): void {
  if ((device.get(Own.lock) & Lock.enabled) === 0) return;
  const ticks = device.get(stage === 1 ? Own.first : Own.second);
  const scale = device.get(Own.configuration) & Configured.fast ? 2 ** 5 : 2 ** 15;
  device.set(Own.stage, stage);
  setDue(device, device.now + ticks * scale * clock);
}

function setDue(device: Device, time: number): void {
  device.set(Own.due, lowWord(time));
  device.set(Own.dueHigh, highWord(time));
}

const dueAt = (device: Device): number => join(device.get(Own.dueHigh), device.get(Own.due));

function expire(device: Device): void {
  setDue(device, 0);
  if (device.get(Own.stage) === 1) return start(device, 2);
  if ((device.get(Own.configuration) & Configured.noReset) === 0) {
    device.set(Own.rebooted, 1);
    return resetMachine(device.machine);
  }
  if (device.get(Own.lock) & Lock.freeRunning) start(device, 1);
}

/** `old` is what stays where the register takes no part in the write. */
function configWritten(device: Device, word: number, old: number, lanes: number, value: number): void {
  if (word === Config.register >> 2 && lanes === 0xffff) {
    device.set(Own.configuration, value & Configured.all);
    device.setWord(word, old);
  }
  if (word !== Config.lock >> 2 || lanes !== 0xff) return;
  const lock = device.get(Own.lock);
  const now = lock & Lock.locked ? lock : value & Lock.all;
  device.set(Own.lock, now);
  device.setWord(word, old);
  if (lock & Lock.locked) return;
  if (now & ~lock & Lock.enabled) start(device, 1);
  else if ((now & Lock.enabled) === 0) setDue(device, 0);
}

function configRead(device: Device, word: number, stored: number, lanes: number): number {
  if (word === Config.register >> 2 && lanes === 0xffff)
    return (stored & ~0xffff) | device.get(Own.configuration);
  if (word === Config.lock >> 2 && lanes === 0xff) return (stored & ~0xff) | device.get(Own.lock);
  return stored;
}

const registers: Ops = {
  name: 'watchdog registers',
  read: (device, offset, bytes) =>
    bytes === 2 && offset === reload && device.get(Own.rebooted) ? Reload.forget : 0,
  write: (device, offset, value, bytes) => {
    if (offset === reload && value === 0x80) return device.set(Own.unlocked, 1);
    if (offset === reload && value === 0x86 && device.get(Own.unlocked) === 1)
      return device.set(Own.unlocked, 2);
    if (bytes === 1 || device.get(Own.unlocked) !== 2) return;
    device.set(Own.unlocked, 0);
    if (bytes === 4 && offset === 0) device.set(Own.first, value & longest);
    if (bytes === 4 && offset === 4) device.set(Own.second, value & longest);
    if (bytes !== 2 || offset !== reload) return;
    if (value & Reload.ping) start(device, 1);
    if (value & Reload.forget) device.set(Own.rebooted, 0);
  },
};

export const i6300esb: Model = {
  id: 'i6300esb',
  kind: 'system',
  bus: 'either',
  properties: [],
  shape: ({ multifunction }) =>
    new ShapeBuilder({ vendor: 0x8086, device: 0x25ab, classCode: 0x088000, multifunction })
      .watch(Config.register)
      .watch(Config.lock)
      .compute(Config.register)
      .compute(Config.lock)
      .resetting(Config.register, 0xffff)
      .resetting(Config.lock, 0xff)
      .bar(0, 'mem32', 0x10, { stretches: [{ from: 0, bytes: 0x10, ops: registers }] })
      .behave(
        { configRead, configWritten, deadline: (device) => dueAt(device) || undefined, expire },
        privates,
      )
      .surviving([Own.rebooted])
      .done(),
};
