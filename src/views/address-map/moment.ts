/** What happens on the map at one beat of one row: a pure function of both. */
import type { Explanation } from '../../engine/explain.ts';
import type { Machine } from '../../engine/machine.ts';
import { Op } from '../../engine/trace.ts';
import type { Beat } from '../../session/beats.ts';
import { above, barKey, type Space } from './items.ts';

/** `in`: begins or moves; `out`: ceases to decode; `outline`: programmed only. */
export type Motion = 'in' | 'out' | 'outline';

export interface Moment {
  /** BARs that the words already map but whose beat is yet to come. */
  readonly pending: ReadonlySet<string>;
  /** What has moved in this row, up to this beat. */
  readonly moved: ReadonlyMap<string, Motion>;
  /** Bridges whose windows are passed by what is being mapped at this beat. */
  readonly glow: ReadonlySet<number>;
  /** Where the CPU's access goes, and in which space. */
  readonly access: { readonly space: Space; readonly address: number } | undefined;
}

const nothing: Moment = { pending: new Set(), moved: new Map(), glow: new Set(), access: undefined };

/** `beat` counts from 1; the last one is the state after the row. */
export function momentOf(
  m: Machine,
  explanation: Explanation | undefined,
  beats: readonly Beat[],
  beat: number,
): Moment {
  if (explanation === undefined) return nothing;
  const { row, moved, effect } = explanation;
  const pending = new Set<string>();
  const done = new Map<string, Motion>();
  const glow = new Set<number>();
  // the k-th map or unmap beat tells the k-th BAR that moved
  const telling = beats.flatMap((b, i) =>
    b.kind === 'map' || b.kind === 'unmap' ? [{ at: i + 1, kind: b.kind }] : [],
  );
  telling.forEach(({ at, kind }, k) => {
    const bar = moved[k]?.bar;
    if (bar === undefined) return;
    const key = barKey(row.fn, bar);
    if (at > beat) {
      if (kind === 'map') pending.add(key);
      return;
    }
    done.set(key, kind === 'map' ? 'in' : 'out');
    if (at === beat && kind === 'map') for (const bridge of above(m, row.fn)) glow.add(bridge);
  });
  const outlined = beats.findIndex((b) => b.kind === 'outline') + 1;
  const bar = effect && m.shape(row.fn).bars.find((b) => b.at >> 2 === effect.word);
  if (outlined > 0 && outlined <= beat && bar) done.set(barKey(row.fn, bar), 'outline');
  return { pending, moved: done, glow, access: accessOf(explanation) };
}

function accessOf({ row }: Explanation): Moment['access'] {
  const { op, address } = row;
  if (op === Op.io || op === Op.latch || op === Op.config) return { space: 'io', address };
  return op === Op.memory || op === Op.ecam ? { space: 'memory', address } : undefined;
}
