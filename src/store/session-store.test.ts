/** The page's side of a session, with the worker's side in the same process. */
import { beforeEach, expect, test, vi } from 'vitest';
import { firstVisit } from '../content/scenarios/first-visit.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { changeRules } from './board-store.ts';
import {
  act,
  crash,
  idle,
  open,
  recover,
  redo,
  seek,
  sessionStore,
  setPace,
  start,
  startProgram,
  step,
  stepBeat,
  stepProgram,
  stopRun,
  switchTo,
  undo,
} from './session-store.ts';
import { connect } from './testing.ts';

const state = sessionStore.getState;

beforeEach(async () => {
  setPace(0, 0);
  // slices of the same length on any computer
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now++);
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

test('going somewhere winds the machine there once', async () => {
  const entry = Array.from(
    { length: 3000 },
    (_, i) => ({ do: 'out', port: 0xcf8, bytes: 4, value: 4 * i }) as const,
  );
  await act('many', entry);
  await idle();
  const { image } = state().machine;
  const { wind } = image;
  let wound = 0;
  vi.spyOn(image, 'wind').mockImplementation((to) => {
    wound += Math.abs(to - image.tape.position);
    wind.call(image, to);
  });
  const far = state().head;
  const from = image.tape.position;
  seek(far - 2500);
  expect(wound).toBeGreaterThan(2400);
  expect(wound).toBeLessThan(from - image.tape.position + 20);
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

const wide: Scenario = {
  title: 'wide',
  machine: 'pc',
  ram: 16,
  authentic: 'qemu',
  parts: Array.from({ length: 6 }, (_, i) => `b${String(i)}`).flatMap((id, i) => [
    { model: 'pci-bridge', id, addr: String(i + 2), properties: { chassis_nr: String(i + 1), shpc: 'off' } },
    { model: 'e1000', bus: id, fill: true as const },
  ]),
};

test('a long run tells how far it has come, grows meanwhile, and stops at a sentence when asked', async () => {
  await open({ scenario: wide, entries: [] });
  await startProgram('seabios');
  const rows: number[] = [];
  const unsubscribe = sessionStore.subscribe(({ progress, head, cursor }) => {
    if (!progress || rows.at(-1) === progress.rows) return;
    expect(progress).toEqual({ program: 'seabios', rows: head });
    if (rows.push(progress.rows) > 1) expect(cursor).toBeGreaterThan(0);
    if (rows.length === 3) void stopRun();
  });
  await stepProgram(Infinity);
  unsubscribe();
  expect(rows.length).toBeGreaterThanOrEqual(3);
  expect(state().progress).toBeUndefined();
  expect(state().program).toBe('seabios');
  const { head, sentences } = state();
  expect(sentences.last?.row).toBe(head);
  await stepProgram(Infinity);
  expect(state().program).toBeUndefined();
  expect(state().head).toBeGreaterThan(head);
  expect(state().log.map(({ entry }) => entry.text)).toEqual(['seabios', 'run', 'run']);
});

test('what is asked before the answer is here comes after it, at the end of the story', async () => {
  await open({ scenario: firstVisit.scenario, entries: [] });
  void startProgram('textbook');
  await Promise.all(Array.from({ length: 12 }, () => stepProgram(1)));
  expect(state().branches).toEqual([]);
  expect(state().log.map(({ entry }) => entry.text)).toEqual([
    'textbook',
    ...Array.from({ length: 12 }, () => 'step 1'),
  ]);
  expect(state().cursor).toBe(state().head);
  const typed = [1, 2, 3].map((n) => act(String(n), [{ do: 'out', port: 0x80, bytes: 1, value: n }]));
  await typed[2];
  expect(state().branches).toEqual([]);
  expect(
    state()
      .log.slice(-3)
      .map(({ entry }) => entry.text),
  ).toEqual(['1', '2', '3']);
  // who has gone elsewhere meanwhile acts there
  void act('4', [{ do: 'out', port: 0x80, bytes: 1, value: 4 }]);
  seek(1);
  await act('elsewhere', [{ do: 'out', port: 0x80, bytes: 1, value: 5 }]);
  expect(state().branches.length).toBe(1);
  expect(state().log.at(-1)?.entry.text).toBe('elsewhere');
});

/** Resolves when a run tells of its progress: all this happens without a pause. */
const runs = (): Promise<void> =>
  new Promise((resolve) => {
    const unsubscribe = sessionStore.subscribe(({ progress }) => {
      if (!progress) return;
      unsubscribe();
      resolve();
    });
  });

test('acting while a program runs ends the run first; opening something else leaves it', async () => {
  await open({ scenario: wide, entries: [] });
  await startProgram('seabios');
  const run = stepProgram(Infinity);
  await runs();
  await act('inl', [{ do: 'in', port: 0xcf8, bytes: 4 }]);
  await run;
  expect(state().log.map(({ entry }) => entry.text)).toEqual(['seabios', 'run', 'inl']);
  expect(state().branches).toEqual([]);
  void stepProgram(Infinity);
  await runs();
  await open(firstVisit);
  expect(state()).toMatchObject({ status: 'ready', progress: undefined, head: firstVisit.entries.length });
});
