/** Hardware that a person made other than its model has it: reset values and write masks, byte by byte, and what follows for its BARs. */
import { hex } from '../base/hex.ts';
import { say, type Message } from '../base/problem.ts';
import type { Part } from '../engine/board.ts';
import { Effect, type BarKind, type BarSpec, type Capabilities, type Shape } from '../engine/shape.ts';
import type { Override, Scenario } from './scenario.ts';

/** Puts the scenario's overrides into the shapes of its parts; what they cannot mean is noted, and left as the model has it. */
export function applyOverrides(
  parts: Part[],
  { overrides = [] }: Scenario,
  note: (message: Message) => void,
): void {
  const names = new Set(overrides.map(({ part }) => part));
  if (names.size === 0) return;
  parts.forEach((part, fn) => {
    if (!names.delete(part.path)) return;
    const own = overrides.filter((each) => each.part === part.path);
    parts[fn] = { ...part, shape: overridden(part, own, note) };
  });
  for (const part of names) note(say('problem.override-gone', { part }));
}

function overridden(part: Part, own: readonly Override[], note: (message: Message) => void): Shape {
  const { shape } = part;
  const next = {
    ...shape,
    reset: shape.reset.slice(),
    write: shape.write.slice(),
    w1c: shape.w1c.slice(),
    resets: shape.resets.slice(),
    effect: shape.effect.slice(),
  };
  const touched = new Set<number>();
  for (const { offset, reset, mask } of own) {
    const word = offset >> 2;
    if (offset < 0 || word >= shape.words) {
      note(say('problem.override-outside', { part: part.path, offset: hex(offset, 2) }));
      continue;
    }
    const shift = (offset & 3) * 8;
    const lane = 0xff << shift;
    const put = (column: Int32Array, byte: number): void => {
      column[word] = ((column[word] ?? 0) & ~lane) | ((byte & 0xff) << shift);
    };
    if (reset !== undefined) put(next.reset, reset);
    if (mask !== undefined) {
      // a bit that a 1 clears goes on doing so while a write reaches it
      const clears = ((shape.w1c[word] ?? 0) >>> shift) & mask;
      put(next.w1c, clears);
      put(next.write, mask & ~clears);
    }
    touched.add(word);
  }
  const bars = part.physical === undefined ? rebuilt(part.path, next, touched, note) : shape.bars;
  return { ...next, bars, caps: capsStill(shape.caps, next.reset) };
}

/** Offsets of capabilities whose ids are still there: the engine acts on those alone. */
function capsStill(caps: Capabilities, reset: Int32Array): Capabilities {
  const id = (at: number, bits: number): number => ((reset[at >> 2] ?? 0) >>> ((at & 3) * 8)) & bits;
  const { msi, msix, express, pm, aer, sriov, msixTable, msixVectors } = caps;
  const still = <K extends keyof Capabilities>(key: K, at: number | undefined, is: number, bits = 0xff) =>
    at !== undefined && id(at, bits) === is ? { [key]: at } : {};
  const table = msixTable === undefined ? {} : { msixTable };
  const vectors = msixVectors === undefined ? {} : { msixVectors };
  return {
    ...still('msi', msi, 0x05),
    ...still('msix', msix, 0x11),
    ...still('express', express, 0x10),
    ...still('pm', pm, 0x01),
    ...still('aer', aer, 0x0001, 0xffff),
    ...still('sriov', sriov, 0x0010, 0xffff),
    ...table,
    ...vectors,
  };
}

// ── base address registers ───────────────────────────────────────────────────

/** The largest BAR that is taken: addresses are exact far beyond it. */
const most = 2 ** 40;

type Columns = Pick<Shape, 'reset' | 'write' | 'bars' | 'header'> & {
  readonly resets: Int32Array;
  readonly effect: Uint8Array;
};

/** The BARs as the registers now say them: those of untouched registers as they were. */
function rebuilt(
  path: string,
  columns: Columns,
  touched: ReadonlySet<number>,
  note: (message: Message) => void,
): BarSpec[] {
  const { header, bars } = columns;
  const rom = header === 1 ? 0x38 : 0x30;
  const last = header === 0 ? 5 : header === 1 ? 1 : 0;
  const kept: BarSpec[] = [];
  /** The register whose upper half the next one is. */
  let upper = false;
  let narrowed = false;
  for (let index = 0; index <= last; index++) {
    const old = bars.find((bar) => bar.index === index);
    const word = 4 + index;
    const isWide = old?.kind === 'mem64';
    if (upper) {
      upper = false;
      continue;
    }
    if (!touched.has(word) && !(isWide && touched.has(word + 1)) && !narrowed) {
      if (old) kept.push(old);
      upper = isWide;
      continue;
    }
    const made = barAt(index, columns, old, last);
    narrowed = isWide && made.kind !== 'bar64';
    if (made.kind === 'wrong') note(say('problem.override-bar', { part: path, bar: `BAR${String(index)}` }));
    if (made.kind === 'bar' || made.kind === 'bar64') kept.push(made.bar);
    upper = made.kind === 'bar64';
  }
  const old = bars.find((bar) => bar.kind === 'rom');
  if (!touched.has(rom >> 2)) return old ? [...kept, old] : kept;
  const made = romAt(rom, columns, old);
  if (made === 'wrong') note(say('problem.override-bar', { part: path, bar: 'ROM' }));
  return typeof made === 'object' ? [...kept, made] : kept;
}

type Made = { readonly kind: 'none' | 'wrong' } | { readonly kind: 'bar' | 'bar64'; readonly bar: BarSpec };

/** The BAR that a register makes: its kind from the bits that it comes up with, its size from those that a write reaches. */
function barAt(index: number, columns: Columns, old: BarSpec | undefined, last: number): Made {
  const { reset, write } = columns;
  const word = 4 + index;
  const type = reset[word] ?? 0;
  const isIo = (type & 1) !== 0;
  const isWide = !isIo && (type & 6) === 4;
  const low = (write[word] ?? 0) & (isIo ? ~3 : ~15);
  const high = isWide ? (write[word + 1] ?? 0) : -1;
  if (low === 0 && (high === 0 || !isWide)) return { kind: 'none' };
  if (isWide && index >= last) return { kind: 'wrong' };
  const bytes = sizeOf(isIo ? low | 0xffff_0000 : low, high);
  if (bytes === undefined || bytes > (isIo ? 0x1_0000 : most)) return { kind: 'wrong' };
  const kind: BarKind = isIo ? 'io' : isWide ? 'mem64' : 'mem32';
  own(columns, word);
  if (isWide) own(columns, word + 1);
  const prefetchable = !isIo && (type & 8) !== 0;
  const bar = { ...cut(old, bytes), index, kind, bytes, prefetchable, at: word * 4 };
  return { kind: isWide ? 'bar64' : 'bar', bar };
}

function romAt(at: number, columns: Columns, old: BarSpec | undefined): BarSpec | 'none' | 'wrong' {
  const low = (columns.write[at >> 2] ?? 0) & ~0x7ff;
  if (low === 0) return 'none';
  const bytes = sizeOf(low, -1);
  if (bytes === undefined) return 'wrong';
  own(columns, at >> 2);
  return { ...cut(old, bytes), index: 6, kind: 'rom', bytes, prefetchable: false, at };
}

/** What lies behind a BAR, as far as it reaches now. */
function cut(old: BarSpec | undefined, bytes: number): Pick<BarSpec, 'stretches' | 'modelled' | 'contents'> {
  const stretches = (old?.stretches ?? [])
    .filter(({ from }) => from < bytes)
    .map((stretch) => ({ ...stretch, bytes: Math.min(stretch.bytes, bytes - stretch.from) }));
  const contents = old?.contents === undefined ? {} : { contents: old.contents };
  return { stretches, modelled: old?.modelled ?? false, ...contents };
}

/** A register of a BAR: writes to it map and unmap, and a reset returns it. */
function own({ effect, resets, write }: Columns, word: number): void {
  effect[word] = (effect[word] ?? 0) | Effect.decode;
  resets[word] = write[word] ?? 0;
}

/** The size that a mask decodes: all bits from one of them up, or undefined. */
export function sizeOf(low: number, high: number): number | undefined {
  const least = (word: number): number => (word & -word) >>> 0;
  if (low !== 0) {
    const bytes = least(low);
    return ((low + bytes) | 0) === 0 && high === -1 ? bytes : undefined;
  }
  return ((high + least(high)) | 0) === 0 ? least(high) * 0x1_0000_0000 : undefined;
}
