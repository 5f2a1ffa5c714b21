/** What the inspector shows now: the chosen function or the one that the access is about, read and described. */
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Explanation } from '../../engine/explain.ts';
import { bdfOf } from '../../engine/explain.ts';
import type { Machine } from '../../engine/machine.ts';
import type { Description } from '../../pci/describe.ts';
import { targetOf, type Target } from '../../session/inspector-target.ts';
import type { Beat } from '../../session/beats.ts';
import { sessionStore } from '../../store/session-store.ts';
import { uiStore } from '../../store/ui-store.ts';
import type { Range } from './hex-layout.ts';
import { describer, dumpedBytes, spaceOf, type Space } from './space.ts';

/** A function on show. `machine` is mutable: everything else here was read from it for this generation. */
export interface Inspected {
  readonly machine: Machine;
  readonly fn: number;
  /** Where software finds it now, or -1. */
  readonly bdf: number;
  readonly cursor: number;
  readonly space: Space;
  readonly description: Description;
  /** The selected bytes: those chosen, else those of the access. */
  readonly range: Range | undefined;
  readonly explanation: Explanation | undefined;
  readonly beats: readonly Beat[];
  readonly beat: number;
}

export interface Shown {
  readonly target: Target;
  /** The person chose a function; it stays while the story goes on. */
  readonly pinned: boolean;
  readonly inspected: Inspected | undefined;
}

export function useShown(): Shown {
  const generation = useStore(sessionStore, (s) => s.generation);
  const selection = useStore(uiStore, (s) => s.selection);
  const [describing] = useState(describer);
  const { machine, cursor, explanation, beats, beat, scenario } = sessionStore.getState();

  const target = useMemo(
    () => targetOf(machine, cursor, explanation),
    // eslint-disable-next-line react/exhaustive-deps -- the machine is mutable; its generation says when
    [machine, cursor, explanation, generation],
  );
  const chosen =
    selection.fn !== undefined && selection.fn < machine.board.parts.length ? selection.fn : undefined;
  const fn = chosen ?? (target.kind === 'function' ? target.fn : undefined);

  const read = useMemo(() => {
    if (fn === undefined) return undefined;
    const dumped = dumpedBytes(scenario, machine.board.parts[fn]?.path ?? '');
    const space = spaceOf(machine, fn, cursor, dumped);
    return { fn, space, description: describing(space), bdf: bdfOf(machine, fn) };
    // eslint-disable-next-line react/exhaustive-deps -- as above
  }, [machine, fn, cursor, scenario, describing, generation]);

  const followed = target.kind === 'function' && target.fn === fn ? target : undefined;
  const offset = chosen === undefined ? followed?.offset : (selection.offset ?? followed?.offset);
  const bytes =
    selection.offset === undefined || chosen === undefined ? (followed?.bytes ?? 1) : (selection.bytes ?? 1);
  const range = useMemo(() => (offset === undefined ? undefined : { offset, bytes }), [offset, bytes]);

  const inspected = read && { ...read, machine, cursor, range, explanation, beats, beat };
  return { target, pinned: chosen !== undefined, inspected };
}
