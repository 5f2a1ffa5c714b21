/** What was left comes back; that it came out otherwise is said. */
import { beforeEach, expect, test, vi } from 'vitest';
import { firstVisit } from '../content/scenarios/first-visit.ts';
import { toldBy } from '../session/told.ts';
import { write } from '../session/write-stored.ts';
import { keepSession, lastSession } from './autosave.ts';
import { idle, present, sessionStore, start } from './session-store.ts';
import { connect } from './testing.ts';

const kept = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, text: string) => kept.set(key, text),
});
vi.stubGlobal('window', { addEventListener: () => {} });
keepSession();

beforeEach(async () => {
  await start(connect, firstVisit);
  await idle();
});

const comeBack = async (told: number): Promise<readonly string[]> => {
  kept.set('cf8.session', write({ ...present(), told }));
  const last = await lastSession();
  await start(connect, last ?? firstVisit);
  await idle();
  return sessionStore.getState().problems.map(({ message }) => message.id);
};

test('a story that comes out as it was left is the same story', async () => {
  expect(await comeBack(toldBy(sessionStore.getState().machine.trace))).toEqual([]);
});

test('one that comes out otherwise is told as a problem, once', async () => {
  expect(await comeBack(7)).toEqual(['problem.told-otherwise']);
  await start(connect, firstVisit);
  await idle();
  expect(sessionStore.getState().problems).toEqual([]);
});

test('how the story came out is kept with it', async () => {
  kept.clear();
  await start(connect, firstVisit);
  await idle();
  await vi.waitFor(() => expect(kept.size).toBe(1), { timeout: 3000 });
  expect((await lastSession())?.told).toBe(toldBy(sessionStore.getState().machine.trace));
});
