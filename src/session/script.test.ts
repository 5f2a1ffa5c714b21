/** A person's own program: its lines, what stops it, and that it can be taken back and gone on with like any other. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import './all-software.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Breakpoint } from './breakpoints.ts';
import type { Entry } from './command.ts';
import { checkScript, scriptLines } from './script-check.ts';
import { Session } from './session.ts';
import { read } from './stored.ts';
import { write } from './write-stored.ts';

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

const text = `# BAR0 of the network card
setpci -s 3.0 BASE_ADDRESS_0=ffffffff
setpci -s 3.0 BASE_ADDRESS_0.L   # its size
setpci -s 3.0 BASE_ADDRESS_0=fe000000 COMMAND=2:2

outl cf8 80002018; outl cfc 00010100  # bus 1
setpci -d 1234:11e8 BASE_ADDRESS_0=fe100000 COMMAND=6:6
clock_step 0d1000
reset
setpci -s 4.0 PRIMARY_BUS`;

const start = (script: string): Entry => ({
  text: 'script',
  commands: [{ do: 'start', program: 'script', text: script }],
});
const step = (count: number, ...until: Breakpoint[]): Entry => ({
  text: 'step',
  commands: [{ do: 'step', count, until }],
});
const all = 1000;

function whole(script = text): Session {
  const s = new Session(scenario);
  s.act(start(script));
  s.act(step(all));
  return s;
}

const said = (s: Session): unknown[] => [...s.sentences].map(({ say }) => say);

test('every line that does something is a sentence; the console would make the same accesses', () => {
  const s = new Session(scenario);
  s.act(start(text));
  s.act(step(6));
  expect(s.machine.word(s.machine.find(0x18), 4) >>> 0).toBe(0xfe000000);
  // only now that there is a bus 1 its device is found
  expect(s.machine.word(s.machine.find(0x100), 4) >>> 0).toBe(0xfe100000);
  s.act(step(all));
  expect(s.program).toBeUndefined();
  expect(s.sentences).toHaveLength(8);
  expect(said(s)[1]).toEqual({
    id: 'script.line',
    with: { line: 3, text: 'setpci -s 3.0 BASE_ADDRESS_0.L' },
  });
  expect(scriptLines(text)).toEqual([2, 3, 4, 6, 7, 8, 9, 10]);
  expect(s.machine.find(0x100)).toBe(-1);
});

test('what is wrong whatever it runs on stands at its line; what the machine decides does not', () => {
  expect(checkScript(text)).toEqual([]);
  expect(checkScript('inl cfc\n  outl cf8 8000181g # oh\nlspci -nn\nsetpci -s 1f.0 COMMAND\nundo')).toEqual([
    {
      message: { id: 'problem.expected', with: { expected: 'VALUE', given: '8000181g' } },
      place: { line: 2, from: 11, to: 19 },
    },
    {
      message: { id: 'problem.script-only', with: { given: 'lspci -nn' } },
      place: { line: 3, from: 0, to: 9 },
    },
    { message: { id: 'problem.script-only', with: { given: 'undo' } }, place: { line: 5, from: 0, to: 4 } },
  ]);
});

test('it ends at a line that turns out to be impossible, and says why', () => {
  const s = whole('inl cfc\nsetpci -s 3.0 CAP_EXP+8.W\ninl cfc');
  expect(said(s).slice(1)).toEqual([
    { id: 'script.line', with: { line: 2, text: 'setpci -s 3.0 CAP_EXP+8.W' } },
    { id: 'problem.no-capability', with: { who: '00:03.0', given: 'CAP_EXP+8.W' } },
  ]);
  expect(s.machine.trace.length).toBe(1);
  expect(s.program).toBeUndefined();
});

test('a breakpoint on a line stops before it; Reset and a clock of no access are passed over on the way back', () => {
  const s = new Session(scenario);
  s.act(start(text));
  s.act(step(all, { on: 'line', line: 10 }));
  expect(said(s).at(-1)).toMatchObject({ with: { line: 10 } });
  s.act(step(1));
  s.undo();
  expect(said(s).at(-1)).toMatchObject({ with: { line: 10 } });
  s.act(step(all));
  expect(s.machine.image.hash()).toBe(whole().machine.image.hash());
});

test('wherever it is disturbed, it goes on with the line that is next, on what it finds', () => {
  const failing = `${text}\nsetpci -s 1:0.0 COMMAND\ninl cfc`;
  const end = whole(failing);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: end.machine.trace.length }), (row) => {
      const s = whole(failing);
      s.act({ text: 'look', commands: [{ do: 'in', port: 0xcf8, bytes: 4 }] }, row);
      s.act(step(1));
      s.undo();
      s.act(step(all));
      expect(s.machine.image.hash()).toBe(end.machine.image.hash());
      expect(said(s)).toEqual(said(end));
      expect(new Session(scenario, s.entries).machine.trace.length).toBe(s.machine.trace.length);
    }),
    { numRuns: 40 },
  );
  // the card is pulled out before its turn: the line that needs it is the last
  const s = new Session(scenario);
  s.act(start(text));
  s.act(step(2));
  s.act({ text: 'device_del', commands: [{ do: 'unplug', part: 'e1000@3.0' }] });
  s.act(step(all));
  expect(said(s).at(-1)).toMatchObject({ id: 'problem.nothing-chosen' });
  s.undo();
  s.act(step(1));
  s.undo();
  s.undo();
  s.act(step(all));
  expect(s.machine.image.hash()).toBe(whole().machine.image.hash());
});

test('it is stored with its text, which has a bound', () => {
  const { entries } = whole();
  const stored = { scenario, entries, branches: [], story: 1, cursor: 0 };
  expect(read(write(stored))?.entries).toEqual(entries);
  const long = { ...stored, entries: [start('#'.repeat(20_001))] };
  expect(read(write(long))).toBeUndefined();
});
