/** Pointer and keys of the strip: click seeks, drag scrubs, wheel and pinch zoom, arrows step. */
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
} from 'react';
import { chapterFrom } from '../../store/chapters.ts';
import * as session from '../../store/session-store.ts';
import { bandAt, bandsOf, cursorAt, keeping, panned, whole, zoomed, type View } from './layout.ts';

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

/** Rows in view: all of them until someone zooms in. */
function useView(cursor: number, head: number) {
  const [zoom, setZoom] = useState<View | undefined>(undefined);
  const [seen, setSeen] = useState({ cursor, head });
  if (seen.cursor !== cursor || seen.head !== head) {
    setSeen({ cursor, head });
    if (zoom !== undefined) setZoom(keeping(zoom, cursor, head));
  }
  const view = useMemo(() => zoom ?? whole(head), [zoom, head]);
  const change = (next: View | undefined): void =>
    setZoom(next !== undefined && next.to - next.from >= Math.max(1, head) ? undefined : next);
  return { view, zoomed: zoom !== undefined, change };
}

export function useStrip(cursor: number, head: number, width: number) {
  const { view, zoomed: isZoomed, change } = useView(cursor, head);
  const [pointed, setPointed] = useState<number | undefined>(undefined);
  const scrub = useScrub();
  const element = useRef<HTMLDivElement>(null);
  const fingers = useRef(new Map<number, number>());

  const xIn = (event: { clientX: number }): number =>
    event.clientX - (element.current?.getBoundingClientRect().left ?? 0);

  // React's wheel listeners are passive: this one must keep the page from zooming or scrolling
  const wheel = useRef<(event: WheelEvent) => void>(() => undefined);
  useEffect(() => {
    wheel.current = (event) => {
      event.preventDefault();
      const rows = view.to - view.from;
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        change(panned(view, ((event.deltaX || event.deltaY) / width) * rows, head));
      } else {
        const unit = event.deltaMode === 1 ? 20 : 1;
        const factor = 2 ** ((-event.deltaY * unit) / (event.ctrlKey ? 60 : 240));
        change(zoomed(view, factor, xIn(event), width, head));
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
    if (fingers.current.size === 1) scrub(cursorAt(xIn(event), view, width, head));
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const at = fingers.current.get(event.pointerId);
    if (at === undefined) {
      if (event.pointerType !== 'touch') setPointed(xIn(event));
      return;
    }
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    if (other !== undefined) {
      const factor = (Math.abs(event.clientX - other) + 8) / (Math.abs(at - other) + 8);
      change(zoomed(view, factor, xIn({ clientX: (event.clientX + other) / 2 }), width, head));
    } else {
      setPointed(event.pointerType === 'touch' ? undefined : xIn(event));
      scrub(cursorAt(xIn(event), view, width, head));
    }
    fingers.current.set(event.pointerId, event.clientX);
  };
  const onPointerUp = (event: PointerEvent): void => void fingers.current.delete(event.pointerId);
  const onPointerLeave = (): void => setPointed(undefined);

  /** Out again, or into the phase under the pointer. */
  const onDoubleClick = (event: MouseEvent): void => {
    if (isZoomed) return change(undefined);
    const bands = bandsOf(now().chapters, head);
    const band = bands[bandAt(bands, cursorAt(xIn(event), view, width, head))];
    if (band && bands.length > 1) change({ from: band.first, to: Math.max(band.end, band.first + 1) });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chapter = (by: 1 | -1) => () => session.seek(chapterFrom(now().chapters, cursor, by, head));
    const keys: Readonly<Record<string, () => void>> = {
      ArrowRight: () => session.step(1),
      ArrowUp: () => session.step(1),
      ArrowLeft: () => session.step(-1),
      ArrowDown: () => session.step(-1),
      PageDown: chapter(1),
      PageUp: chapter(-1),
      Home: () => session.seek(0),
      End: () => session.seek(head),
    };
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return {
    view,
    isZoomed,
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
