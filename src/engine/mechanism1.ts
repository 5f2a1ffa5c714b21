/** Configuration mechanism #1 (CONFIG_ADDRESS, CONFIG_DATA) and ECAM: from an address to a function's register. */
import { at } from '../base/assert.ts';
import { ones } from '../base/bits.ts';
import { configRead, configWrite, readFunction, writeFunction } from './config.ts';
import type { Machine } from './machine.ts';
import { Global } from './words.ts';

const receivedMasterAbort = 0x2000_0000;

/** CONFIG_DATA: what the latch names, its low bits OR-ed with the port's (qemu: pci_data_read). Unsigned. */
export function readData(m: Machine, byte: number, bytes: number): number {
  const latch = m.image.words[Global.latch] ?? 0;
  m.answered = -1;
  if (latch >= 0) return ones(bytes);
  const fn = (m.answered = m.find((latch >>> 8) & 0xffff));
  const offset = (latch & 0xff) | byte;
  if (fn < 0) {
    masterAbort(m, (latch >>> 16) & 0xff);
    return ones(bytes);
  }
  // the common case by itself: one word, as stored
  if ((offset & 3) + bytes <= 4 && m.computes[fn] === 0) {
    const word = (m.image.words[(m.base[fn] ?? 0) + (offset >> 2)] ?? 0) >>> ((offset & 3) * 8);
    return bytes === 4 ? word : word & ones(bytes);
  }
  return configRead(m, fn, offset, bytes, 256);
}

export function writeData(m: Machine, byte: number, value: number, bytes: number): void {
  const latch = m.image.words[Global.latch] ?? 0;
  m.answered = -1;
  if (latch >= 0) return;
  const fn = (m.answered = m.find((latch >>> 8) & 0xffff));
  if (fn < 0) masterAbort(m, (latch >>> 16) & 0xff);
  else configWrite(m, fn, (latch & 0xff) | byte, value, bytes, 256);
}

/** `offset` is into the ECAM window: bus << 20 | devfn << 12 | register. */
export function readEcam(m: Machine, offset: number, bytes: number): number {
  const fn = (m.answered = m.find(Math.floor(offset / 4096)));
  if (fn < 0) masterAbort(m, Math.floor(offset / 0x100000));
  return readFunction(m, fn, offset & 0xfff, bytes);
}

export function writeEcam(m: Machine, offset: number, value: number, bytes: number): void {
  const fn = (m.answered = m.find(Math.floor(offset / 4096)));
  if (fn < 0) masterAbort(m, Math.floor(offset / 0x100000));
  writeFunction(m, fn, offset & 0xfff, value, bytes);
}

/** Nobody answered on that bus: by the specification its bridge notes a Received Master Abort; QEMU does not. */
function masterAbort(m: Machine, bus: number): void {
  if (m.board.authentic !== 'spec') return;
  const wire = m.wireOf(bus);
  const { bridge, root } = at(m.board.wires, Math.max(wire, 0));
  const index = bridge < 0 ? (m.base[root?.expander ?? 0] ?? 0) + 1 : (m.base[bridge] ?? 0) + 7;
  m.image.set(index, m.image.get(index) | receivedMasterAbort);
}
