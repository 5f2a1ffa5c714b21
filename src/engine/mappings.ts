/** Which BARs decode where. Evaluated after every write that may change it, and remembered with its order: last mapped wins. */
import { highWord, join, lowWord } from '../base/bits.ts';
import type { Machine } from './machine.ts';
import type { BarSpec } from './shape.ts';
import { windowsOf } from './windows.ts';
import { Global, Mapping, Private, State } from './words.ts';

const ioEnable = 1;
const memoryEnable = 2;

/**
 * The address at which a BAR decodes now, or -1. The rules are QEMU's (hw/pci/pci.c, pci_bar_address):
 * a zero address, one that wraps, and a 32-bit one that reaches the top of 4 GiB do not decode.
 */
export function barAddress(m: Machine, fn: number, bar: BarSpec): number {
  const { words } = m.image;
  const base = m.base[fn] ?? 0;
  const command = words[base + 1] ?? 0;
  if (((words[m.privates(fn) + Private.state] ?? 0) & State.powered) === 0) return -1;
  const physical = m.board.parts[fn]?.physical;
  if (physical !== undefined) return virtualAddress(m, fn, physical, bar);
  if ((command & (bar.kind === 'io' ? ioEnable : memoryEnable)) === 0) return -1;
  const low = words[base + (bar.at >> 2)] ?? 0;
  if (bar.kind === 'io') {
    const address = (low & ~(bar.bytes - 1)) >>> 0;
    return address === 0 || address + bar.bytes > 0x10000 ? -1 : address;
  }
  if (bar.kind === 'rom' && (low & 1) === 0) return -1;
  const high = bar.kind === 'mem64' ? (words[base + (bar.at >> 2) + 1] ?? 0) : 0;
  const mask = bar.bytes >= 0x1_0000_0000 ? 0 : ~(bar.bytes - 1);
  const address = join(
    high & (bar.bytes > 0x1_0000_0000 ? ~(bar.bytes / 0x1_0000_0000 - 1) : -1),
    low & mask,
  );
  if (address === 0) return -1;
  const last = address + bar.bytes - 1;
  if (bar.kind === 'mem64') return high === -1 && last >= 2 ** 64 - 1 ? -1 : address;
  return last >= 0xffff_ffff ? -1 : address;
}

/** SR-IOV registers, from the start of the capability. */
const Sriov = { control: 0x08, offset: 0x14, bar: 0x24 } as const;
const vfMemoryEnable = 8;

/**
 * Where a BAR of a virtual function decodes: the physical function's register says where that of the first one lies, the
 * others follow. The specification enables them all at once there; QEMU looks at each one's Command (pci_bar_address).
 */
function virtualAddress(m: Machine, fn: number, physical: number, bar: BarSpec): number {
  const enabled =
    m.board.authentic === 'qemu'
      ? (m.word(fn, 1) & memoryEnable) !== 0
      : (m.word(physical, sriovWord(m, physical, Sriov.control)) & vfMemoryEnable) !== 0;
  const address = enabled ? programmedAddress(m, fn, bar) : 0;
  const last = address + bar.bytes - 1;
  return address === 0 || last >= (bar.kind === 'mem64' ? 2 ** 64 - 1 : 0xffff_ffff) ? -1 : address;
}

const sriovWord = (m: Machine, physical: number, at: number): number =>
  ((m.shape(physical).caps.sriov ?? 0) + at) >> 2;

/** Which of the virtual functions of `physical` a function is, from 0. */
function indexOfVirtual(m: Machine, fn: number, physical: number): number {
  const place = m.word(physical, sriovWord(m, physical, Sriov.offset));
  const devfn = (n: number): number => m.board.parts[n]?.devfn ?? 0;
  return Math.floor((devfn(fn) - devfn(physical) - (place & 0xffff)) / Math.max(place >>> 16, 1));
}

/** What a BAR's register says, whether or not it decodes; for drawing what is programmed. */
export function programmedAddress(m: Machine, fn: number, bar: BarSpec): number {
  const physical = m.board.parts[fn]?.physical;
  const at = physical === undefined ? bar.at >> 2 : sriovWord(m, physical, Sriov.bar + bar.index * 4);
  const low = m.word(physical ?? fn, at);
  const high = bar.kind === 'mem64' ? m.word(physical ?? fn, at + 1) : 0;
  const address = join(high, low & (bar.kind === 'io' ? ~3 : bar.kind === 'rom' ? ~0x7ff : ~15));
  if (physical === undefined) return address;
  const base = address + indexOfVirtual(m, fn, physical) * bar.bytes;
  return base - (base % bar.bytes);
}

/** Maps, moves and unmaps the BARs of a function as its registers say; an unchanged one keeps its place in the order. */
export function updateMappings(m: Machine, fn: number): void {
  const { image } = m;
  const { bars } = m.shape(fn);
  let at = m.privates(fn) + Private.bars;
  for (const bar of bars) {
    const address = barAddress(m, fn, bar);
    const mapped = (image.words[at + Mapping.order] ?? 0) !== 0;
    const was = mapped ? join(image.words[at + Mapping.high] ?? 0, image.words[at + Mapping.low] ?? 0) : -1;
    if (address !== was) {
      if (address < 0) image.set(at + Mapping.order, 0);
      else {
        image.set(at + Mapping.low, lowWord(address));
        image.set(at + Mapping.high, highWord(address));
        image.set(at + Mapping.order, nextOrder(m));
      }
      if (bar.kind === 'io' && (liesOverPorts(address, bar.bytes) || liesOverPorts(was, bar.bytes)))
        m.forgetPorts();
    }
    at += Mapping.words;
  }
}

/** Whether it takes one of the ports of mechanism #1. -1: it is mapped nowhere. */
const liesOverPorts = (address: number, bytes: number): boolean =>
  address >= 0 && address < 0xd00 && address + bytes > 0xcf8;

/** A bridge deletes and rebuilds all its windows at once, so they become the newest among their siblings. */
export function rebuildWindows(m: Machine, fn: number): void {
  m.image.set(m.privates(fn) + Private.windowOrder, nextOrder(m));
  const [{ from, to, enabled }] = windowsOf(m, fn);
  // a window that does not lead to the ports takes none that were free
  if (m.portsFree !== true || (enabled && liesOverPorts(from, to - from + 1))) m.forgetPorts();
}

function nextOrder(m: Machine): number {
  const order = m.image.get(Global.order) + 1;
  m.image.set(Global.order, order);
  return order;
}
