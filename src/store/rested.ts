/**
 * The session as panes see it that are too heavy to follow every moment of a scrub or of a run: while one scrubs it stands
 * still, while a program runs it follows now and then, at any other time it is the session itself, a frame later.
 */
import { createStore } from 'zustand/vanilla';
import type { SessionState } from './session-state.ts';
import { sessionStore } from './session-store.ts';

export const restedStore = createStore<SessionState>(() => sessionStore.getState());
/** The same for the address map and for lists; each of the three is shown in a task of its own. */
export const restedMapStore = createStore<SessionState>(() => sessionStore.getState());
export const restedListStore = createStore<SessionState>(() => sessionStore.getState());

const stores = [restedStore, restedMapStore, restedListStore] as const;

/** Between two looks at a run. */
const lookEveryMs = 600;

/** Takes back the look that is to come; undefined: none is. */
let forget: (() => void) | undefined;
let lookedAt = 0;
/** Something came that those who have looked already have not seen. */
let isStale = false;

/** Soon: what else is to be done now, and `later` what is to be drawn, come first. */
function soon(act: () => void, isLater: boolean): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    timer = setTimeout(act);
  };
  // a page that nobody sees draws nothing
  const isDrawn = isLater && 'document' in globalThis && !document.hidden;
  const frame = isDrawn ? requestAnimationFrame(wait) : undefined;
  if (frame === undefined) wait();
  forget = () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    clearTimeout(timer);
    forget = undefined;
  };
}

/** The rest of the page is shown before, and between one and the next the page answers. */
function lookInTurns(isLater: boolean, at = 0): void {
  soon(() => {
    if (at === 0) isStale = false;
    stores[at]?.setState(sessionStore.getState(), true);
    lookedAt = performance.now();
    forget = undefined;
    if (at + 1 < stores.length) lookInTurns(false, at + 1);
    else if (isStale) lookInTurns(false);
  }, isLater);
}

sessionStore.subscribe((now, before) => {
  if (now.machine !== before.machine) {
    forget?.();
    return lookInTurns(false);
  }
  if (now.scrubbing) return forget?.();
  const isRun = now.progress !== undefined;
  const wasRun = before.progress !== undefined;
  if (forget !== undefined) isStale ||= !isRun;
  else if (!isRun) lookInTurns(!wasRun);
  else if (performance.now() - lookedAt > lookEveryMs) lookInTurns(false);
});

/** Resolves when all have seen the session as it is. */
export async function rested(): Promise<void> {
  while (forget !== undefined) await new Promise((resolve) => setTimeout(resolve, 5));
}
