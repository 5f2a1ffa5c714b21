/** The page's side of a session, with the worker's side in the same process. */
import { beforeEach, expect, test, vi } from 'vitest';
import { firstVisit } from '../content/scenarios/first-visit.ts';
import { host } from '../session/wall/host.ts';
import type { FromWorker, ToWorker } from '../session/wall/protocol.ts';
import {
  act,
  changeRules,
  crash,
  idle,
  recover,
  redo,
  seek,
  sessionStore,
  setPace,
  start,
  step,
  stepBeat,
  switchTo,
  undo,
} from './session-store.ts';

const state = sessionStore.getState;

/** The wall without threads: messages go as copies, one after the other. */
const connect = (hear: (message: FromWorker) => void) => {
  const take = host({ postMessage: (message) => queueMicrotask(() => hear(structuredClone(message))) });
  return {
    send: (message: ToWorker) => queueMicrotask(() => take(structuredClone(message))),
    close: () => {},
  };
};

beforeEach(async () => {
  setPace(0, 0);
  await start(connect, firstVisit);
  await idle();
});

const program = (value: number) =>
  act('setpci', [{ do: 'config', bdf: 0x18, offset: 0x10, bytes: 4, value }]);

test('opens where the story wants one to stand, and says what is there', () => {
  expect(state()).toMatchObject({ status: 'ready', cursor: firstVisit.cursor, fresh: true });
  expect(state().head).toBe(firstVisit.entries.length);
  expect(state().sentence.id).toBe('say.latched');
});

test('steps on and back show the words as they were', () => {
  const before = state().machine.image.hash();
  step(9);
  expect(state().cursor).toBe(firstVisit.cursor + 9);
  step(-9);
  expect(state().machine.image.hash()).toBe(before);
  seek(10_000);
  expect(state().cursor).toBe(state().head);
  seek(0);
  expect(state().explanation).toBeUndefined();
});

test('beats before the mask show the word as it was', () => {
  const row = firstVisit.entries.findIndex((e) => e.text.includes('0xffffffff')) + 1;
  seek(row, 1);
  const { machine } = state();
  const fn = machine.find(0x18);
  expect(machine.word(fn, 4)).toBe(0);
  while (state().beat < state().beats.length) stepBeat(1);
  expect(machine.word(fn, 4) >>> 0).toBe(0xfffe0000);
  stepBeat(1);
  expect(state().cursor).toBe(row + 1);
});

test('acting in the past starts a branch; undo, redo and switching find everything again', async () => {
  const old = state().head;
  await program(0xfe000000);
  expect(state()).toMatchObject({ cursor: firstVisit.cursor + 2, head: firstVisit.cursor + 2 });
  expect(state().branches).toHaveLength(1);
  const hash = state().machine.image.hash();
  await undo();
  expect(state().head).toBe(firstVisit.cursor);
  await redo();
  expect(state().machine.image.hash()).toBe(hash);
  await switchTo(1);
  expect(state().head).toBe(old);
  await switchTo(2);
  expect(state().machine.image.hash()).toBe(hash);
});

test('a crash loses nothing but what caused it', async () => {
  await program(0xfe000000);
  const { head, cursor, machine } = state();
  const hash = machine.image.hash();
  crash();
  await vi.waitFor(() => expect(state().status).toBe('crashed'));
  recover();
  await idle();
  expect(state()).toMatchObject({ status: 'ready', head, cursor });
  expect(state().machine.image.hash()).toBe(hash);
  expect(state().branches).toHaveLength(1);
});

test('the other rules tell the same story', async () => {
  const { head, cursor } = state();
  changeRules();
  await idle();
  expect(state()).toMatchObject({ head, cursor });
  expect(state().scenario.authentic).toBe('spec');
});
