/** Everything that stands on the strip, as path data; made anew when the story, the zoom or the selection changes, not when the cursor does. */
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { lintRowsStore, watchLintRows } from '../../store/lint-rows.ts';
import { lanes as binLanes, type Watched } from '../../store/overview.ts';
import { searchStore } from '../../store/search-store.ts';
import { sessionStore } from '../../store/session-store.ts';
import { givenIn } from '../../store/sharing/given.ts';
import type { View } from '../../store/timeline-view.ts';
import { uiStore } from '../../store/ui-store.ts';
import { cutOf, lanesOf, stripHeight, type Lanes, type Look } from './layout.ts';
import { densityOf, editsOf, foundOf, problemsOf, ticksOf, watchedOf, type Marks } from './marks.ts';

export interface Drawing {
  readonly lanes: Lanes;
  readonly height: number;
  readonly marks: Marks;
  readonly watched: string;
  readonly edits: string;
  readonly problems: string;
  readonly found: string;
}

/** The selected register, as what the ticks are searched for; the same object while it is the same. */
function useWatched(): Watched | undefined {
  const fn = useStore(uiStore, (s) => s.selection.fn);
  const offset = useStore(uiStore, (s) => s.selection.offset);
  const bytes = useStore(uiStore, (s) => s.selection.bytes ?? 1);
  return useMemo(
    () => (fn === undefined || offset === undefined ? undefined : { fn, offset, bytes }),
    [fn, offset, bytes],
  );
}

export function useDrawing(view: View, width: number, look: Look): Drawing {
  const log = useStore(sessionStore, (s) => s.log);
  const scenario = useStore(sessionStore, (s) => s.scenario);
  const head = useStore(sessionStore, (s) => s.head);
  const remarked = useStore(lintRowsStore);
  const search = useStore(searchStore);
  const watched = useWatched();
  const { from, to } = view;
  useEffect(() => watchLintRows(), []);

  const { overview } = sessionStore.getState();
  const done = useMemo(() => {
    const entries = log.map(({ entry }) => entry);
    return log.slice(givenIn(scenario, entries));
  }, [log, scenario]);
  // which lanes have something in them; as a text, so that it is the same while they are
  const there = useMemo(() => {
    void log; // a new list whenever the trace has changed
    const counts = head > 0 ? overview.bins(0, head, 1).counts : [];
    return binLanes.filter((_, i) => (counts[i] ?? 0) > 0).join();
  }, [overview, log, head]);
  const withEdits = done.length > 0;
  const withProblems = remarked.count > 0;
  const lanes = useMemo(() => {
    const ids = there.split(',');
    return lanesOf(
      (id) => (id === 'edits' ? withEdits : id === 'problems' ? withProblems : ids.includes(id)),
      look,
    );
  }, [there, withEdits, withProblems, look]);
  const height = stripHeight(look, Object.keys(lanes).length);

  const accesses = useMemo(() => {
    void log;
    const { machine } = sessionStore.getState();
    const shown = { from, to };
    const cut = cutOf(shown, width);
    const marks = cut.single
      ? ticksOf(machine.trace, cut, shown, width, lanes)
      : densityOf(overview.bins(cut.from, cut.to, cut.columns), cut, shown, width, lanes);
    const touched = watched && overview.marks(watched, cut.from, cut.to, cut.columns);
    return { marks, watched: touched ? watchedOf(touched, cut, shown, width, height) : '' };
  }, [overview, log, from, to, width, lanes, height, watched]);

  const edits = useMemo(() => {
    const rows = { length: done.length, at: (i: number) => done[i]?.first };
    return editsOf(rows, { from, to }, width, lanes);
  }, [done, from, to, width, lanes]);
  const problems = useMemo(
    () => problemsOf(remarked.rows, { from, to }, width, lanes),
    [remarked, from, to, width, lanes],
  );
  const found = useMemo(
    () => foundOf(search.found, { from, to }, width, height),
    [search, from, to, width, height],
  );
  return useMemo(
    () => ({ lanes, height, ...accesses, edits, problems, found }),
    [lanes, height, accesses, edits, problems, found],
  );
}
