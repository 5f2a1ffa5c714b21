/** When heavy panes see the session: a moment later, one after the other. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { restedListStore, restedMapStore, restedStore } from './rested.ts';
import { empty } from './session-state.ts';
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

test('not while one scrubs; when it is over', () => {
  sessionStore.setState({ head: 3 });
  vi.runAllTimers();
  sessionStore.setState({ head: 4, scrubbing: true });
  vi.runAllTimers();
  expect(heads()).toEqual([3, 3, 3]);
  sessionStore.setState({ scrubbing: false });
  vi.runAllTimers();
  expect(heads()).toEqual([4, 4, 4]);
});

test('who begins to scrub sees first where he goes', () => {
  sessionStore.setState({ head: 3 });
  vi.runAllTimers();
  sessionStore.setState({ head: 4 });
  sessionStore.setState({ head: 5, scrubbing: true });
  vi.runAllTimers();
  expect(heads()).toEqual([3, 3, 3]);
  sessionStore.setState({ scrubbing: false });
  vi.runAllTimers();
  expect(heads()).toEqual([5, 5, 5]);
});

test('another machine is shown even while one scrubs', () => {
  const { machine } = empty(sessionStore.getState().scenario);
  sessionStore.setState({ head: 6, scrubbing: true, machine });
  vi.runAllTimers();
  expect(heads()).toEqual([6, 6, 6]);
  sessionStore.setState({ scrubbing: false });
});

test('each in a task of its own, and nothing that comes meanwhile is missed', () => {
  sessionStore.setState({ head: 4 });
  vi.runAllTimers();
  sessionStore.setState({ head: 5 });
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
