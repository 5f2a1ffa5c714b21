/** The machine as a picture, anew whenever its words change. */
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
