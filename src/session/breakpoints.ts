/** Where a running program is to stop: at a sentence, at an access to something, where nobody answers. */
import { lanes } from '../base/bits.ts';
import type { Machine } from '../engine/machine.ts';
import { Op, Outcome, targetBdf, targetOffset, type Row } from '../engine/trace.ts';
import type { Message, MessageId } from '../base/problem.ts';

export type Breakpoint =
  /** Before a sentence with this id is carried out. */
  | { readonly on: 'sentence'; readonly id: MessageId }
  /** Before this line of a person's own script. */
  | { readonly on: 'line'; readonly line: number }
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

type Registers = Extract<Breakpoint, { readonly on: 'register' }>;

const isConfig = (row: Row): boolean => row.op === Op.config || row.op === Op.ecam;

/** Did row `row` change these bytes of the function that answers at `bdf`? */
function changes(m: Machine, { bdf, from, to }: Registers, row: number): boolean {
  const base = m.base[m.find(bdf)];
  if (base === undefined) return false;
  const { trace, image } = m;
  for (let i = trace.tape[row - 1] ?? 0; i < (trace.tape[row] ?? 0); i++) {
    const at = ((image.tape.at[i] ?? 0) - base) * 4;
    if (at + 3 < from || at > to) continue;
    const first = Math.max(from - at, 0);
    const taken = lanes(first, Math.min(to - at, 3) - first + 1);
    if (((image.tape.old[i] ?? 0) ^ (image.tape.now[i] ?? 0)) & taken) return true;
  }
  return false;
}

function meets(m: Machine, point: Breakpoint, row: Row): boolean {
  const last = row.bytes - 1;
  switch (point.on) {
    case 'sentence':
    case 'line':
      return false;
    case 'register': {
      if (point.when === 'change') return changes(m, point, row.row);
      if (!isConfig(row) || targetBdf(row.target) !== point.bdf) return false;
      if (point.when === 'write' && !row.write) return false;
      const at = targetOffset(row.target);
      return at <= point.to && at + last >= point.from;
    }
    case 'address': {
      const io = row.op === Op.io || row.op === Op.latch || row.op === Op.config;
      const memory = row.op === Op.memory || row.op === Op.ecam;
      if (point.space === 'io' ? !io : !memory) return false;
      return row.address <= point.to && row.address + last >= point.from;
    }
    case 'abort':
      return row.outcome === Outcome.unclaimed;
  }
}

/** The first row from `from` on that meets a breakpoint, or -1. */
export function firstHit(m: Machine, points: readonly Breakpoint[], from: number): number {
  const { trace } = m;
  const watching = points.filter((point) => point.on !== 'sentence' && point.on !== 'line');
  if (watching.length === 0) return -1;
  for (let i = from; i < trace.length; i++) {
    const row = trace.row(i);
    if (watching.some((point) => meets(m, point, row))) return i;
  }
  return -1;
}

/** Whether one is set before what says this. */
export const stopsAt = (points: readonly Breakpoint[], say: Message): boolean =>
  points.some(
    (point) =>
      (point.on === 'sentence' && point.id === say.id) ||
      (point.on === 'line' && say.id === 'script.line' && say.with.line === point.line),
  );
