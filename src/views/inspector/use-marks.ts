/** What stands out in the grid: hits of the search, bytes that differ from another moment, hardware that was edited. */
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Machine } from '../../engine/machine.ts';
import { editedBytes } from '../../store/hardware-store.ts';
import { hexStore, setHex, type Against, type Marks } from '../../store/hex-store.ts';
import { sessionStore } from '../../store/session-store.ts';
import { differing, registersIn, setOf } from './byte-set.ts';
import { findAll } from './hex-find.ts';
import type { Range } from './hex-layout.ts';
import type { Inspected } from './use-inspected.ts';

/** What the comparison came to. */
export interface Diff {
  readonly state: 'off' | 'making' | 'refused' | 'made';
  readonly registers: readonly Range[];
}

const off: Diff = { state: 'off', registers: [] };

export function useMarks(inspected: Inspected): { readonly hits: readonly Range[]; readonly diff: Diff } {
  const { fn, space, description, machine } = inspected;
  const { find, against, hardware, line } = useStore(hexStore);
  const scenario = useStore(sessionStore, (s) => s.scenario);
  const hits = useMemo(() => findAll(find, space, description), [find, space, description]);
  const was = useWas(inspected, against);

  const diff = useMemo((): Diff & { readonly marks?: NonNullable<Marks['differs']> } => {
    if (typeof was === 'string') return { state: was, registers: [] };
    const bytes = differing(space.words, was, space.known);
    return { state: 'made', registers: registersIn(bytes, description), marks: { bytes, was } };
  }, [was, space, description]);

  const part = machine.board.parts[fn]?.path ?? '';
  const edited = useMemo(() => {
    if (!hardware) return undefined;
    const ranges = editedBytes(scenario, part).map((offset) => ({ offset, bytes: 1 }));
    return { bytes: setOf(ranges, space.size), was: machine.shape(fn).reset };
  }, [hardware, scenario, part, space.size, machine, fn]);

  const isFinding = line === 'find' || find !== '';
  useLayoutEffect(() => {
    const differs = diff.marks;
    setHex({
      marks:
        differs === undefined && !isFinding && edited === undefined
          ? undefined
          : {
              fn,
              ...(hits.length === 0 ? {} : { hits: setOf(hits, space.size) }),
              ...(differs === undefined ? {} : { differs }),
              ...(edited === undefined ? {} : { edited: edited.bytes }),
            },
    });
  }, [fn, hits, diff, edited, isFinding, space.size]);
  useEffect(() => () => setHex({ marks: undefined }), []);
  return { hits, diff: diff.state === 'off' ? off : diff };
}

/** The words of the function at another moment. */
type Was = Int32Array | 'off' | 'making' | 'refused';

function useWas({ machine, fn, cursor }: Inspected, against: Against | undefined): Was {
  const head = useStore(sessionStore, (s) => s.head);
  const story = useStore(sessionStore, (s) => s.story);
  const branches = useStore(sessionStore, (s) => s.branches);
  const [kind = '', name = ''] = against?.split(':') ?? [];
  const branch = branches.find(({ id }) => String(id) === name);
  const row =
    against === 'previous'
      ? cursor - 1
      : kind === 'row'
        ? Number(name)
        : kind === 'fork'
          ? (branch?.fork ?? -1)
          : undefined;
  const near = useMemo(
    () => (row === undefined ? undefined : wordsAt(machine, fn, row)),
    // eslint-disable-next-line react/exhaustive-deps -- the machine is mutable; its story says when
    [machine, fn, row, head, story],
  );
  const [far, setFar] = useState<{ readonly of: unknown; readonly fn: number; readonly was: Was }>();
  const wanted = kind === 'branch' ? branch : undefined;
  useEffect(() => {
    if (!wanted) return undefined;
    let stale = false;
    setFar(undefined);
    void endOf(wanted.id, () => stale).then((end) => {
      if (!stale) setFar({ of: wanted, fn, was: end ? wordsOf(end, fn) : 'refused' });
    });
    return () => {
      stale = true;
    };
  }, [wanted, fn]);
  if (against === undefined) return 'off';
  if (near) return near;
  if (!wanted) return 'refused';
  return far?.of === wanted && far.fn === fn ? far.was : 'making';
}

/** The machine at the end of a branch, made in a machine of its own. */
async function endOf(id: number, isStale: () => boolean): Promise<Machine | undefined> {
  const { make } = await import('../../store/compare-store.ts');
  const made = await make(`branch:${id}`, isStale);
  return made.state === 'made' ? made.side.machine : undefined;
}

function wordsOf(m: Machine, fn: number): Int32Array {
  return Int32Array.from({ length: m.shape(fn).words }, (_, i) => m.look(fn, i));
}

/** The follower is wound there and back: nobody sees it elsewhere. */
function wordsAt(m: Machine, fn: number, row: number): Int32Array {
  const { position } = m.image.tape;
  m.seek(Math.max(0, Math.min(row, m.trace.length)));
  const words = wordsOf(m, fn);
  m.wind(position);
  return words;
}
