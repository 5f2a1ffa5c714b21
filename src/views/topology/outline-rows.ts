/** The bus as lines of an outline: who hangs under whom, how deep, which of how many. */
import type { Board, Part } from '../../engine/board.ts';

export interface OutlineRow {
  readonly fn: number;
  /** From 1, as aria-level counts. */
  readonly level: number;
  readonly position: number;
  readonly of: number;
  /** Functions directly on the bus behind it; undefined for what has none. */
  readonly children: number | undefined;
  /** Nearest bridge above; -1 on the root bus. */
  readonly parent: number;
}

/** Every line that is open, of what is plugged in, by rising device number, bridges followed by what is behind them. */
export function outlineRows(
  board: Board,
  closed: ReadonlySet<number>,
  absent: ReadonlySet<number> = new Set(),
): readonly OutlineRow[] {
  const onWire = board.wires.map((): { fn: number; part: Part }[] => []);
  board.parts.forEach((part, fn) => {
    if (!absent.has(fn)) onWire[part.wire]?.push({ fn, part });
  });
  for (const here of onWire) here.sort((a, b) => a.part.devfn - b.part.devfn);
  const rows: OutlineRow[] = [];
  const walk = (wire: number, level: number, parent: number): void => {
    const here = onWire[wire] ?? [];
    here.forEach(({ fn, part }, i) => {
      const children = part.below === undefined ? undefined : (onWire[part.below]?.length ?? 0);
      rows.push({ fn, level, position: i + 1, of: here.length, children, parent });
      if (part.below !== undefined && !closed.has(fn)) walk(part.below, level + 1, fn);
    });
  };
  walk(0, 1, -1);
  return rows;
}

/** So many functions are listed from the start; of a larger board the root bus is. */
const enough = 1000;

/** What is closed before a person has opened anything. */
export const closedAtFirst = ({ parts }: Board): ReadonlySet<number> =>
  new Set(parts.length <= enough ? [] : parts.flatMap(({ below }, fn) => (below === undefined ? [] : [fn])));
