/** A0000–BFFFF as a VGA card answers it: four planes, latches and write modes over the same memory as BAR 0 (hw/display/vga.c). */
import { lanes } from '../../base/bits.ts';
import type { Device } from '../../engine/device.ts';
import { backing } from '../../engine/route.ts';
import { Own, sequencer } from './vga-registers.ts';

const chained = 8;

const graphics = (d: Device, n: number): number => d.get(Own.graphics + n);
const SET_RESET = 0;
const ENABLE_SET_RESET = 1;
const COMPARE = 2;
const ROTATE = 3;
const READ_PLANE = 4;
const MODE = 5;
const MISC = 6;
const DO_NOT_CARE = 7;
const BIT_MASK = 8;

/** All ones in the byte of each plane of the set. */
const spread = (planes: number): number =>
  (planes & 1 ? 0xff : 0) |
  (planes & 2 ? 0xff00 : 0) |
  (planes & 4 ? 0xff_0000 : 0) |
  (planes & 8 ? 0xff << 24 : 0);

/** The same byte in all four planes. */
const everyPlane = (byte: number): number => Math.imul(byte & 0xff, 0x0101_0101);

function load(d: Device, address: number): number {
  const word = d.machine.image.find(backing(d.fn, 0) + address);
  return word < 0 ? 0 : d.machine.image.get(word);
}

function store(d: Device, address: number, value: number, mask: number): void {
  const old = load(d, address);
  const now = (old & ~mask) | (value & mask);
  if (now !== old) d.machine.image.set(d.machine.image.touch(backing(d.fn, 0) + address), now);
}

/** A byte of video memory. */
export const loadByte = (d: Device, address: number): number =>
  (load(d, address) >>> ((address & 3) * 8)) & 0xff;
export const storeByte = (d: Device, address: number, value: number): void =>
  store(d, address, value << ((address & 3) * 8), lanes(address & 3, 1));

/** Offset into the mapped window, or -1 beside it. */
function place(d: Device, offset: number): number {
  switch ((graphics(d, MISC) >> 2) & 3) {
    case 0:
      return offset;
    case 1:
      return offset < 0x1_0000 ? offset + d.get(Own.bank) : -1;
    case 2:
      return offset >= 0x1_0000 && offset < 0x1_8000 ? offset - 0x1_0000 : -1;
    default:
      return offset >= 0x1_8000 ? offset - 0x1_8000 : -1;
  }
}

/** Odd and even bytes go to odd and even planes: text modes. */
const isOddEven = (d: Device): boolean => (graphics(d, MODE) & 0x10) !== 0;
const oddEven = (d: Device, at: number): { plane: number; address: number } => {
  const plane = (graphics(d, READ_PLANE) & 2) | (at & 1);
  return { plane, address: ((at & ~1) << 1) | plane };
};

/** One byte at `offset` from A0000. */
export function readPlanes(d: Device, offset: number): number {
  const at = place(d, offset);
  const memory = d.get(Own.memory);
  if (at < 0) return 0xff;
  if (sequencer(d, 4) & chained) return loadByte(d, at);
  if (isOddEven(d)) {
    const { address } = oddEven(d, at);
    return address >= memory ? 0xff : loadByte(d, address);
  }
  if (at * 4 >= memory) return 0xff;
  const latch = load(d, at * 4);
  d.set(Own.latch, latch);
  if ((graphics(d, MODE) & 8) === 0) return (latch >>> (graphics(d, READ_PLANE) * 8)) & 0xff;
  const different = (latch ^ spread(graphics(d, COMPARE))) & spread(graphics(d, DO_NOT_CARE));
  return ~(different | (different >>> 8) | (different >>> 16) | (different >>> 24)) & 0xff;
}

export function writePlanes(d: Device, offset: number, value: number): void {
  const at = place(d, offset);
  const memory = d.get(Own.memory);
  if (at < 0) return;
  const planes = sequencer(d, 2);
  if (sequencer(d, 4) & chained) {
    if (planes & (1 << (at & 3))) storeByte(d, at, value);
    return;
  }
  if (isOddEven(d)) {
    const { plane, address } = oddEven(d, at);
    if (planes & (1 << plane) && address < memory) storeByte(d, address, value);
    return;
  }
  if (at * 4 < memory) store(d, at * 4, combine(d, value), spread(planes));
}

/** What the four write modes make of a byte: rotate, set/reset, logic with the latch, bit mask. */
function combine(d: Device, value: number): number {
  const latch = d.get(Own.latch);
  const mode = graphics(d, MODE) & 3;
  if (mode === 1) return latch;
  const turn = graphics(d, ROTATE) & 7;
  const turned = ((value >> turn) | (value << (8 - turn))) & 0xff;
  let bits = graphics(d, BIT_MASK);
  let now: number;
  if (mode === 0) {
    const set = spread(graphics(d, ENABLE_SET_RESET));
    now = (everyPlane(turned) & ~set) | (spread(graphics(d, SET_RESET)) & set);
  } else if (mode === 2) now = spread(value & 0x0f);
  else {
    bits &= turned;
    now = spread(graphics(d, SET_RESET));
  }
  const logic = (graphics(d, ROTATE) >> 3) & 3;
  if (logic === 1) now &= latch;
  if (logic === 2) now |= latch;
  if (logic === 3) now ^= latch;
  const mask = everyPlane(bits);
  return (now & mask) | (latch & ~mask);
}
