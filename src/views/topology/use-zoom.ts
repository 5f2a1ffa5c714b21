/** Zoom of the bus map as React sees it: a scale. What listens to the pointer loads when one comes near. */
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
  const attach = useRef<() => Promise<Attached | undefined>>(undefined);
  const goal = useRef<{ x: number; y: number }>(undefined);

  useEffect(() => {
    const element = viewport.current;
    if (!element) return undefined;
    let isGone = false;
    const load = async (): Promise<Attached | undefined> => {
      const { attachZoom } = await import('./zoom-behaviour.ts');
      if (isGone) return undefined;
      return attachZoom(element, (next, x, y) => {
        goal.current = { x, y };
        setScale(next);
        element.scrollTo(x, y);
      });
    };
    let loading: Promise<Attached | undefined> | undefined;
    const once = (): Promise<Attached | undefined> => (loading ??= load());
    const near = (): void => void once();
    attach.current = once;
    element.addEventListener('pointerenter', near, { once: true });
    return () => {
      isGone = true;
      attach.current = undefined;
      element.removeEventListener('pointerenter', near);
      void loading?.then((attached) => attached?.detach());
    };
  }, [viewport]);

  // the paper has its new size only now
  useEffect(() => {
    const at = goal.current;
    goal.current = undefined;
    if (at) viewport.current?.scrollTo(at.x, at.y);
  }, [scale, viewport]);

  const use = useCallback(async (act: (attached: Attached) => void) => {
    const attached = await attach.current?.();
    if (attached) act(attached);
  }, []);
  const by = useCallback((factor: number) => void use((it) => it.by(factor)), [use]);
  const to = useCallback((next: number) => void use((it) => it.to(next)), [use]);
  return { scale, by, to };
}
