/** Pointer and keys of the strip: click seeks, drag scrubs, wheel and pinch zoom, arrows step. */
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import { chapterFrom } from '../../store/chapters.ts';
import * as session from '../../store/session-store.ts';
import { zoomBy, zoomTo, zoomToPhase } from '../../store/timeline-store.ts';
import { panned, type View } from '../../store/timeline-view.ts';
import { cursorAt, zoomed } from './layout.ts';

const { getState: now } = session.sessionStore;

/** Seeks at most once a frame, to the last place asked for. */
function useScrub() {
  const frame = useRef(0);
  const target = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return (cursor: number): void => {
    target.current = cursor;
    if (frame.current !== 0) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      if (target.current !== now().cursor || now().beat < now().beats.length) session.seek(target.current);
    });
  };
}

/** Where the pointer is, in the strip's own pixels. */
export interface Pointed {
  readonly x: number;
  readonly y: number;
}

export function useStrip(cursor: number, head: number, view: View, width: number) {
  const [pointed, setPointed] = useState<Pointed | undefined>(undefined);
  const scrub = useScrub();
  const element = useRef<HTMLDivElement>(null);
  const fingers = useRef(new Map<number, number>());

  const placeIn = (event: { clientX: number; clientY: number }): Pointed => {
    const box = element.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  const xIn = (clientX: number): number => placeIn({ clientX, clientY: 0 }).x;

  // React's wheel listeners are passive: this one must keep the page from zooming or scrolling
  const wheel = useRef<(event: WheelEvent) => void>(() => undefined);
  useEffect(() => {
    wheel.current = (event) => {
      event.preventDefault();
      const rows = view.to - view.from;
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        zoomTo(panned(view, ((event.deltaX || event.deltaY) / width) * rows, head));
      } else {
        const unit = event.deltaMode === 1 ? 20 : 1;
        const factor = 2 ** ((-event.deltaY * unit) / (event.ctrlKey ? 60 : 240));
        zoomTo(zoomed(view, factor, xIn(event.clientX), width, head));
      }
    };
  });
  useEffect(() => {
    const strip = element.current;
    const listen = (event: WheelEvent): void => wheel.current(event);
    strip?.addEventListener('wheel', listen, { passive: false });
    return () => strip?.removeEventListener('wheel', listen);
  }, []);

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    fingers.current.set(event.pointerId, event.clientX);
    if (fingers.current.size === 1) scrub(cursorAt(xIn(event.clientX), view, width, head));
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const at = fingers.current.get(event.pointerId);
    if (at === undefined) {
      if (event.pointerType !== 'touch') setPointed(placeIn(event));
      return;
    }
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    if (other !== undefined) {
      const factor = (Math.abs(event.clientX - other) + 8) / (Math.abs(at - other) + 8);
      zoomTo(zoomed(view, factor, xIn((event.clientX + other) / 2), width, head));
    } else {
      setPointed(event.pointerType === 'touch' ? undefined : placeIn(event));
      scrub(cursorAt(xIn(event.clientX), view, width, head));
    }
    fingers.current.set(event.pointerId, event.clientX);
  };
  const onPointerUp = (event: PointerEvent): void => void fingers.current.delete(event.pointerId);
  const onPointerLeave = (): void => setPointed(undefined);

  /** Into the phase under the pointer, and out again. */
  const onDoubleClick = (event: MouseEvent): void =>
    zoomToPhase(cursorAt(xIn(event.clientX), view, width, head));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chapter = (by: 1 | -1) => () => session.seek(chapterFrom(now().chapters, cursor, by, head));
    const closer = (): void => zoomBy(2);
    const keys: Readonly<Record<string, () => void>> = {
      ArrowRight: () => session.step(1),
      ArrowUp: () => session.step(1),
      ArrowLeft: () => session.step(-1),
      ArrowDown: () => session.step(-1),
      PageDown: chapter(1),
      PageUp: chapter(-1),
      Home: () => session.seek(0),
      End: () => session.seek(head),
      '+': closer,
      '=': closer,
      '-': () => zoomBy(0.5),
      '0': () => zoomTo(undefined),
    };
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return {
    pointed,
    element,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: onPointerUp,
      onPointerLeave,
      onDoubleClick,
      onKeyDown,
    },
  };
}
