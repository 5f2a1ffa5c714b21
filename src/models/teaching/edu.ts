/** edu: QEMU's teaching device (docs/specs/edu.rst, hw/misc/edu.c): liveness, factorials, interrupts and DMA. */
import { join, lowWord, highWord } from '../../base/bits.ts';
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import type { Model } from '../model.ts';
import { addMsi, msiWritten } from '../caps/msi-cap.ts';

const IDENTIFICATION = 0x00;
const LIVENESS = 0x04;
const FACTORIAL = 0x08;
const STATUS = 0x20;
const INTERRUPT_STATUS = 0x24;
const INTERRUPT_RAISE = 0x60;
const INTERRUPT_ACKNOWLEDGE = 0x64;
const DMA_SOURCE = 0x80;
const DMA_COUNT = 0x90;
const DMA_COMMAND = 0x98;

const identity = 0x0100_00ed;
const raiseWhenComputed = 0x80;
const factorialDone = 0x01;
const dmaDone = 0x100;

const dmaRun = 1;
const dmaToMemory = 2;
const dmaInterrupt = 4;

/** The device's own memory, as DMA addresses see it. */
const buffer = 0x4_0000;
const bufferBytes = 0x1000;
const millisecond = 1_000_000;
const dmaTime = 100 * millisecond;

/** Private words. The DMA registers are pairs: source, destination, count, command. */
const Own = {
  liveness: 0,
  factorial: 1,
  status: 2,
  interrupts: 3,
  dma: 4,
  due: 12,
  dueHigh: 13,
  mask: 14,
  buffer: 15,
} as const;
const command = Own.dma + (DMA_COMMAND - DMA_SOURCE) / 4;

function raise(device: Device, bits: number): void {
  const pending = device.get(Own.interrupts) | bits;
  device.set(Own.interrupts, pending);
  if (pending !== 0 && !device.message(0)) device.intx(true);
}

function acknowledge(device: Device, bits: number): void {
  const pending = device.get(Own.interrupts) & ~bits;
  device.set(Own.interrupts, pending);
  if (pending === 0) device.intx(false);
}

/** n! modulo 2^32; from 34 on it is zero. */
function factorial(n: number): number {
  let product = 1;
  for (let i = n >>> 0; i > 0 && product !== 0; i--) product = Math.imul(product, i);
  return product;
}

const isRegister = (offset: number, bytes: number): boolean =>
  offset < DMA_SOURCE ? bytes === 4 : bytes >= 4;

/** The word of the DMA register at `offset`, or -1. */
const dmaWord = (offset: number): number =>
  offset >= DMA_SOURCE && offset <= DMA_COMMAND && offset % 8 === 0
    ? Own.dma + (offset - DMA_SOURCE) / 4
    : -1;

function read(device: Device, offset: number, bytes: number): number {
  const dma = dmaWord(offset);
  device.machine.high = dma < 0 ? -1 : device.get(dma + 1);
  if (!isRegister(offset, bytes)) return -1;
  if (dma >= 0) return device.get(dma);
  switch (offset) {
    case IDENTIFICATION:
      return identity;
    case LIVENESS:
      return device.get(Own.liveness);
    case FACTORIAL:
      return device.get(Own.factorial);
    case STATUS:
      return device.get(Own.status);
    case INTERRUPT_STATUS:
      return device.get(Own.interrupts);
    default:
      return -1;
  }
}

function write(device: Device, offset: number, value: number, bytes: number): void {
  if (!isRegister(offset, bytes)) return;
  const dma = dmaWord(offset);
  if (dma >= 0) return writeDma(device, dma, value, bytes === 8 ? device.machine.high : 0);
  switch (offset) {
    case LIVENESS:
      return device.set(Own.liveness, ~value);
    case FACTORIAL:
      // QEMU computes in a thread of its own; here it is done at once
      device.set(Own.factorial, factorial(value));
      if (device.get(Own.status) & raiseWhenComputed) raise(device, factorialDone);
      return;
    case STATUS:
      return device.set(Own.status, value & raiseWhenComputed);
    case INTERRUPT_RAISE:
      return raise(device, value);
    case INTERRUPT_ACKNOWLEDGE:
      return acknowledge(device, value);
  }
}

function writeDma(device: Device, word: number, value: number, high: number): void {
  if (device.get(command) & dmaRun) return; // busy
  if (word === command && (value & dmaRun) === 0) return;
  device.set(word, value);
  device.set(word + 1, high);
  if (word !== command) return;
  const due = Math.floor(device.now / millisecond) * millisecond + dmaTime;
  device.set(Own.due, lowWord(due));
  device.set(Own.dueHigh, highWord(due));
}

/** The transfer happens all at once when its time is up. Outside of the buffer QEMU gives up; here nothing is moved. */
function transfer(device: Device): void {
  const order = device.get(command);
  const pair = (word: number): number => join(device.get(word + 1), device.get(word));
  const count = pair(Own.dma + (DMA_COUNT - DMA_SOURCE) / 4);
  const toMemory = (order & dmaToMemory) !== 0;
  const inside = pair(toMemory ? Own.dma : Own.dma + 2) - buffer;
  const mask = device.get(Own.mask);
  const outside = (device.get(toMemory ? Own.dma + 2 : Own.dma) & mask) >>> 0;
  if (inside >= 0 && inside + count < bufferBytes + 1) {
    for (let done = 0; done < count;) {
      const at = inside + done;
      const bytes = at % 4 === 0 && count - done >= 4 ? 4 : 1;
      const word = Own.buffer + (at >> 2);
      const shift = (at & 3) * 8;
      if (toMemory)
        device.dmaWrite(
          outside + done,
          bytes === 4 ? device.get(word) : (device.get(word) >>> shift) & 0xff,
          bytes,
        );
      else {
        const value = device.dmaRead(outside + done, bytes);
        device.set(word, bytes === 4 ? value : (device.get(word) & ~(0xff << shift)) | (value << shift));
      }
      done += bytes;
    }
  }
  device.set(command, order & ~dmaRun);
  if (order & dmaInterrupt) raise(device, dmaDone);
}

const registers: Ops = {
  name: 'edu registers',
  valid: { min: 4, max: 8 },
  impl: { min: 4, max: 8 },
  read,
  write,
};

export const edu: Model = {
  id: 'edu',
  kind: 'teaching',
  bus: 'either',
  properties: [{ name: 'dma_mask', kind: 'number', initial: '0xfffffff' }],
  shape: ({ multifunction, number }) => {
    const shape = new ShapeBuilder({
      vendor: 0x1234,
      device: 0x11e8,
      revision: 0x10,
      classCode: 0x00ff00,
      pin: 1,
      multifunction,
    }).bar(0, 'mem32', 0x10_0000, { stretches: [{ from: 0, bytes: 0x10_0000, ops: registers }] });
    const privates = Array.from({ length: Own.buffer + bufferBytes / 4 }, () => 0);
    privates[Own.mask] = lowWord(number('dma_mask'));
    return addMsi(shape, { at: 0x40, vectors: 1, wide: true, maskable: false })
      .behave(
        {
          configWritten: msiWritten,
          deadline: (device) =>
            device.get(command) & dmaRun ? join(device.get(Own.dueHigh), device.get(Own.due)) : undefined,
          expire: transfer,
        },
        privates,
        'never',
      )
      .done();
  },
};
