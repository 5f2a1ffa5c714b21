/** What an entry's rows came to, for the console: each read's value, and whose it is. */
import type { Machine } from '../engine/machine.ts';
import { Op, Outcome, targetOffset, type Row } from '../engine/trace.ts';
import { valueText } from './beats.ts';
import { functionText } from './names.ts';
import { registerText } from './register-text.ts';

export interface Answer {
  readonly row: number;
  readonly value: string;
  /** "00:03.0"; empty when nobody or the chipset answered. */
  readonly who: string;
  /** "BAR0"; empty when no register did. */
  readonly register: string;
  readonly absent: boolean;
}

/** Answers of the reads among rows `first` to `end - 1`; a read that only precedes a masked write is left out. */
export function answersOf(m: Machine, first: number, end: number): Answer[] {
  const answers: Answer[] = [];
  for (let i = first; i < Math.min(end, first + 64); i++) {
    const row = m.trace.row(i);
    const next = i + 1 < end ? m.trace.row(i + 1) : undefined;
    const preparesWrite =
      next?.write === true && next.op === Op.config && row.op === Op.config && next.target === row.target;
    if (row.write || row.op >= Op.dma || preparesWrite) continue;
    answers.push({
      row: i,
      value: valueText(row),
      who: row.fn < 0 ? '' : functionText(m, row.fn),
      register: registerOf(m, row),
      absent: row.outcome === Outcome.unclaimed,
    });
  }
  return answers;
}

function registerOf(m: Machine, row: Row): string {
  const isConfig = row.op === Op.config || row.op === Op.ecam;
  return row.fn >= 0 && isConfig ? registerText(m, row.fn, targetOffset(row.target), row.bytes) : '';
}
