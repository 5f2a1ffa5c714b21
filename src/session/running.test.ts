/** Programs in a session: stopped, taken back, disturbed in the middle and gone on with, always at the same place. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import './all-software.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Breakpoint } from './breakpoints.ts';
import type { Entry } from './command.ts';
import { programs } from '../programs/index.ts';
import { Machine } from '../engine/machine.ts';
import { Cutter, follow } from './frame.ts';
import { Session } from './session.ts';

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
const start = (program: string): Entry => ({ text: program, commands: [{ do: 'start', program }] });
const step = (count: number): Entry => ({ text: `step ${String(count)}`, commands: [{ do: 'step', count }] });
const all = 1_000_000;

function whole(program = 'textbook'): Session {
  const s = new Session(scenario);
  s.act(start(program));
  s.act(step(all));
  return s;
}

test('a program runs to its end: everything decodes, and the entry knows how far it went', () => {
  const s = whole();
  expect(s.program).toBeUndefined();
  const last = s.entries.at(-1)?.commands[0];
  expect(last).toEqual({ do: 'step', count: s.sentences.length });
  expect(s.machine.word(s.machine.find(0x18), 1) & 7).toBe(7);
  expect(s.machine.word(s.machine.find(0x100), 1) & 7).toBe(7);
  expect(new Session(scenario, s.entries).machine.image.hash()).toBe(s.machine.image.hash());
});

test('sentence by sentence comes to the same as all at once', () => {
  const once = whole('seabios');
  const s = new Session(scenario);
  s.act(start('seabios'));
  while (s.program !== undefined) s.act(step(1));
  expect(s.machine.image.hash()).toBe(once.machine.image.hash());
  expect([...s.sentences]).toEqual([...once.sentences]);
});

test('undo takes a step back, and the program goes on from there', () => {
  const s = new Session(scenario);
  s.act(start('textbook'));
  s.act(step(5));
  const five = [...s.sentences];
  s.act(step(7));
  s.undo();
  expect([...s.sentences]).toEqual(five);
  s.act(step(all));
  expect(s.machine.image.hash()).toBe(whole().machine.image.hash());
});

test('disturbed in the middle of a run, the firmware goes on with what it finds: a branch', () => {
  const s = whole();
  const before = s.machine.trace.length;
  const middle = Math.floor(before / 2);
  // the e1000 is unplugged while the firmware works
  s.act({ text: 'device_del', commands: [{ do: 'unplug', part: 'e1000@3.0' }] }, middle);
  expect(s.branches).toHaveLength(1);
  expect(s.program).toBe('textbook');
  s.act(step(all));
  expect(s.program).toBeUndefined();
  expect(s.machine.find(0x18)).toBe(-1);
  expect(new Session(scenario, s.entries).machine.image.hash()).toBe(s.machine.image.hash());
});

test('wherever it is cut, it can be gone on with and ends the same', () => {
  const end = whole();
  fc.assert(
    fc.property(fc.integer({ min: 1, max: end.machine.trace.length }), (row) => {
      const s = whole();
      s.act({ text: 'look', commands: [{ do: 'in', port: 0xcf8, bytes: 4 }] }, row);
      s.act(step(all));
      expect(s.machine.image.hash()).toBe(end.machine.image.hash());
      expect([...s.sentences].map(({ say }) => say)).toEqual([...end.sentences].map(({ say }) => say));
      expect(new Session(scenario, s.entries).machine.trace.length).toBe(s.machine.trace.length);
    }),
    { numRuns: 60 },
  );
});

test.for(programs.map(({ id }) => id))('%s comes to its end, on an empty board too', (program) => {
  for (const parts of [scenario.parts, []]) {
    const s = new Session({ ...scenario, parts });
    s.act({ text: program, commands: [{ do: 'start', program, target: 0x18 }] });
    s.act(step(all));
    expect(s.program).toBeUndefined();
    expect(s.sentences.length).toBeGreaterThan(0);
    expect(s.machine.trace.length).toBeGreaterThan(0);
  }
});

test('sizing says how large the BARs are, and leaves them as they were', () => {
  const s = whole();
  const bars = [4, 5].map((word) => s.machine.word(s.machine.find(0x18), word));
  s.act({ text: 'size', commands: [{ do: 'start', program: 'size-bars', target: 0x18 }] });
  s.act(step(all));
  const found = [...s.sentences].flatMap(({ say }) => (say.id === 'size-bars.found' ? [say.with] : []));
  expect(found).toEqual([
    { who: '00:03.0', bar: 0, size: '128 KiB' },
    { who: '00:03.0', bar: 1, size: '64 B' },
  ]);
  expect([4, 5].map((word) => s.machine.word(s.machine.find(0x18), word))).toEqual(bars);
});

test('breakpoints: at a sentence, at a register, where nobody answers', () => {
  const stopped = (...until: Breakpoint[]): Session => {
    const s = new Session(scenario);
    s.act(start('textbook'));
    s.act({ text: 'run', commands: [{ do: 'step', count: all, until }] });
    return s;
  };
  const place = stopped({ on: 'sentence', id: 'textbook.place' });
  expect(place.sentences.last?.say.id).toBe('textbook.place');
  expect(place.entries.at(-1)?.commands).toEqual([{ do: 'step', count: place.sentences.length - 1 }]);
  const bar = stopped({ on: 'register', bdf: 0x18, from: 0x10, to: 0x13 });
  expect(bar.sentences.at(bar.sentences.length - 2)?.say).toEqual({
    id: 'textbook.size',
    with: { who: '00:03.0', bar: 0 },
  });
  // the first access to a BAR reads it; what first changes it are the ones
  const changed = stopped({ on: 'register', bdf: 0x18, from: 0x10, to: 0x13, when: 'change' });
  expect(changed.machine.trace.length).toBe(bar.machine.trace.length);
  const command = stopped({ on: 'register', bdf: 0x18, from: 4, to: 4, when: 'change' });
  expect(command.sentences.at(command.sentences.length - 2)?.say).toEqual({
    id: 'textbook.on',
    with: { who: '00:03.0' },
  });
  const written = stopped({ on: 'register', bdf: 0x18, from: 4, to: 4, when: 'write' });
  expect(written.machine.trace.length).toBeLessThan(command.machine.trace.length);
  expect(stopped({ on: 'abort' }).sentences).toHaveLength(3);
  const port = stopped({ on: 'address', space: 'io', from: 0xcf8, to: 0xcf8 });
  expect(port.machine.trace.length).toBeGreaterThan(0);
  expect(port.program).toBe('textbook');
});

test('a run in slices comes to the same as all at once; its entry counts what has been carried out so far', () => {
  const once = whole('seabios');
  const s = new Session(scenario);
  const cutter = new Cutter(s);
  const follower = new Machine(s.machine.board);
  s.act(start('seabios'));
  s.act(step(all), undefined, () => false);
  let slices = 0;
  while (s.isUnfinished) {
    expect(s.entries.at(-1)?.commands).toEqual([{ do: 'step', count: s.sentences.length - 1 }]);
    follow(follower, cutter.cut(false, 100));
    s.goOn(() => false);
    slices++;
  }
  expect(slices).toBeGreaterThan(1);
  for (let more: string | undefined = 'piece'; more !== undefined;) {
    const frame = cutter.cut(false, 100);
    follow(follower, frame);
    ({ more } = frame);
  }
  expect(follower.image.hash()).toBe(s.machine.image.hash());
  expect(follower.trace.length).toBe(s.machine.trace.length);
  expect(s.entries).toEqual(once.entries);
  expect([...s.sentences]).toEqual([...once.sentences]);
  expect(s.machine.image.hash()).toBe(once.machine.image.hash());
});

test('a run that is stopped stands at a sentence, and can be gone on with, taken back and done again', () => {
  const s = new Session(scenario);
  s.act(start('seabios'));
  s.act(step(all), undefined, () => false);
  s.goOn(() => false);
  s.stop();
  expect(s.isUnfinished).toBe(false);
  const { length } = s.machine.trace;
  const count = s.sentences.length;
  s.undo();
  s.redo();
  expect(s.machine.trace.length).toBe(length);
  expect(s.sentences).toHaveLength(count);
  s.act(step(all));
  expect(s.machine.image.hash()).toBe(whole('seabios').machine.image.hash());
});

test('a sentence knows how deep it is said: behind a bridge deeper than before it', () => {
  const depths = (program: string, id: string): number[] =>
    [...whole(program).sentences].flatMap(({ say, depth }) => (say.id === id ? [depth] : []));
  expect(depths('textbook', 'textbook.number')).toEqual([0]);
  expect(depths('textbook', 'textbook.look')).toEqual([1, 2]);
  expect(depths('textbook', 'textbook.reach')).toEqual([1]);
  expect(depths('seabios', 'seabios.bus')).toEqual([2, 4]);
  expect(depths('seabios', 'seabios.subordinate')).toEqual([3]);
  expect(depths('probe', 'probe.bus')).toSatisfy((all: number[]) => all.every((depth) => depth === 0));
});
