/** Functions of a dump as bytes: what differs from zeros, or from a function before, in runs. */
import { hex } from '../../base/hex.ts';
import { bytesOf } from '../../formats/lspci/listed.ts';
import type { DumpedFunction } from '../../scenario/scenario.ts';
import type { Reader, Writer } from './bytes.ts';

/** How far back a function is looked for that is like this one: a second network port, the next core. */
const near = 16;
/** Equal bytes that are cheaper to write than to leave out. */
const worthLeaving = 3;

const sizes = [64, 256, 4096] as const;

/** Bits of a function's first byte; the two lowest say how much is known: `sizes`, or 3 that a number follows. */
const ownDomain = 4;
const ownName = 8;
const ownSizes = 16;
/** Its name ends with what the list of ids calls it; what stands before that follows. */
const listedName = 32;

interface Runs {
  /** Bytes left out, bytes written, and so on; 0, 0 at the end. */
  readonly counts: readonly number[];
  readonly written: readonly number[];
}

function runsOf(bytes: Uint8Array, like: Uint8Array): Runs {
  const [counts, written]: [number[], number[]] = [[], []];
  const isEqual = (i: number): boolean => i < bytes.length && bytes[i] === (like[i] ?? 0);
  let at = 0;
  for (;;) {
    let from = at;
    while (isEqual(from)) from++;
    if (from >= bytes.length) break;
    let to = from + 1;
    for (let i = to, equal = 0; i < bytes.length && equal < worthLeaving; i++) {
      if (isEqual(i)) equal++;
      else [to, equal] = [i + 1, 0];
    }
    counts.push(from - at, to - from);
    written.push(...bytes.subarray(from, to));
    at = to;
  }
  return { counts: [...counts, 0, 0], written };
}

const weight = ({ counts, written }: Runs): number => counts.length + written.length;

/** What the lists of ids call a device. */
export type NameOf = (vendor: number, device: number) => string | undefined;

function listed(bytes: Uint8Array, nameOf: NameOf): string | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  return nameOf(a | (b << 8), c | (d << 8));
}

export function writeFunctions(w: Writer, functions: readonly DumpedFunction[], nameOf: NameOf): void {
  w.number(functions.length);
  const former: Uint8Array[] = [];
  let [domain, bdf] = [0, 0];
  for (const f of functions) {
    const bytes = bytesOf(f.config);
    const size = sizes.findIndex((n) => n === bytes.length);
    const known = listed(bytes, nameOf);
    const isListed = known !== undefined && f.name?.endsWith(known) === true;
    const own = Object.entries(f.sizes ?? {});
    w.byte(
      (size < 0 ? 3 : size) |
        (f.domain === domain ? 0 : ownDomain) |
        (f.name === undefined ? 0 : isListed ? listedName : ownName) |
        (f.sizes === undefined ? 0 : ownSizes),
    );
    if (size < 0) w.number(bytes.length);
    if (f.domain !== domain) w.number(f.domain);
    w.signed(f.bdf - bdf);
    if (f.name !== undefined) w.text(isListed ? f.name.slice(0, f.name.length - known.length) : f.name);
    if (f.sizes) {
      w.number(own.length);
      for (const [index, of] of own) {
        w.text(index);
        w.byte(Math.log2(of));
      }
    }
    let [runs, like] = [runsOf(bytes, new Uint8Array(0)), 0];
    for (let back = 1; back <= Math.min(near, former.length); back++) {
      const other = runsOf(bytes, former[former.length - back] ?? bytes);
      if (weight(other) < weight(runs) * 0.75) [runs, like] = [other, back];
    }
    w.byte(like);
    for (const n of runs.counts) w.number(n);
    w.raw(runs.written);
    [domain, bdf] = [f.domain, f.bdf];
    former.push(bytes);
  }
}

/** A function as read. */
export interface RawFunction {
  readonly dumped: DumpedFunction;
  /** Its name is in the list of ids, and what its own name begins with is this. */
  readonly before?: string;
}

/** With the name that the list gives it. */
export function named({ dumped, before }: RawFunction, nameOf: NameOf): DumpedFunction {
  const known = before === undefined ? undefined : listed(bytesOf(dumped.config.slice(0, 8)), nameOf);
  return known === undefined ? dumped : { ...dumped, name: `${before ?? ''}${known}` };
}

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (b) => hex(b, 2)).join('');

function readBytes(r: Reader, length: number, former: readonly Uint8Array[]): Uint8Array {
  const back = r.byte();
  const like = back === 0 ? undefined : former[former.length - back];
  if (back !== 0 && like === undefined) r.fail();
  const bytes = new Uint8Array(length);
  bytes.set((like ?? new Uint8Array(0)).subarray(0, length));
  const runs: { readonly from: number; readonly count: number }[] = [];
  for (let at = 0; !r.isBroken();) {
    const [skip, count] = [r.number(), r.number()];
    if (skip === 0 && count === 0) break;
    if (at + skip + count > length) r.fail();
    runs.push({ from: at + skip, count });
    at += skip + count;
  }
  for (const { from, count } of runs) bytes.set(r.raw(count), from);
  return bytes;
}

/** Reads functions as far as they go. `most`: bytes of configuration that may come of it in all. */
export function readFunctions(r: Reader, most: number): readonly RawFunction[] {
  const functions: RawFunction[] = [];
  const former: Uint8Array[] = [];
  let [domain, bdf, left] = [0, 0, most];
  for (let count = r.count(); count > 0 && !r.isBroken(); count--) {
    const head = r.byte();
    const length = sizes[head & 3] ?? r.number();
    if (length > 4096 || length > left) r.fail();
    if (head & ownDomain) domain = r.number();
    bdf += r.signed();
    const own = head & (ownName | listedName) ? r.text() : undefined;
    const known: Record<string, number> = {};
    if (head & ownSizes) for (let n = r.count(16); n > 0; n--) known[r.text()] = 2 ** (r.byte() & 63);
    if (r.isBroken()) break;
    const bytes = readBytes(r, length, former);
    if (r.isBroken()) break;
    left -= length;
    former.push(bytes);
    if (former.length > near) former.shift();
    functions.push({
      dumped: {
        domain,
        bdf,
        config: hexOf(bytes),
        ...(head & ownSizes ? { sizes: known } : {}),
        ...(own !== undefined && !(head & listedName) ? { name: own } : {}),
      },
      ...(own !== undefined && head & listedName ? { before: own } : {}),
    });
  }
  return functions;
}
