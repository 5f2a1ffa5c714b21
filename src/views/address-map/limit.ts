/** Boards with so many BARs that a map of them all says nothing and takes seconds: whose are drawn. */
import type { Board } from '../../engine/board.ts';

/** So many BARs are drawn whatever they are. */
const enough = 2000;
/** Of a larger board, those of so many functions. */
const first = 100;

export interface Drawn {
  readonly fns: readonly number[];
  /** BARs that are drawn, and BARs on the board. */
  readonly shown: number;
  readonly count: number;
}

const counts = new WeakMap<Board, number>();

function barsOn(board: Board): number {
  const known = counts.get(board);
  if (known !== undefined) return known;
  const count = board.parts.reduce((n, { shape }) => n + shape.bars.length, 0);
  counts.set(board, count);
  return count;
}

export const isDrawnWhole = (board: Board): boolean => barsOn(board) <= enough;

/** Undefined for a board that is drawn whole; else the first functions and those in `kept`. */
export function drawnOf(board: Board, kept: Iterable<number>): Drawn | undefined {
  if (isDrawnWhole(board)) return undefined;
  const count = barsOn(board);
  const fns = new Set<number>();
  for (let fn = 0; fn < board.parts.length && fns.size < first; fn++)
    if ((board.parts[fn]?.shape.bars.length ?? 0) > 0) fns.add(fn);
  for (const fn of kept) if (fn >= 0) fns.add(fn);
  const list = [...fns].toSorted((a, b) => a - b);
  const shown = list.reduce((n, fn) => n + (board.parts[fn]?.shape.bars.length ?? 0), 0);
  return { fns: list, shown, count };
}
