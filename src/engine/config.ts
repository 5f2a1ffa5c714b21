/** Configuration space of one function: masks decide what a write keeps, effect flags what follows from it. */
import { lanes, ones } from '../base/bits.ts';
import type { Machine } from './machine.ts';
import { at } from '../base/assert.ts';
import { rebuildWindows, updateMappings } from './mappings.ts';
import { commandChanged } from './intx.ts';
import { resetBelow } from './reset.ts';
import { Effect, type Shape } from './shape.ts';

/** Byte `limit` and beyond do not exist; bytes past it in an access read zero (QEMU: pci_host_config_read_common). */
function cut(offset: number, bytes: number, limit: number): number {
  return Math.min(bytes, limit - offset);
}

/** `offset` and `bytes` of the read: a model may ask which lanes it takes. */
function readWord(m: Machine, fn: number, shape: Shape, word: number, offset: number, bytes: number): number {
  const stored = m.image.words[(m.base[fn] ?? 0) + word] ?? 0;
  if (((shape.effect[word] ?? 0) & Effect.computed) === 0) return stored;
  const taken = offset >> 2 === word ? lanes(offset & 3, bytes) : lanes(0, bytes - 4 + (offset & 3));
  return shape.behave.configRead?.(m.device(fn), word, stored, taken) ?? stored;
}

/** Reads 1–4 bytes at any offset below `limit`; unsigned. */
export function configRead(m: Machine, fn: number, offset: number, bytes: number, limit: number): number {
  const shape = m.shape(fn);
  const n = cut(offset, bytes, limit);
  const shift = (offset & 3) * 8;
  let value = readWord(m, fn, shape, offset >> 2, offset, n) >>> shift;
  if (shift !== 0 && (offset & 3) + n > 4)
    value |= readWord(m, fn, shape, (offset >> 2) + 1, offset, n) << (32 - shift);
  return n >= 4 ? value >>> 0 : value & ((1 << (n * 8)) - 1);
}

/** Stores one word through the masks; gives the word before. */
function store(m: Machine, fn: number, shape: Shape, word: number, value: number, mask: number): number {
  const index = (m.base[fn] ?? 0) + word;
  const old = m.image.words[index] ?? 0;
  const w = (shape.write[word] ?? 0) & mask;
  m.image.set(index, ((old & ~w) | (value & w)) & ~(value & (shape.w1c[word] ?? 0) & mask));
  return old;
}

/** Writes 1–4 bytes at any offset below `limit`; both words of a straddling write are stored before either takes effect. */
export function configWrite(
  m: Machine,
  fn: number,
  offset: number,
  value: number,
  bytes: number,
  limit: number,
): void {
  const shape = m.shape(fn);
  const n = cut(offset, bytes, limit);
  const word = offset >> 2;
  const byte = offset & 3;
  const mask = lanes(byte, n);
  const first = value << (byte * 8);
  const old = store(m, fn, shape, word, first, mask);
  const effect = shape.effect[word] ?? 0;
  if (byte + n > 4) {
    const restMask = lanes(0, byte + n - 4);
    const rest = value >>> ((4 - byte) * 8);
    const oldRest = store(m, fn, shape, word + 1, rest, restMask);
    if (effect !== 0) react(m, fn, shape, word, effect, old, mask, first);
    const effectRest = shape.effect[word + 1] ?? 0;
    if (effectRest !== 0) react(m, fn, shape, word + 1, effectRest, oldRest, restMask, rest);
  } else if (effect !== 0) react(m, fn, shape, word, effect, old, mask, first);
}

const bridgeControlReset = 0x0040_0000;

function react(
  m: Machine,
  fn: number,
  shape: Shape,
  word: number,
  effect: number,
  old: number,
  mask: number,
  value: number,
): void {
  const now = m.image.words[(m.base[fn] ?? 0) + word] ?? 0;
  if (effect & Effect.busNumbers) m.forgetRoutes();
  if (effect & Effect.window) {
    // Command and I/O base/limit share their words with bytes that do not matter here (qemu: pci_bridge_write_config)
    const touched = word === 1 || word === 7 ? mask & 0xffff : word === 15 ? mask & ~0xffff : mask;
    if (touched !== 0) rebuildWindows(m, fn);
    if (word === 15 && (now & ~old & bridgeControlReset) !== 0) resetBelow(m, fn);
    if (word === 15 && ((now ^ old) & bridgeControlReset) !== 0) m.forgetRoutes();
  }
  if (effect & Effect.command) commandChanged(m, fn, old, now);
  if (effect & Effect.decode) updateMappings(m, fn);
  if (effect & Effect.written) shape.behave.configWritten?.(m.device(fn), word, old, mask, value);
}

/** How much config space of a function an access may reach: 4096 when it and every bus on the way are PCI Express. */
export function configLimit(m: Machine, fn: number): number {
  const part = at(m.board.parts, fn);
  return part.shape.words > 64 && part.shape.express && at(m.board.wires, part.wire).extended ? 4096 : 256;
}

/** A config read by address: all ones when nobody is there. */
export function readFunction(m: Machine, fn: number, offset: number, bytes: number): number {
  if (fn < 0) return ones(bytes);
  const limit = configLimit(m, fn);
  return offset >= limit ? ones(bytes) : configRead(m, fn, offset, bytes, limit);
}

export function writeFunction(m: Machine, fn: number, offset: number, value: number, bytes: number): void {
  if (fn < 0) return;
  const limit = configLimit(m, fn);
  if (offset < limit) configWrite(m, fn, offset, value, bytes, limit);
}
