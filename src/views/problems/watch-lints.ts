/** The lints of the present moment, found a moment after it: the page is painted first, and playing is not slowed down. */
import { useEffect, useState } from 'react';
import type { Lint } from '../../session/lints/lint.ts';
import { restedListStore } from '../../store/rested.ts';
import { sessionStore } from '../../store/session-store.ts';
import { inTurns } from '../../store/turns.ts';

const delayMs = 200;

export function useLints(): readonly Lint[] {
  const [lints, setLints] = useState<readonly Lint[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const look = async (): Promise<void> => {
      const { findLints, lintsOfRow } = await import('../../session/lints/index.ts');
      timer = undefined;
      const { status, progress, machine, explanation, generation } = sessionStore.getState();
      if (progress !== undefined) return; // a long run is looked at when it ends
      if (status !== 'ready') return setLints([]);
      const isWanted = (): boolean => !isGone && sessionStore.getState().generation === generation;
      inTurns(findLints(machine), isWanted, (found) =>
        setLints([...found, ...(explanation ? lintsOfRow(machine, explanation) : [])]),
      );
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
      isGone = true;
      stop();
      clearTimeout(timer);
    };
  }, []);
  return lints;
}
