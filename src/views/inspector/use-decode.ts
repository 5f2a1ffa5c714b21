/** When the byte under the pointer, or with the focus of the keyboard, is explained beside the grid. */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

const openAfter = 350;
const closeAfter = 160;

export interface DecodeAt {
  readonly cell: HTMLElement;
  readonly offset: number;
}

export interface Decoding {
  readonly at: DecodeAt | undefined;
  /** The pointer has come into the box. */
  readonly stay: () => void;
  readonly leave: () => void;
}

const cellAt = (target: EventTarget | null): DecodeAt | undefined => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-offset]') : undefined;
  return cell ? { cell, offset: Number(cell.dataset['offset']) } : undefined;
};

/** `isOff`: something else is shown at the cell, or being typed into it. */
export function useDecode(tab: RefObject<HTMLElement | null>, isOff: boolean): Decoding {
  const [at, setAt] = useState<DecodeAt | undefined>(undefined);
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = at !== undefined && !isOff;
  });

  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const plan = useCallback((to: DecodeAt | undefined, after: number): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAt(to), after);
  }, []);

  useEffect(() => {
    const grid = tab.current?.querySelector<HTMLElement>('.hex');
    if (!grid) return undefined;
    /** Put away with Escape: it stays away until the focus comes anew, or the pointer. */
    let isDismissed = false;
    const stop = new AbortController();
    const on = <K extends keyof HTMLElementEventMap>(
      kind: K,
      heard: (event: HTMLElementEventMap[K]) => void,
      capture = false,
    ): void => grid.addEventListener(kind, heard, { signal: stop.signal, capture, passive: false });
    on('pointerover', (event) => {
      const cell = cellAt(event.target);
      if (event.pointerType === 'mouse' && cell) plan(cell, openAfter);
    });
    on('pointerleave', () => plan(undefined, closeAfter));
    on('pointerdown', () => plan(undefined, 0));
    on('focusin', (event) => {
      const cell = cellAt(event.target);
      if (cell === undefined || isDismissed || !cell.cell.matches(':focus-visible')) return;
      plan(cell, isOpen.current ? 0 : openAfter);
    });
    on('focusout', (event) => {
      if (event.relatedTarget instanceof Node && grid.contains(event.relatedTarget)) return;
      isDismissed = false;
      plan(undefined, closeAfter);
    });
    on('scroll', () => plan(undefined, 0));
    on(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || !isOpen.current) return;
        isDismissed = true;
        plan(undefined, 0);
        event.preventDefault();
        event.stopPropagation();
      },
      true,
    );
    return () => {
      stop.abort();
      plan(undefined, 0);
    };
  }, [tab, plan]);

  // a pointer that rests on the box may press Escape as well
  useEffect(() => {
    if (at === undefined) return undefined;
    const heard = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') plan(undefined, 0);
    };
    addEventListener('keydown', heard);
    return () => removeEventListener('keydown', heard);
  }, [at, plan]);

  return {
    at: isOff ? undefined : at,
    stay: () => plan(at, 0),
    leave: () => plan(undefined, closeAfter),
  };
}
