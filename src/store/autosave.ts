/** Keeps the session in the browser, a moment after every change, and gives it back on the next visit. */
import { createStore } from 'zustand/vanilla';
import { say } from '../base/problem.ts';
import type { Stored } from '../session/stored.ts';
import { toldBy } from '../session/told.ts';
import { write } from '../session/write-stored.ts';
import { present, sessionStore } from './session-store.ts';

const key = 'cf8.session';
const delayMs = 250;

/** Whether the browser lets us remember; false shows a banner. */
export const autosaveStore = createStore<{ readonly remembered: boolean }>(() => ({ remembered: true }));

/** As it was left last time, until it is open. */
let last: Stored | undefined;

/** What was left last time, if it can be read. */
export async function lastSession(): Promise<Stored | undefined> {
  const json = kept();
  // who comes for the first time needs nothing to check it with
  last = json === undefined ? undefined : (await import('../session/stored.ts')).read(json);
  return last;
}

/** Once it is open: a story that came out otherwise than it was left is not passed off as the same. */
function compare(): void {
  const { status, scenario, machine, problems } = sessionStore.getState();
  if (last === undefined || status !== 'ready') return;
  const { told } = last;
  const isIt = scenario === last.scenario;
  last = undefined;
  if (!isIt || told === undefined || told === toldBy(machine.trace)) return;
  sessionStore.setState({ problems: [...problems, { message: say('problem.told-otherwise', {}) }] });
}

function kept(): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    autosaveStore.setState({ remembered: false });
    return undefined;
  }
}

let looked: { readonly log: unknown; readonly told: number } | undefined;

/** How the story came out, when all of it is there; looked at once for every story. */
function outcome(): { readonly told?: number } {
  const { machine, head, log, progress } = sessionStore.getState();
  if (progress !== undefined || machine.trace.length !== head) return {};
  if (looked?.log !== log) looked = { log, told: toldBy(machine.trace) };
  return { told: looked.told };
}

function save(): void {
  if (sessionStore.getState().status !== 'ready') return;
  try {
    localStorage.setItem(key, write({ ...present(), ...outcome() }));
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
    compare();
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
