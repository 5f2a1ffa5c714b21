/** On a phone a bridge's window can have the column to itself: a tap on its bracket goes in, a button comes back. No pinching. */
import { useMemo, useState, type MouseEvent } from 'react';
import type { Block, MapWindow } from './items.ts';
import type { MapModel } from './use-map.ts';

/** Where one panel shows at a time. */
const isNarrow = (): boolean => matchMedia('(max-width: 1039px)').matches;

export interface Region {
  /** The model with what lies in the region only. */
  readonly model: MapModel;
  /** The window that is gone into; it moves with its bridge. */
  readonly window: MapWindow | undefined;
  readonly onClick: (event: MouseEvent) => void;
  readonly leave: () => void;
}

export function useRegion(whole: MapModel): Region {
  const [key, setKey] = useState<string>();
  const { items } = whole;
  const window = items.windows.find((each) => each.key === key && each.to > each.from);
  const model = useMemo(() => {
    if (window === undefined) return whole;
    const isIn = ({ from, to }: Block | MapWindow): boolean => from >= window.from && to <= window.to;
    const blocks = items.blocks.filter(isIn);
    return { ...whole, items: { ...items, blocks, windows: items.windows.filter(isIn) } };
  }, [whole, items, window]);
  const onClick = ({ target }: MouseEvent): void => {
    if (!isNarrow() || !(target instanceof Element)) return;
    const tapped = target.closest<HTMLElement>('[data-key]')?.dataset['key'];
    if (items.windows.some((each) => each.key === tapped)) setKey(tapped);
  };
  return { model, window, onClick, leave: () => setKey(undefined) };
}
