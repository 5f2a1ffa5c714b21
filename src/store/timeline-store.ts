/** How a person looks at the timeline: zoom, what is open beside it, what was taken away last and can come back. */
import { createStore } from 'zustand/vanilla';
import type { Bookmark } from '../session/stored.ts';
import { recall, remember } from './persist.ts';
import { sessionStore } from './session-store.ts';
import { bandAt, bandsOf, isWhole, keeping, whole, zoomedAround, type View } from './timeline-view.ts';

export interface Removed {
  readonly what: 'bookmark' | 'branch';
  readonly name: string;
  readonly restore: () => void;
}

export interface TimelineState {
  /** Undefined: all of the story. */
  readonly zoom: View | undefined;
  /** The bookmark, or the story by its id, whose name is being written. */
  readonly naming: Bookmark | number | undefined;
  readonly finding: boolean;
  /** A thin strip, and nothing under it. */
  readonly folded: boolean;
  /** Whether the other stories are drawn; undefined: nobody has said. */
  readonly withBranches: boolean | undefined;
  /** Counts how often the search was asked for: the field takes the focus. */
  readonly asked: number;
  /** Whether the form is open that says until what to run. */
  readonly runUntil: boolean;
  readonly removed: Removed | undefined;
}

export const timelineStore = createStore<TimelineState>(() => ({
  zoom: undefined,
  naming: undefined,
  finding: false,
  folded: recall('timeline') === 'folded',
  withBranches: undefined,
  asked: 0,
  runUntil: false,
  removed: undefined,
}));
const { getState: own, setState: set } = timelineStore;
const told = sessionStore.getState;

sessionStore.subscribe((now, before) => {
  if (now.machine !== before.machine) set({ zoom: undefined, naming: undefined, removed: undefined });
  const { zoom } = own();
  if (zoom === undefined || (now.cursor === before.cursor && now.head === before.head)) return;
  zoomTo(keeping(zoom, now.cursor, now.head));
});

export const viewNow = ({ zoom }: TimelineState, head: number): View => zoom ?? whole(head);

/** Undefined, or as wide as the story: all of it. */
export const zoomTo = (zoom: View | undefined): void =>
  set({ zoom: zoom && isWhole(zoom, told().head) ? undefined : zoom });

/** Closer (above 1) or wider, around the cursor if it is in view. */
export function zoomBy(factor: number): void {
  const { head, cursor } = told();
  const view = viewNow(own(), head);
  const isIn = cursor >= view.from && cursor <= view.to;
  zoomTo(zoomedAround(view, factor, isIn ? cursor : (view.from + view.to) / 2, head));
}

/** To the phase that holds the row before `cursor`; where that is in view already, to all of the story. */
export function zoomToPhase(cursor = told().cursor): void {
  const { chapters, head } = told();
  const bands = bandsOf(chapters, head);
  const band = bands[bandAt(bands, cursor)];
  if (!band || bands.length === 1) return zoomTo(undefined);
  const { zoom } = own();
  const isThere = zoom?.from === band.first && zoom.to === band.end;
  zoomTo(isThere ? undefined : { from: band.first, to: band.end });
}

export function foldTimeline(folded: boolean): void {
  remember('timeline', folded ? 'folded' : '');
  set({ folded });
}
export const showBranches = (withBranches: boolean): void => set({ withBranches });

/** Shows the search and gives it the focus. */
export const find = (): void => set(({ asked }) => ({ finding: true, asked: asked + 1 }));
export const closeFind = (): void => set({ finding: false });
export const askRunUntil = (runUntil: boolean): void => set({ runUntil });
export const nameIt = (naming: TimelineState['naming']): void => set({ naming });
export const tellRemoved = (removed: Removed | undefined): void => set({ removed });
