/**
 * One access, cut into the pieces that its target takes, as QEMU's memory core does (softmmu/physmem.c, memory.c):
 * pieces are naturally aligned and no larger than the target's `valid` sizes; sizes it does not accept read zero.
 */
import { ones } from '../base/bits.ts';
import type { Machine } from './machine.ts';
import { readData, readEcam, writeData, writeEcam } from './mechanism1.ts';
import { Claimant, routeIo, routeMemory } from './route.ts';
import type { Ops, Sizes } from './shape.ts';
import { Global } from './words.ts';

type Space = 'memory' | 'io';

/** The largest piece of `left` bytes at `offset` that the target takes. */
function piece(left: number, offset: number, valid: Sizes | undefined, impl: Sizes | undefined): number {
  let most = valid?.max ?? 4;
  if (!impl?.unaligned) {
    const align = offset % 8 === 0 ? 8 : offset & -offset & 7;
    if (align < most) most = align;
  }
  const n = Math.min(left, most);
  return n >= 8 ? 8 : n >= 4 ? 4 : n >= 2 ? 2 : 1;
}

const accepts = (ops: Ops, offset: number, bytes: number): boolean => {
  const { valid } = ops;
  if (!valid) return true;
  if (!valid.unaligned && offset % bytes !== 0) return false;
  return bytes >= valid.min && bytes <= valid.max;
};

/** Reads 1–8 bytes; the low word is returned (unsigned), the high word left in `m.high`. */
export function load(m: Machine, space: Space, address: number, bytes: number): number {
  let low = 0;
  let high = 0;
  for (let done = 0; done < bytes;) {
    const a = wrap(space, address + done);
    if (space === 'io') routeIo(m, a);
    else routeMemory(m, a);
    const n = readPiece(m, space, a, bytes - done);
    const value = pieceLow;
    if (done === 0) {
      low = value;
      high = pieceHigh;
      if (n >= bytes) break;
    } else if (done < 4) {
      low |= value << (done * 8);
      if (done + n > 4) high |= value >>> ((4 - done) * 8);
    } else high |= value << ((done - 4) * 8);
    done += n;
  }
  m.high = bytes > 4 ? high : 0;
  return low >>> 0;
}

// the piece just read: module-level scratch instead of an allocation, never read across accesses
let pieceLow = 0;
let pieceHigh = 0;

const wrap = (space: Space, address: number): number => (space === 'io' ? address & 0xffff : address);

function readPiece(m: Machine, space: Space, address: number, left: number): number {
  const { claim } = m;
  const { kind, fn } = claim;
  pieceHigh = 0;
  switch (kind) {
    case Claimant.none: {
      const n = piece(left, address, undefined, undefined);
      pieceLow = space === 'io' || m.board.authentic === 'spec' ? ones(n) : 0;
      return n;
    }
    case Claimant.ram:
    case Claimant.ramReadOnly:
    case Claimant.held:
      return readHeld(m, claim.offset, Math.min(left, claim.left));
    case Claimant.contents: {
      pieceLow = claim.bar?.contents?.[claim.offset] ?? 0;
      return 1;
    }
    case Claimant.firmware:
      pieceLow = m.firmware?.[claim.offset] ?? 0xff;
      return 1;
    case Claimant.latch: {
      const n = piece(left, claim.offset, undefined, undefined);
      const latch = m.image.get(Global.latch);
      // narrow reads give the low bytes whatever the port, as QEMU does; the specification's byte lanes otherwise
      pieceLow = (m.board.authentic === 'spec' ? latch >>> (claim.offset * 8) : latch) & ones(n);
      return n;
    }
    case Claimant.data: {
      const n = piece(left, claim.offset, undefined, undefined);
      pieceLow = readData(m, claim.offset, n);
      return n;
    }
    case Claimant.ecam: {
      const { offset } = claim;
      const n = piece(left, offset, undefined, undefined);
      pieceLow = readEcam(m, offset, n);
      return n;
    }
    default: {
      const { ops, offset } = claim;
      if (!ops) return left;
      const n = piece(left, offset, ops.valid, ops.impl);
      pieceLow = 0;
      if (accepts(ops, offset, n)) readOps(m, ops, fn, offset, n);
      return n;
    }
  }
}

/** Splits or widens to the sizes that `read` handles (softmmu/memory.c: access_with_adjusted_size). */
function readOps(m: Machine, ops: Ops, fn: number, offset: number, bytes: number): void {
  const device = m.device(fn);
  const min = ops.impl?.min ?? 1;
  const max = ops.impl?.max ?? 4;
  const size = Math.max(Math.min(bytes, max), min);
  m.high = 0;
  if (size >= bytes) {
    const value = ops.read(device, offset, size);
    pieceLow = bytes >= 4 ? value >>> 0 : value & ones(bytes);
    pieceHigh = bytes > 4 ? m.high : 0;
    return;
  }
  let low = 0;
  let high = 0;
  for (let i = 0; i < bytes; i += size) {
    const value = ops.read(device, offset + i, size) & ones(size);
    if (i < 4) low |= value << (i * 8);
    else high |= value << ((i - 4) * 8);
  }
  pieceLow = low >>> 0;
  pieceHigh = high;
}

function readHeld(m: Machine, address: number, left: number): number {
  const byte = address & 3;
  const n = Math.min(left, 4 - byte);
  const word = m.image.find(address);
  pieceLow = word < 0 ? 0 : ((m.image.words[word] ?? 0) >>> (byte * 8)) & ones(n);
  pieceLow >>>= 0;
  return n;
}

/** Writes 1–8 bytes; the high word of an 8-byte value is taken from `m.high`. */
export function store(m: Machine, space: Space, address: number, value: number, bytes: number): void {
  const high = bytes > 4 ? m.high : 0;
  for (let done = 0; done < bytes;) {
    const a = wrap(space, address + done);
    if (space === 'io') routeIo(m, a);
    else routeMemory(m, a);
    const low =
      done === 0
        ? value
        : done < 4
          ? (value >>> (done * 8)) | (high << ((4 - done) * 8))
          : high >>> ((done - 4) * 8);
    done += writePiece(m, a, low, done === 0 ? high : 0, bytes - done);
  }
}

function writePiece(m: Machine, address: number, low: number, high: number, left: number): number {
  const { claim } = m;
  const { kind, fn, offset } = claim;
  switch (kind) {
    case Claimant.none:
      return piece(left, address, undefined, undefined);
    case Claimant.ramReadOnly:
    case Claimant.contents:
    case Claimant.firmware:
      return piece(left, offset, undefined, undefined);
    case Claimant.ram:
    case Claimant.held:
      return writeHeld(m, offset, low, Math.min(left, claim.left));
    case Claimant.latch: {
      const n = piece(left, offset, undefined, undefined);
      if (n === 4) m.image.set(Global.latch, low | 0); // narrower writes leave the latch alone
      return n;
    }
    case Claimant.data: {
      const n = piece(left, offset, undefined, undefined);
      writeData(m, offset, low, n);
      return n;
    }
    case Claimant.ecam: {
      const n = piece(left, offset, undefined, undefined);
      writeEcam(m, offset, low, n);
      return n;
    }
    default: {
      const { ops } = claim;
      if (!ops) return left;
      const n = piece(left, offset, ops.valid, ops.impl);
      if (accepts(ops, offset, n)) writeOps(m, ops, fn, offset, low, high, n);
      return n;
    }
  }
}

function writeOps(
  m: Machine,
  ops: Ops,
  fn: number,
  offset: number,
  low: number,
  high: number,
  bytes: number,
): void {
  const device = m.device(fn);
  const min = ops.impl?.min ?? 1;
  const max = ops.impl?.max ?? 4;
  const size = Math.max(Math.min(bytes, max), min);
  if (size >= bytes) {
    m.high = bytes > 4 ? high : 0;
    ops.write(device, offset, bytes >= 4 ? low | 0 : low & ones(bytes), size);
    return;
  }
  m.high = 0;
  for (let i = 0; i < bytes; i += size) {
    const part = i < 4 ? low >>> (i * 8) : high >>> ((i - 4) * 8);
    ops.write(device, offset + i, size >= 4 ? part | 0 : part & ones(size), size);
  }
}

function writeHeld(m: Machine, address: number, value: number, left: number): number {
  const byte = address & 3;
  const n = Math.min(left, 4 - byte);
  const mask = (n >= 4 ? -1 : (1 << (n * 8)) - 1) << (byte * 8);
  if (((value << (byte * 8)) & mask) === 0 && m.image.find(address) < 0) return n; // zero onto an untouched page
  const word = m.image.touch(address);
  m.image.set(word, ((m.image.words[word] ?? 0) & ~mask) | ((value << (byte * 8)) & mask));
  return n;
}
