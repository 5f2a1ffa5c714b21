/** The lints of the present moment, found a moment after it: the page is painted first, and playing is not slowed down. */
import { useEffect, useState } from 'react';
import type { Lint } from '../../session/lints/lint.ts';
import { restedListStore } from '../../store/rested.ts';
import { sessionStore } from '../../store/session-store.ts';

const delayMs = 200;

export function useLints(): readonly Lint[] {
  const [lints, setLints] = useState<readonly Lint[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const { lintsOf, lintsOfRow } = await import('../../session/lints/index.ts');
      timer = undefined;
      const { status, progress, machine, explanation } = sessionStore.getState();
      if (progress !== undefined) return; // a long run is looked at when it ends
      if (status !== 'ready') return setLints([]);
      setLints([...lintsOf(machine), ...(explanation ? lintsOfRow(machine, explanation) : [])]);
    };
    const soon = (): void => {
      timer ??= setTimeout(() => void look(), delayMs);
    };
    soon();
    const stop = restedListStore.subscribe((now, before) => {
      if (
        now.generation !== before.generation ||
        now.status !== before.status ||
        now.progress !== before.progress
      )
        soon();
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  return lints;
}
