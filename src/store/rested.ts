/**
 * The session as panes see it that are too heavy to follow every moment of a scrub or of a run: while one scrubs it stands
 * still, while a program runs it follows now and then, at any other time it is the session itself.
 */
import { createStore } from 'zustand/vanilla';
import type { SessionState } from './session-state.ts';
import { sessionStore } from './session-store.ts';

export const restedStore = createStore<SessionState>(() => sessionStore.getState());

/** Between two looks at a run. */
const lookEveryMs = 600;

let timer: ReturnType<typeof setTimeout> | undefined;
let lookedAt = 0;

function look(): void {
  clearTimeout(timer);
  timer = undefined;
  lookedAt = performance.now();
  restedStore.setState(sessionStore.getState(), true);
}

sessionStore.subscribe((now, before) => {
  if (now.scrubbing && now.machine === before.machine) return;
  const isRun = now.progress !== undefined || before.progress !== undefined;
  if (!isRun || now.machine !== before.machine) return look();
  // in a task of its own: the rest of the page is shown before
  if (now.progress === undefined || performance.now() - lookedAt > lookEveryMs) timer ??= setTimeout(look);
});
