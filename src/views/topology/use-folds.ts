/** What of a large board is drawn: what a person has unfolded, and what must be seen. Small boards are drawn whole. */
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useStore } from 'zustand';
import { restedStore } from '../../store/rested.ts';
import { uiStore } from '../../store/ui-store.ts';
import { censusOf, foldedPlan, isLarge, type Unfolded } from './fold.ts';
import type { Box, Layout } from './layout.ts';
import type { Folded, Plan } from './plan.ts';

export interface Folds {
  readonly plan: Plan;
  readonly unfolded: Unfolded;
  /** Whether anything of this board is folded. */
  readonly large: boolean;
  readonly set: (what: Folded['what'], wire: number, open: boolean) => void;
}

const asDrawn: Unfolded = { open: new Set(), whole: new Set() };

export function useFolds(whole: Plan): Folds {
  const board = useStore(restedStore, (s) => s.machine.board);
  const kinds = useStore(restedStore, (s) => s.kinds);
  const census = useMemo(() => censusOf(whole, kinds), [whole, kinds]);
  const large = isLarge(census);
  const [held, hold] = useState({ board, unfolded: asDrawn });
  const unfolded = held.board === board ? held.unfolded : asDrawn;
  const set = useCallback(
    (what: Folded['what'], wire: number, open: boolean): void => {
      hold((before) => {
        const was = before.board === board ? before.unfolded : asDrawn;
        const part = what === 'behind' ? 'open' : 'whole';
        const next = new Set(was[part]);
        if (open) next.add(wire);
        else next.delete(wire);
        return { board, unfolded: { ...was, [part]: next } };
      });
    },
    [board],
  );
  // as text: the same as long as nothing else must be seen
  const selected = useStore(uiStore, (s) => (large ? s.selection.fn : undefined));
  const seen = useStore(restedStore, ({ explanation: e }) =>
    large && e ? `${String(e.row.fn)} ${e.wires.join(' ')}` : '',
  );
  const plan = useMemo(() => {
    const [fn = -1, ...wires] = seen === '' ? [] : seen.split(' ').map(Number);
    const fns = [fn, selected ?? -1].filter((n) => n >= 0);
    return foldedPlan(whole, census, board, unfolded, { fns, wires });
  }, [whole, census, board, unfolded, seen, selected]);
  return { plan, unfolded, large, set };
}

/** From here on zooming in unfolds the card in the middle; down to there zooming out folds it again. */
const near = 1.25;
const far = 0.6;

/** Zooming unfolds and folds; gives what Enter does. */
export function useUnfolding(
  viewport: RefObject<HTMLDivElement | null>,
  scale: number,
  place: Layout,
  { large, unfolded, set }: Folds,
): (fn: number | undefined) => boolean {
  const before = useRef(scale);
  const byZoom = useRef<Folded[]>([]);
  useEffect(() => {
    const was = before.current;
    before.current = scale;
    const element = viewport.current;
    if (!element || !large || scale === was) return;
    if (scale < was) {
      if (scale > far) return;
      for (const { what, wire } of byZoom.current) set(what, wire, false);
      byZoom.current = [];
    } else if (scale >= near) {
      const x = (element.scrollLeft + element.clientWidth / 2) / scale;
      const y = (element.scrollTop + element.clientHeight / 2) / scale;
      const holds = ({ box }: { box: Box }): boolean =>
        x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h;
      const folded = [...place.cards.values(), ...place.rests].find((p) => p.folded && holds(p))?.folded;
      if (!folded) return;
      byZoom.current.push(folded);
      set(folded.what, folded.wire, true);
    }
  }, [scale, place, large, set, viewport]);
  return (fn) => {
    const card = place.cards.get(fn ?? -1);
    if (!large || !card) return false;
    const wire = card.folded?.wire ?? card.below;
    if (wire < 0) return false;
    set('behind', wire, !unfolded.open.has(wire));
    return true;
  };
}
