/**
 * Pan and zoom of a scrolled drawing: Ctrl+wheel and pinch zoom around the pointer, dragging the paper pans. d3-zoom keeps the
 * arithmetic; the scale goes to a CSS transform, the position to the scrollbars, so that plain scrolling keeps working.
 */
import { select, zoom, zoomIdentity, type D3ZoomEvent } from 'd3';

export interface Attached {
  /** Zooms by a factor around the middle. */
  by(factor: number): void;
  to(scale: number): void;
  detach(): void;
}

const extent: [number, number] = [0.25, 2.5];

/** `onZoom` hears the scale and where the paper should be scrolled to once it has that size. */
export function attachZoom(
  element: HTMLDivElement,
  onZoom: (scale: number, x: number, y: number) => void,
): Attached {
  const behaviour = zoom<HTMLDivElement, unknown>()
    .scaleExtent(extent)
    .filter((event: Event) => {
      if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
      if (typeof TouchEvent !== 'undefined' && event instanceof TouchEvent) return event.touches.length > 1;
      const onCard = event.target instanceof Element && event.target.closest('[data-fn], button') !== null;
      return event instanceof MouseEvent && event.type === 'mousedown' && event.button === 0 && !onCard;
    })
    .on('zoom', (event: D3ZoomEvent<HTMLDivElement, unknown>) => {
      const { k, x, y } = event.transform;
      onZoom(k, -x, -y);
    });
  const selection = select(element);
  selection.call(behaviour).on('dblclick.zoom', null);
  // scrolling moves the paper without d3: tell it before every gesture
  const sync = (): void => {
    const now = zoomIdentity.translate(-element.scrollLeft, -element.scrollTop).scale(zoomOf(element));
    Object.assign(element, { __zoom: now });
  };
  element.addEventListener('scroll', sync, { passive: true });
  return {
    by: (factor) => selection.call(behaviour.scaleBy, factor),
    to: (scale) => selection.call(behaviour.transform, zoomIdentity.scale(scale)),
    detach: () => {
      element.removeEventListener('scroll', sync);
      selection.on('.zoom', null);
    },
  };
}

function zoomOf(element: HTMLDivElement): number {
  const held: unknown = Reflect.get(element, '__zoom');
  return held instanceof Object && 'k' in held && typeof held.k === 'number' ? held.k : 1;
}
