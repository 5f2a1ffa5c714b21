/** The machine as a picture, and who is not in it, anew whenever its words change. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Machine } from '../../engine/machine.ts';
import { restedStore } from '../../store/rested.ts';
import { pictureOf, type Picture } from './picture.ts';

/** Of these functions; give the same list as long as they are the same. */
export function usePicture(fns: readonly number[]): Picture {
  const machine = useStore(restedStore, (s) => s.machine);
  const kinds = useStore(restedStore, (s) => s.kinds);
  const generation = useStore(restedStore, (s) => s.generation);
  return useMemo(() => {
    void generation; // the machine is mutable: this counts its changes
    return pictureOf(machine, kinds, fns);
  }, [machine, kinds, generation, fns]);
}

/** The last answer: several views ask at every change, and there may be 65,536 to look at. */
let last: { machine: Machine; generation: number; absent: ReadonlySet<number> } | undefined;

function absentIn(machine: Machine, generation: number): ReadonlySet<number> {
  if (last?.machine === machine && last.generation === generation) return last.absent;
  const found: number[] = [];
  for (let fn = 0; fn < machine.board.parts.length; fn++) if (!machine.isPresent(fn)) found.push(fn);
  const before = last?.machine === machine ? last.absent : undefined;
  const isSame = before?.size === found.length && found.every((fn) => before.has(fn));
  last = { machine, generation, absent: isSame ? before : new Set(found) };
  return last.absent;
}

/** Functions that are not plugged in now; the same set as long as nobody comes or goes. */
export const useAbsent = (): ReadonlySet<number> =>
  useStore(restedStore, ({ machine, generation }) => absentIn(machine, generation));
