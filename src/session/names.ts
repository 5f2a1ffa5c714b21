/** What things are called, in the field's words: functions by BDF, bytes by register, addresses by who holds them. */
import { bdfOf } from '../engine/explain.ts';
import type { Machine } from '../engine/machine.ts';
import type { BarSpec } from '../engine/shape.ts';
import { formatBdf } from '../pci/bdf.ts';

/** "00:03.0". */
export const bdfText = (bdf: number): string => formatBdf(bdf);

/** A function by where software finds it now, or by its name on the board while no bus number leads there. */
export function functionText(m: Machine, fn: number): string {
  const bdf = bdfOf(m, fn);
  return bdf >= 0 ? bdfText(bdf) : (m.board.parts[fn]?.path ?? '');
}

export const barText = (bar: BarSpec): string => (bar.index === 6 ? 'ROM BAR' : `BAR${String(bar.index)}`);
