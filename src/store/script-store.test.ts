/** A person's own program: where it stands, what an edit makes of it, and breakpoints that keep to their lines. */
import { beforeEach, expect, test } from 'vitest';
import type { Scenario } from '../scenario/scenario.ts';
import { addPoint, begin, programStore } from './program-store.ts';
import {
  moveLines,
  placeOf,
  refusalOf,
  resetScript,
  runScript,
  scriptStore,
  setScript,
  stepScript,
  toggleLine,
} from './script-store.ts';
import { act, seek, sessionStore, setPace, start } from './session-store.ts';
import { connect } from './testing.ts';

const session = sessionStore.getState;
const place = () => placeOf(scriptStore.getState().text, session(), programStore.getState());
const lines = () => programStore.getState().points.map(({ at }) => (at.on === 'line' ? at.line : 0));

const scenario: Scenario = {
  title: 'test',
  machine: 'pc',
  ram: 16,
  authentic: 'qemu',
  parts: [{ model: 'e1000', addr: '3' }],
};

const text = `# a card
inl cfc

outl cf8 80001804
inl cfc`;

beforeEach(async () => {
  setPace(0, 0);
  programStore.setState({ points: [], shown: undefined, script: undefined, picked: undefined });
  await start(connect, { scenario, entries: [] });
  setScript(text);
});

test('line by line, over film too, and from its start', async () => {
  expect(place()).toBeUndefined();
  await stepScript();
  expect(place()).toEqual({ now: 2, next: 4, isLeft: true });
  await stepScript();
  await stepScript();
  expect(place()).toEqual({ now: 5, isLeft: false });
  resetScript();
  expect(session().cursor).toBe(0);
  expect(place()).toEqual({ next: 2, isLeft: true });
  await stepScript();
  expect([place()?.now, session().head, session().branches.length]).toEqual([2, 3, 0]);
});

test('a breakpoint before the first line stops there too; what has ended begins again', async () => {
  toggleLine(2);
  toggleLine(5);
  await runScript();
  expect(place()).toEqual({ next: 2, isLeft: true });
  await runScript();
  expect(place()).toEqual({ now: 4, next: 5, isLeft: true });
  await runScript();
  expect([place()?.isLeft, session().head]).toEqual([false, 3]);
  await runScript();
  expect([place()?.next, session().head]).toEqual([2, 3]);
});

test('what is edited begins anew where one stands; at its start that makes a branch', async () => {
  await stepScript();
  setScript(`${text}\ninl cf8`);
  expect(place()).toBeUndefined();
  resetScript();
  await runScript();
  expect([place()?.now, session().head, session().branches.length]).toEqual([6, 4, 1]);
});

test('what is wrong is refused before it runs; what the machine refuses ends it at its line', async () => {
  setScript('inl cfc\noutl cf8 zz\nlspci');
  expect(refusalOf(scriptStore.getState())).toEqual({ line: 2 });
  await runScript();
  expect([session().head, session().log.length]).toEqual([0, 0]);
  setScript('# nothing');
  expect(refusalOf(scriptStore.getState())).toBe('empty');
  setScript('#'.repeat(20_001));
  expect(refusalOf(scriptStore.getState())).toBe('long');
  setScript('inl cfc\nsetpci -s 9.0 COMMAND\ninl cfc');
  await runScript();
  expect(place()).toMatchObject({
    failed: { line: 2, message: { id: 'problem.nothing-chosen' } },
    isLeft: false,
  });
  resetScript();
  seek(1);
  expect(place()).toEqual({ now: 1, next: 2, isLeft: true });
});

test('another program, or a person, in between: it is not what goes on', async () => {
  await runScript();
  await begin('textbook');
  expect(place()).toBeUndefined();
  await act('inl', [{ do: 'in', port: 0xcfc, bytes: 4 }]);
  await runScript();
  expect(place()).toEqual({ now: 5, isLeft: false });
});

test('breakpoints keep to their lines', () => {
  [2, 4, 5].forEach(toggleLine);
  addPoint({ on: 'abort' });
  const before = programStore.getState();
  moveLines((line) => line);
  expect(programStore.getState()).toBe(before);
  // a line before them, and two that became one
  moveLines((line) => Math.min(line + 1, 5));
  expect(lines()).toEqual([3, 5, 0]);
  toggleLine(3);
  expect(lines()).toEqual([5, 0]);
});
