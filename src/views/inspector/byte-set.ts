/** Sets of bytes of a configuration space, 16 a number, as the rows of the grid want them. */
import type { ByteSet } from '../../store/hex-store.ts';
import type { Range } from './hex-layout.ts';
import type { Description } from '../../pci/describe.ts';

const has = (set: ByteSet, offset: number): boolean =>
  (((set[offset >> 4] ?? 0) >>> (offset & 15)) & 1) === 1;

const add = (set: ByteSet, offset: number): void => {
  set[offset >> 4] = (set[offset >> 4] ?? 0) | (1 << (offset & 15));
};

export function setOf(ranges: readonly Range[], size: number): ByteSet {
  const set = new Uint16Array(size >> 4);
  for (const { offset, bytes } of ranges) for (let i = offset; i < offset + bytes; i++) add(set, i);
  return set;
}

/** The bytes that are not the same in two copies of a space. */
export function differing(now: Int32Array, was: Int32Array, known: number): ByteSet {
  const set = new Uint16Array(now.length >> 2);
  now.forEach((word, i) => {
    const bits = word ^ (was[i] ?? 0);
    for (let byte = 0; byte < 4; byte++)
      if (((bits >>> (byte * 8)) & 0xff) !== 0 && i * 4 + byte < known) add(set, i * 4 + byte);
  });
  return set;
}

/** The registers, or lone bytes, that have a byte in the set, in order. */
export function registersIn(set: ByteSet, { registerAt }: Description): readonly Range[] {
  const found: Range[] = [];
  for (let at = 0; at < set.length * 16; at++) {
    if (!has(set, at)) continue;
    const register = registerAt(at);
    const range = register ? { offset: register.at, bytes: register.bytes } : { offset: at, bytes: 1 };
    found.push(range);
    at = range.offset + range.bytes - 1;
  }
  return found;
}
