/** The machine as a picture, and who is not in it, anew whenever its words change. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { sessionStore } from '../../store/session-store.ts';
import { pictureOf, type Picture } from './picture.ts';

export function usePicture(): Picture {
  const machine = useStore(sessionStore, (s) => s.machine);
  const kinds = useStore(sessionStore, (s) => s.kinds);
  const generation = useStore(sessionStore, (s) => s.generation);
  return useMemo(() => {
    void generation; // the machine is mutable: this counts its changes
    return pictureOf(machine, kinds);
  }, [machine, kinds, generation]);
}

/** Functions that are not plugged in now; the same set as long as nobody comes or goes. */
export function useAbsent(): ReadonlySet<number> {
  const key = useStore(sessionStore, ({ machine, generation }) => {
    void generation;
    return machine.board.parts.flatMap((_, fn) => (machine.isPresent(fn) ? [] : [fn])).join();
  });
  return useMemo(() => new Set(key === '' ? [] : key.split(',').map(Number)), [key]);
}
