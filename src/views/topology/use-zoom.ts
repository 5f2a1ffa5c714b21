/** Zoom of the bus map as React sees it: a scale. What listens to the pointer loads after the first paint. */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { Attached } from './zoom-behaviour.ts';

export interface Zoom {
  readonly scale: number;
  /** Zooms by a factor around the middle. */
  readonly by: (factor: number) => void;
  readonly to: (scale: number) => void;
}

export function useZoom(viewport: RefObject<HTMLDivElement | null>): Zoom {
  const [scale, setScale] = useState(1);
  const attached = useRef<Attached>(undefined);
  const goal = useRef<{ x: number; y: number }>(undefined);

  useEffect(() => {
    let gone = false;
    const attach = async (): Promise<void> => {
      const { attachZoom } = await import('./zoom-behaviour.ts');
      const element = viewport.current;
      if (gone || !element) return;
      attached.current = attachZoom(element, (next, x, y) => {
        goal.current = { x, y };
        setScale(next);
        element.scrollTo(x, y);
      });
    };
    void attach();
    return () => {
      gone = true;
      attached.current?.detach();
      attached.current = undefined;
    };
  }, [viewport]);

  // the paper has its new size only now
  useEffect(() => {
    const at = goal.current;
    goal.current = undefined;
    if (at) viewport.current?.scrollTo(at.x, at.y);
  }, [scale, viewport]);

  const by = useCallback((factor: number) => attached.current?.by(factor), []);
  const to = useCallback((next: number) => attached.current?.to(next), []);
  return { scale, by, to };
}
