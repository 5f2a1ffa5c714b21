/** Keeps the session in the browser, a moment after every change, and gives it back on the next visit. */
import { createStore } from 'zustand/vanilla';
import type { Stored } from '../session/stored.ts';
import { write } from '../session/write-stored.ts';
import { present, sessionStore } from './session-store.ts';

const key = 'cf8.session';
const delayMs = 250;

/** Whether the browser lets us remember; false shows a banner. */
export const autosaveStore = createStore<{ readonly remembered: boolean }>(() => ({ remembered: true }));

/** What was left last time, if it can be read. */
export async function lastSession(): Promise<Stored | undefined> {
  const json = kept();
  // who comes for the first time needs nothing to check it with
  return json === undefined ? undefined : (await import('../session/stored.ts')).read(json);
}

function kept(): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    autosaveStore.setState({ remembered: false });
    return undefined;
  }
}

function save(): void {
  if (sessionStore.getState().status !== 'ready') return;
  try {
    localStorage.setItem(key, write(present()));
    autosaveStore.setState({ remembered: true });
  } catch {
    autosaveStore.setState({ remembered: false });
  }
}

/** Starts keeping. What is on its way when the page goes is written at once. */
export function keepSession(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    save();
  };
  sessionStore.subscribe((now, before) => {
    if (
      now.log === before.log &&
      now.cursor === before.cursor &&
      now.branches === before.branches &&
      now.bookmarks === before.bookmarks &&
      now.names === before.names &&
      now.status === before.status
    )
      return;
    timer ??= setTimeout(flush, delayMs);
  });
  window.addEventListener('pagehide', flush);
}
