/** The map of the machine at the cursor, and what is selected on it. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { BarSpec } from '../../engine/shape.ts';
import { restedMapStore } from '../../store/rested.ts';
import { sessionStore } from '../../store/session-store.ts';
import { select, uiStore, type Selection } from '../../store/ui-store.ts';
import { itemsOf, withWindows, type Block, type Items, type MapWindow, type Space } from './items.ts';
import { drawnOf, isDrawnWhole, type Drawn } from './limit.ts';
import { momentOf, type Moment } from './moment.ts';
import type { Machine } from '../../engine/machine.ts';

export interface MapModel {
  readonly machine: Machine;
  readonly items: Items;
  /** Not everything is drawn; undefined when it is. */
  readonly part: Drawn | undefined;
  readonly moment: Moment;
  readonly cursor: number;
  readonly beat: number;
  /** Changes with every change of the machine. */
  readonly generation: number;
}

export function useMap(space: Space): MapModel {
  const generation = useStore(restedMapStore, (s) => s.generation);
  const board = useStore(sessionStore, (s) => s.machine.board);
  const chosen = useStore(uiStore, (s) => (isDrawnWhole(board) ? undefined : s.selection.fn));
  return useMemo(() => {
    const { machine, explanation, beats, beat, cursor } = sessionStore.getState();
    const moment = momentOf(machine, explanation, beats, beat);
    const part = drawnOf(board, [explanation?.row.fn ?? -1, chosen ?? -1]);
    const all = itemsOf(machine, space, moment.pending, part?.fns);
    const items = withWindows(all, moment.held, moment.told);
    // a window that misses the block is not on its way
    const missed = items.blocks.flatMap((b) => (moment.moved.has(b.key) ? b.outside : []));
    const glow = new Set([...moment.glow].filter((bridge) => !missed.includes(bridge)));
    return { machine, items, part, moment: { ...moment, glow }, cursor, beat, generation };
  }, [generation, space, board, chosen]);
}

/** `exact`: its register is selected; `linked`: something else of its function is. */
export type Link = 'exact' | 'linked' | undefined;

const barBytes = (bar: BarSpec): number => (bar.kind === 'mem64' ? 8 : 4);

export function linkOf(at: Selection, fn: number, register: { at: number; bytes: number } | undefined): Link {
  if (fn < 0 || at.fn !== fn) return undefined;
  if (at.offset === undefined || register === undefined) return 'linked';
  const end = at.offset + (at.bytes ?? 1);
  return at.offset < register.at + register.bytes && end > register.at ? 'exact' : 'linked';
}

export const registerOf = (b: Block): { at: number; bytes: number } | undefined =>
  b.unsized ? { at: b.unsized.at, bytes: 4 } : b.bar && { at: b.bar.at, bytes: barBytes(b.bar) };

export const windowRegister = (w: MapWindow): { at: number; bytes: number } => ({
  at: w.at,
  bytes: w.kind === 'io' ? 2 : 4,
});

/** Where choosing a block leads: its function and the dword that maps it. */
export function selectionOf(fn: number, register: { at: number; bytes: number } | undefined): Selection {
  if (fn < 0) return {};
  return register ? { fn, offset: register.at, bytes: Math.min(4, register.bytes) } : { fn };
}

export function choose(selection: Selection): void {
  if (selection.fn !== undefined) select(selection);
}

export const useSelection = (): Selection => useStore(uiStore, (s) => s.selection);
export const useHover = (): Selection => useStore(uiStore, (s) => s.hover);
