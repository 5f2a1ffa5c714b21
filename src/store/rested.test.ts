/** When heavy panes see the session: at once, and of a run one after the other. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { restedListStore, restedMapStore, restedStore } from './rested.ts';
import { sessionStore } from './session-store.ts';

const heads = (): readonly number[] =>
  [restedStore, restedMapStore, restedListStore].map((store) => store.getState().head);
const running = { program: 'seabios', rows: 1 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  sessionStore.setState({ progress: undefined });
  vi.runAllTimers();
  vi.useRealTimers();
});

test('at once, while no program runs', () => {
  sessionStore.setState({ head: 3 });
  expect(heads()).toEqual([3, 3, 3]);
});

test('not while one scrubs; at once when it is over', () => {
  sessionStore.setState({ head: 3 });
  sessionStore.setState({ head: 4, scrubbing: true });
  expect(heads()).toEqual([3, 3, 3]);
  sessionStore.setState({ scrubbing: false });
  expect(heads()).toEqual([4, 4, 4]);
});

test('after a run each in a task of its own, and nothing that comes meanwhile is missed', () => {
  sessionStore.setState({ head: 4, progress: running });
  vi.runAllTimers();
  sessionStore.setState({ head: 5, progress: undefined });
  expect(heads()).toEqual([4, 4, 4]);
  vi.advanceTimersToNextTimer();
  expect(heads()).toEqual([5, 4, 4]);
  sessionStore.setState({ head: 6 });
  vi.advanceTimersToNextTimer();
  expect(heads()).toEqual([5, 6, 4]);
  vi.runAllTimers();
  expect(heads()).toEqual([6, 6, 6]);
});

test('of a run that goes on, now and then', () => {
  vi.advanceTimersByTime(1000);
  sessionStore.setState({ head: 7, progress: running });
  vi.runAllTimers();
  expect(heads()).toEqual([7, 7, 7]);
  sessionStore.setState({ head: 8, progress: running });
  vi.runAllTimers();
  expect(heads()).toEqual([7, 7, 7]);
});
