/**
 * Pan and zoom of a scrolled drawing: Ctrl+wheel and pinch zoom around the pointer, dragging the paper pans. d3-zoom keeps the
 * arithmetic; the scale goes to a CSS transform, the position to the scrollbars, so that plain scrolling keeps working.
 */
import { select, zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior } from 'd3';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

const extent: [number, number] = [0.25, 2.5];

export interface Zoom {
  readonly scale: number;
  /** Zooms by a factor around the middle. */
  readonly by: (factor: number) => void;
  readonly to: (scale: number) => void;
}

export function useZoom(viewport: RefObject<HTMLDivElement | null>): Zoom {
  const [scale, setScale] = useState(1);
  const behaviour = useRef<ZoomBehavior<HTMLDivElement, unknown>>(undefined);
  const goal = useRef<{ x: number; y: number }>(undefined);

  useEffect(() => {
    const element = viewport.current;
    if (!element) return undefined;
    const made = zoom<HTMLDivElement, unknown>()
      .scaleExtent(extent)
      .filter((event: Event) => {
        if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
        if (typeof TouchEvent !== 'undefined' && event instanceof TouchEvent) return event.touches.length > 1;
        const onCard = event.target instanceof Element && event.target.closest('[data-fn], button') !== null;
        return event instanceof MouseEvent && event.type === 'mousedown' && event.button === 0 && !onCard;
      })
      .on('zoom', (event: D3ZoomEvent<HTMLDivElement, unknown>) => {
        const { k, x, y } = event.transform;
        goal.current = { x: -x, y: -y };
        setScale(k);
        element.scrollTo(-x, -y);
      });
    behaviour.current = made;
    const selection = select(element);
    selection.call(made).on('dblclick.zoom', null);
    // scrolling moves the paper without d3: tell it before every gesture
    const sync = (): void => {
      const before = zoomOf(element);
      Object.assign(element, {
        __zoom: zoomIdentity.translate(-element.scrollLeft, -element.scrollTop).scale(before),
      });
    };
    element.addEventListener('scroll', sync, { passive: true });
    return () => {
      element.removeEventListener('scroll', sync);
      selection.on('.zoom', null);
    };
  }, [viewport]);

  // the paper has its new size only now
  useEffect(() => {
    const at = goal.current;
    goal.current = undefined;
    if (at) viewport.current?.scrollTo(at.x, at.y);
  }, [scale, viewport]);

  const by = useCallback(
    (factor: number) => {
      const element = viewport.current;
      if (element && behaviour.current) select(element).call(behaviour.current.scaleBy, factor);
    },
    [viewport],
  );
  const to = useCallback(
    (next: number) => {
      const element = viewport.current;
      if (element && behaviour.current)
        select(element).call(behaviour.current.transform, zoomIdentity.scale(next));
    },
    [viewport],
  );
  return { scale, by, to };
}

function zoomOf(element: HTMLDivElement): number {
  const held: unknown = Reflect.get(element, '__zoom');
  return held instanceof Object && 'k' in held && typeof held.k === 'number' ? held.k : 1;
}
