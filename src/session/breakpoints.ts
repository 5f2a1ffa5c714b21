/** Where a running program is to stop: at a sentence, at an access to something, where nobody answers. */
import type { Machine } from '../engine/machine.ts';
import { Op, Outcome, targetBdf, targetOffset, type Row } from '../engine/trace.ts';
import type { Message, MessageId } from '../base/problem.ts';

export type Breakpoint =
  /** Before a sentence with this id is carried out. */
  | { readonly on: 'sentence'; readonly id: MessageId }
  /** Before this line of a person's own script. */
  | { readonly on: 'line'; readonly line: number }
  /** After an access to these bytes of a function's configuration space. */
  | {
      readonly on: 'register';
      readonly bdf: number;
      readonly from: number;
      readonly to: number;
      readonly write?: true;
    }
  /** After an access to these ports or addresses. */
  | { readonly on: 'address'; readonly space: 'io' | 'memory'; readonly from: number; readonly to: number }
  /** After an access that nobody claims. */
  | { readonly on: 'abort' };

const isConfig = (row: Row): boolean => row.op === Op.config || row.op === Op.ecam;

function meets(point: Breakpoint, row: Row): boolean {
  const last = row.bytes - 1;
  switch (point.on) {
    case 'sentence':
    case 'line':
      return false;
    case 'register': {
      if (!isConfig(row) || targetBdf(row.target) !== point.bdf) return false;
      if (point.write && !row.write) return false;
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
export function firstHit({ trace }: Machine, points: readonly Breakpoint[], from: number): number {
  const watching = points.filter((point) => point.on !== 'sentence' && point.on !== 'line');
  if (watching.length === 0) return -1;
  for (let i = from; i < trace.length; i++) {
    const row = trace.row(i);
    if (watching.some((point) => meets(point, row))) return i;
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
