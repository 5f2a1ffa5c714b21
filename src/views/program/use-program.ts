/** What the pane shows: the sentences around the cursor, and the source that they come from. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Sentences } from '../../session/sentences.ts';
import { programStore, type Point } from '../../store/program-store.ts';
import { beginsAt, sentenceAt } from '../../store/sentences.ts';
import { restedListStore } from '../../store/rested.ts';
import type { SessionState } from '../../store/session-store.ts';
import type { ProgramSource } from './source.ts';
import { loadProgram } from './sources.ts';

export interface Watched {
  /** Its id. */
  readonly program: string | undefined;
  readonly sentences: Sentences;
  /** Index of the sentence that the cursor is in; -1 where a program has said nothing yet. */
  readonly at: number;
  /** Index of the one that comes after it; it may not be there. */
  readonly next: number;
  /** It is there to be gone on with. */
  readonly isOver: boolean;
  /** The breakpoint that one stands at. */
  readonly stopped: Point | undefined;
}

function watched(
  session: SessionState,
  { picked, stopped }: ReturnType<typeof programStore.getState>,
): Watched {
  const { sentences, cursor } = session;
  const last = sentenceAt(session, picked);
  // a program that begins here has said nothing, whatever the one before it said last
  const isFresh = beginsAt(session, last + 1) && sentences.at(last + 1)?.row === cursor;
  const at = isFresh ? -1 : last;
  return {
    program: (sentences.at(at) ?? sentences.at(last + 1))?.program,
    sentences,
    at,
    next: last + 1,
    isOver: session.program === undefined && last === sentences.length - 1 && cursor === session.head,
    stopped: stopped?.cursor === cursor ? stopped.point : undefined,
  };
}

export function useWatched(): Watched {
  const session = useStore(restedListStore);
  return watched(session, useStore(programStore));
}

export function useSource(program: string | undefined): ProgramSource | undefined {
  const [loaded, setLoaded] = useState<{ program: string; source: ProgramSource | undefined }>();
  useEffect(() => {
    if (program === undefined) return undefined;
    let stale = false;
    void loadProgram(program).then((source) => {
      if (!stale) setLoaded({ program, source });
    });
    return () => {
      stale = true;
    };
  }, [program]);
  return loaded?.program === program ? loaded?.source : undefined;
}
