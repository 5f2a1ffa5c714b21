/** A program watched by sentences: on, back, breakpoints ahead and in the past, and a branch in the middle. */
import { beforeEach, expect, test } from 'vitest';
import type { Scenario } from '../scenario/scenario.ts';
import {
  addPoint,
  begin,
  canGoBack,
  canGoOn,
  nextAccess,
  nextSentence,
  previousSentence,
  programStore,
  restart,
  runOn,
  runToSentence,
  stepOut,
  stepOver,
  switchPoint,
  toggleSentence,
} from './program-store.ts';
import { carriedOut, sentenceAt, sentenceOfRow } from './sentences.ts';
import { act, seek, sessionStore, setPace, start, undo } from './session-store.ts';
import { connect } from './testing.ts';

const state = sessionStore.getState;
const own = programStore.getState;
const at = () => sentenceAt(state(), own().picked);
const here = () => state().sentences.at(at())?.say;

const scenario: Scenario = {
  title: 'test',
  machine: 'pc',
  ram: 16,
  authentic: 'qemu',
  parts: [
    { model: 'e1000', addr: '3' },
    { model: 'pci-bridge', id: 'br', addr: '4', properties: { chassis_nr: '1' } },
    { model: 'edu', bus: 'br' },
  ],
};

beforeEach(async () => {
  setPace(0, 0);
  programStore.setState({ points: [], shown: undefined, picked: undefined, stopped: undefined });
  await start(connect, { scenario, entries: [] });
  await begin('textbook');
});

test('sentence by sentence, also those without an access, and back again', async () => {
  expect(own().shown).toBe(true);
  expect([at(), canGoBack(), canGoOn()]).toEqual([-1, false, true]);
  await nextSentence();
  expect(here()?.id).toBe('textbook.number');
  expect(state().head).toBe(0);
  await nextSentence();
  expect(here()?.id).toBe('textbook.look');
  expect(state().cursor).toBe(state().head);
  await nextSentence();
  const { head } = state();
  for (const id of ['textbook.bridge', 'textbook.look', 'textbook.number']) {
    expect(here()?.id).toBe(id);
    await previousSentence();
  }
  expect([at(), state().cursor]).toEqual([-1, 0]);
  for (let i = 0; i < 3; i++) await nextSentence();
  expect([at(), state().cursor, state().head]).toEqual([2, head, head]);
});

test('presses that come faster than the worker answers all count, one after the other', async () => {
  await begin('textbook');
  const presses = Array.from({ length: 12 }, () => nextSentence());
  await Promise.all([...presses, previousSentence()]);
  expect(at()).toBe(10);
  expect(state().branches).toEqual([]);
  await Promise.all([nextSentence(), nextAccess(), nextAccess()]);
  expect(at()).toBe(12);
  // at its end no press does anything more
  await Promise.all(Array.from({ length: 400 }, () => nextSentence()));
  expect(state().program).toBeUndefined();
  expect(state().log.every(({ entry }) => entry.commands.every((c) => c.do !== 'step' || c.count > 0))).toBe(
    true,
  );
});

test('every sentence is met on the way back from the end, as it was met on the way there', async () => {
  await begin('hvisor-probe'); // its sentences often make no access
  await runOn();
  expect(state().program).toBeUndefined();
  expect(canGoOn()).toBe(false);
  const all = carriedOut(state());
  const seen: number[] = [];
  while (canGoBack()) {
    seen.push(at());
    await previousSentence();
  }
  expect(seen).toEqual(Array.from({ length: all }, (_, i) => all - 1 - i));
  for (let i = 0; i < all; i++) {
    await nextSentence();
    expect(at()).toBe(i);
  }
});

test('access by access, past the head too', async () => {
  for (let i = 0; i < 12; i++) await nextAccess();
  expect(state().cursor).toBe(11); // the first sentence has none
  expect(state().head).toBeGreaterThan(11);
  expect(here()?.id).toBe('textbook.look');
  await nextSentence();
  expect(state().cursor).toBe(state().head);
  expect(here()?.id).toBe('textbook.look');
});

test('a breakpoint on a register: the cursor stands right after the access', async () => {
  addPoint({ on: 'register', bdf: 0x18, from: 0x10, to: 0x13 });
  await runOn();
  expect(here()).toEqual({ id: 'textbook.size', with: { who: '00:03.0', bar: 0 } });
  expect(state().explanation?.config).toMatchObject({ bdf: 0x18, offset: 0x10 });
  expect(own().stopped).toMatchObject({ cursor: state().cursor, point: own().points[0] });
  const first = state().cursor;
  await runOn();
  expect(state().cursor).toBe(first + 2);
  switchPoint(own().points[0]?.id ?? 0, false);
  await runOn();
  expect(state().program).toBeUndefined();
  expect(own().stopped).toBeUndefined();
});

test('a breakpoint is met in the past, too; what one changes there makes a branch, and the program goes on', async () => {
  await runOn();
  const { head } = state();
  seek(0);
  toggleSentence('textbook.bar');
  await runOn();
  expect(state().head).toBe(head);
  expect(here()?.id).toBe('textbook.size');
  expect(state().sentences.at(at() + 1)?.say.id).toBe('textbook.bar');
  const { cursor } = state();
  await runOn();
  expect(state().cursor).toBeGreaterThan(cursor);
  seek(cursor);
  await act('setpci', [{ do: 'config', bdf: 0x18, offset: 0x3c, bytes: 1, value: 5 }]);
  expect(state().branches).toHaveLength(1);
  expect(sentenceOfRow(state(), own().picked)).toBeUndefined();
  toggleSentence('textbook.bar');
  await runOn();
  expect(state()).toMatchObject({ program: undefined, head: head + 2 });
  expect(sentenceOfRow(state(), own().picked)?.say.id).toBe('textbook.on');
});

test('runs to a sentence, and starts again from where it began', async () => {
  await runToSentence('textbook.place');
  expect(state().sentences.last?.say.id).toBe('textbook.place');
  expect(at()).toBe(state().sentences.length - 2);
  expect(own().stopped).toBeUndefined();
  await runToSentence(1);
  expect([at(), state().cursor]).toEqual([0, 0]);
  await runOn();
  const hash = state().machine.image.hash();
  await restart();
  expect(state()).toMatchObject({ cursor: 0, program: 'textbook' });
  await runOn();
  expect(state().machine.image.hash()).toBe(hash);
  await undo();
  expect(at()).toBe(-1);
});

test('over a sentence goes past all that it hands over to, out of a routine to where it was called: behind a bridge too', async () => {
  const next = () => state().sentences.at(at() + 1)?.say;
  const to = async (id: string): Promise<void> => {
    while (next()?.id !== id) await nextSentence();
  };
  await to('textbook.bridge');
  // what is behind the bridge is looked at by the same function, one level deeper
  await stepOver();
  expect(next()).toEqual({ id: 'textbook.reach', with: { who: '00:04.0', secondary: 1, subordinate: 1 } });
  await previousSentence();
  expect(next()).toEqual({ id: 'textbook.look', with: { bus: 1 } });
  await stepOut();
  expect(next()?.id).toBe('textbook.reach');
  await stepOut();
  expect(next()?.id).toBe('textbook.place');
  await stepOver();
  expect(next()?.id).toBe('textbook.enable');
  // in the film the same as at the head
  seek(0);
  await to('textbook.bridge');
  await stepOver();
  expect(next()?.id).toBe('textbook.reach');
  expect(state().program).toBe('textbook');
});
