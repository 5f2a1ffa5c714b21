/** Where a running program is to stop: at a sentence, at an access to something, where nobody answers. */
import { lanes } from '../base/bits.ts';
import type { Machine } from '../engine/machine.ts';
import { Op, Outcome, targetBdf, targetOffset } from '../engine/trace.ts';
import type { Message, MessageId } from '../base/problem.ts';
import type { Sentences } from './sentences.ts';

export type Breakpoint =
  /** Before a sentence with this id is carried out. */
  | { readonly on: 'sentence'; readonly id: MessageId }
  /** Before this line of a person's own script. */
  | { readonly on: 'line'; readonly line: number }
  /** Before a sentence that is said no deeper than this. */
  | { readonly on: 'depth'; readonly most: number }
  /** After an access to these bytes of a function's configuration space; after what changed them, whoever it was. */
  | {
      readonly on: 'register';
      readonly bdf: number;
      readonly from: number;
      readonly to: number;
      readonly when?: 'write' | 'change';
    }
  /** After an access to these ports or addresses. */
  | { readonly on: 'address'; readonly space: 'io' | 'memory'; readonly from: number; readonly to: number }
  /** After an access that nobody claims. */
  | { readonly on: 'abort' };

type OnRows = Extract<Breakpoint, { readonly on: 'register' | 'address' | 'abort' }>;
type Registers = Extract<Breakpoint, { readonly on: 'register' }>;

/** Those that look at accesses. */
export const watching = (points: readonly Breakpoint[]): readonly OnRows[] =>
  points.flatMap((point) =>
    point.on === 'register' || point.on === 'address' || point.on === 'abort' ? [point] : [],
  );

/** Did row `row` change these bytes of the function that answers at `bdf`? */
function changes(m: Machine, { bdf, from, to }: Registers, row: number): boolean {
  const { trace, image } = m;
  const first = trace.tape[row - 1] ?? 0;
  const end = trace.tape[row] ?? 0;
  if (first === end) return false;
  const base = m.base[m.find(bdf)];
  if (base === undefined) return false;
  for (let i = first; i < end; i++) {
    const at = ((image.tape.at[i] ?? 0) - base) * 4;
    if (at + 3 < from || at > to) continue;
    const low = Math.max(from - at, 0);
    const taken = lanes(low, Math.min(to - at, 3) - low + 1);
    if (((image.tape.old[i] ?? 0) ^ (image.tape.now[i] ?? 0)) & taken) return true;
  }
  return false;
}

/** Straight from the columns: there may be millions of rows to ask. */
function meets(m: Machine, point: OnRows, row: number): boolean {
  const { trace } = m;
  const op = (trace.op[row] ?? 0) & 127;
  const last = (trace.bytes[row] ?? 0) - 1;
  switch (point.on) {
    case 'register': {
      if (point.when === 'change') return changes(m, point, row);
      if (op !== Op.config && op !== Op.ecam) return false;
      const target = trace.target[row] ?? 0;
      if (targetBdf(target) !== point.bdf) return false;
      if (point.when === 'write' && (trace.op[row] ?? 0) < 128) return false;
      const at = targetOffset(target);
      return at <= point.to && at + last >= point.from;
    }
    case 'address': {
      const isIo = op === Op.io || op === Op.latch || op === Op.config;
      const isMemory = op === Op.memory || op === Op.ecam;
      if (point.space === 'io' ? !isIo : !isMemory) return false;
      const address = trace.address[row] ?? 0;
      return address <= point.to && address + last >= point.from;
    }
    case 'abort':
      return trace.outcome[row] === Outcome.unclaimed;
  }
}

/** The first row from `from` on that meets a breakpoint, or -1. */
export function firstHit(m: Machine, points: readonly Breakpoint[], from: number): number {
  const watched = watching(points);
  if (watched.length === 0) return -1;
  const { length } = m.trace;
  for (let row = from; row < length; row++) {
    for (const point of watched) if (meets(m, point, row)) return row;
  }
  return -1;
}

/** Whether one is set before what says this, so deep in its routines. */
export const stopsAt = (points: readonly Breakpoint[], say: Message, depth: number): boolean =>
  points.some(
    (point) =>
      (point.on === 'sentence' && point.id === say.id) ||
      (point.on === 'line' && say.id === 'script.line' && say.with.line === point.line) ||
      (point.on === 'depth' && depth <= point.most),
  );

/** The first sentence from `from` on that one is set before, or -1. */
export function firstStop(sentences: Sentences, points: readonly Breakpoint[], from: number): number {
  const ids = new Set(points.flatMap((point) => (point.on === 'sentence' ? [point.id] : [])));
  const hasLines = points.some(({ on }) => on === 'line');
  const most = Math.max(-1, ...points.map((point) => (point.on === 'depth' ? point.most : -1)));
  if (ids.size === 0 && !hasLines && most < 0) return -1;
  for (let i = Math.max(0, from); i < sentences.length; i++) {
    if (sentences.depthOf(i) <= most) return i;
    const id = sentences.idOf(i);
    if (id === undefined) continue;
    if (ids.has(id)) return i;
    if (!hasLines || id !== 'script.line') continue;
    const sentence = sentences.at(i);
    if (sentence && stopsAt(points, sentence.say, sentence.depth)) return i;
  }
  return -1;
}
