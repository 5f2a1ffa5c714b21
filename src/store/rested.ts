/**
 * The session as panes see it that are too heavy to follow every moment of a scrub or of a run: while one scrubs it stands
 * still, while a program runs it follows now and then, at any other time it is the session itself.
 */
import { createStore } from 'zustand/vanilla';
import type { SessionState } from './session-state.ts';
import { sessionStore } from './session-store.ts';

export const restedStore = createStore<SessionState>(() => sessionStore.getState());
/** The same for the address map and for lists; after a run each of the three is shown in a task of its own. */
export const restedMapStore = createStore<SessionState>(() => sessionStore.getState());
export const restedListStore = createStore<SessionState>(() => sessionStore.getState());

const stores = [restedStore, restedMapStore, restedListStore] as const;

/** Between two looks at a run. */
const lookEveryMs = 600;

let timer: ReturnType<typeof setTimeout> | undefined;
let lookedAt = 0;
/** Something came that those who have looked already have not seen. */
let isStale = false;

function look(): void {
  clearTimeout(timer);
  timer = undefined;
  isStale = false;
  lookedAt = performance.now();
  for (const store of stores) store.setState(sessionStore.getState(), true);
}

/** The rest of the page is shown before, and between one and the next the page answers. */
function lookInTurns(at = 0): void {
  if (at === 0) isStale = false;
  timer = setTimeout(() => {
    stores[at]?.setState(sessionStore.getState(), true);
    lookedAt = performance.now();
    timer = undefined;
    if (at + 1 < stores.length) lookInTurns(at + 1);
    else if (isStale) lookInTurns();
  });
}

sessionStore.subscribe((now, before) => {
  if (now.scrubbing && now.machine === before.machine) return;
  if (now.machine !== before.machine) return look();
  const isRun = now.progress !== undefined;
  if (timer !== undefined) isStale ||= !isRun;
  else if (!isRun && before.progress === undefined) look();
  else if (!isRun || performance.now() - lookedAt > lookEveryMs) lookInTurns();
});
