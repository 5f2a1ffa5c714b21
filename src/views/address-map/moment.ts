/** What happens on the map at one beat of one row: a pure function of both. */
import type { Explanation } from '../../engine/explain.ts';
import type { Machine } from '../../engine/machine.ts';
import { Op } from '../../engine/trace.ts';
import type { Beat } from '../../session/beats.ts';
import { windowsTold } from '../../session/write-beats.ts';
import type { BarSpec } from '../../engine/shape.ts';
import type { Window } from '../../engine/windows.ts';
import { above, barKey, windowKey, type Space } from './items.ts';

/** `in`: begins or moves; `out`: ceases to decode; `outline`: programmed only. */
export type Motion = 'in' | 'out' | 'outline';

/** A BAR that gets its address at this very beat. */
export interface Landing {
  readonly key: string;
  readonly fn: number;
  readonly bar: BarSpec;
  /** Programmed only: it lands as an outline. */
  readonly isOutline: boolean;
  /** How far above a multiple of its size the address was that was tried, as a part of the size; 0: on it. */
  readonly off: number;
}

/** What a window was before a beat. */
export interface Stretch {
  readonly key: string;
  readonly from: Window;
  readonly to: Window;
}

export interface Moment {
  /** BARs that the words already map but whose beat is yet to come. */
  readonly pending: ReadonlySet<string>;
  /** What has moved in this row, up to this beat. */
  readonly moved: ReadonlyMap<string, Motion>;
  /** Of those, what comes at this very beat. */
  readonly landings: readonly Landing[];
  /** Windows as they still are, whose beat is yet to come. */
  readonly held: ReadonlyMap<string, Window>;
  /** Windows that this row has set, up to this beat; and which of them at this very beat. */
  readonly told: ReadonlySet<string>;
  readonly stretches: readonly Stretch[];
  /** Bridges whose windows are passed by what is being mapped at this beat, the nearest first. */
  readonly glow: ReadonlySet<number>;
  /** Where the CPU's access goes, and in which space. */
  readonly access: { readonly space: Space; readonly address: number } | undefined;
}

const nothing: Moment = {
  pending: new Set(),
  moved: new Map(),
  landings: [],
  held: new Map(),
  told: new Set(),
  stretches: [],
  glow: new Set(),
  access: undefined,
};

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
  const landings: Landing[] = [];
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
    if (at !== beat || kind !== 'map') return;
    for (const bridge of above(m, row.fn)) glow.add(bridge);
    landings.push({ key, fn: row.fn, bar, isOutline: false, off: offOf(explanation, bar) });
  });
  const outlined = beats.findIndex((b) => b.kind === 'outline') + 1;
  const bar = effect && m.shape(row.fn).bars.find((b) => b.at >> 2 === effect.word);
  if (outlined > 0 && outlined <= beat && bar) {
    const key = barKey(row.fn, bar);
    done.set(key, 'outline');
    if (outlined === beat)
      landings.push({ key, fn: row.fn, bar, isOutline: true, off: offOf(explanation, bar) });
  }
  const windows = windowMoments(explanation, beats, beat);
  return { pending, moved: done, landings, ...windows, glow, access: accessOf(explanation) };
}

/** The k-th window beat tells the k-th window. */
function windowMoments(
  e: Explanation,
  beats: readonly Beat[],
  beat: number,
): Pick<Moment, 'held' | 'told' | 'stretches'> {
  const held = new Map<string, Window>();
  const told = new Set<string>();
  const stretches: Stretch[] = [];
  const windows = windowsTold(e);
  beats
    .flatMap((b, i) => (b.kind === 'window' ? [i + 1] : []))
    .forEach((at, k) => {
      const window = windows[k];
      if (!window) return;
      const key = windowKey(e.row.fn, window.to.kind);
      if (at > beat) held.set(key, window.from);
      else told.add(key);
      if (at === beat) stretches.push({ key, ...window });
    });
  return { held, told, stretches };
}

/** Address bits below the BAR's size that were written and not taken. Who asks for the size, or writes Command, tried no address. */
function offOf({ effect }: Explanation, bar: BarSpec): number {
  if (!effect || effect.word !== bar.at >> 2) return 0;
  const flags = bar.kind === 'io' ? 3 : bar.kind === 'rom' ? 0x7ff : 15;
  return (((effect.tried & ~flags) >>> 0) % bar.bytes) / bar.bytes;
}

function accessOf({ row }: Explanation): Moment['access'] {
  const { op, address } = row;
  if (op === Op.io || op === Op.latch || op === Op.config) return { space: 'io', address };
  return op === Op.memory || op === Op.ecam ? { space: 'memory', address } : undefined;
}
