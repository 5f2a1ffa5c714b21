/** The session: undo, redo and branches are edits of a list, and the follower always catches up. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import './all-software.ts';
import { Machine } from '../engine/machine.ts';
import { poke, pokes, randomBoard, type Poke } from '../engine/testing.ts';
import { catalogue } from '../models/catalogue.ts';
import { build } from '../scenario/build.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { commandOf, type Command, type Entry } from './command.ts';
import { branchesOf, Cutter, follow, splice } from './frame.ts';
import type { Logged } from './log.ts';
import { Session, type Branch } from './session.ts';

const scenario: Scenario = {
  title: 'test',
  machine: 'pc',
  ram: 16,
  authentic: 'qemu',
  parts: [{ model: 'e1000', addr: '3' }],
};

const out = (port: number, value: number): Command => ({ do: 'out', port, bytes: 4, value });
const name = (register: number): Command => out(0xcf8, 0x8000_1800 + register);
const entry = (...commands: Command[]): Entry => ({ text: 'test', commands });

test('undo takes the last entry back, redo does it again', () => {
  const s = new Session(scenario);
  s.act(entry(name(0x10), out(0xcfc, 0xfebc0000)));
  const after = s.machine.image.hash();
  s.act(entry(name(0x04), out(0xcfc, 2)));
  const last = s.machine.image.hash();
  expect(s.undo()).toBe(true);
  expect(s.machine.image.hash()).toBe(after);
  expect(s.machine.trace.length).toBe(2);
  expect(s.redo()).toBe(true);
  expect(s.machine.image.hash()).toBe(last);
  expect(s.redo()).toBe(false);
});

test('acting in the past keeps the old future as a branch, and one can go back to it', () => {
  const s = new Session(scenario);
  s.act(entry(name(0x10)));
  s.act(entry(out(0xcfc, 0xfebc0000)));
  const old = s.machine.image.hash();
  s.act(entry(out(0xcfc, 0xfeb00000)), 1);
  expect(s.machine.trace.length).toBe(2);
  expect(s.branches).toHaveLength(1);
  expect(s.branches[0]).toMatchObject({ id: 1, fork: 1, rows: 2 });
  const now = s.machine.image.hash();
  expect(now).not.toBe(old);
  expect(s.switchTo(1)).toBe(true);
  expect(s.machine.image.hash()).toBe(old);
  expect(s.switchTo(2)).toBe(true);
  expect(s.machine.image.hash()).toBe(now);
});

test('a reset by port is one access: cut and done again it is one still', () => {
  const s = new Session(scenario);
  const reset: Command = { do: 'out', port: 0xcf9, bytes: 1, value: 6 };
  s.act(entry(reset, name(0), { do: 'in', port: 0xcfc, bytes: 4 }));
  expect(s.machine.trace.length).toBe(4);
  s.act(entry(name(4)), 3);
  expect(s.entries[0]?.commands).toEqual([reset, name(0)]);
  const again = new Session(scenario, s.entries);
  expect(again.machine.trace.length).toBe(s.machine.trace.length);
  expect(again.machine.image.hash()).toBe(s.machine.image.hash());
});

test('a branch from the middle of an entry keeps the accesses made by then', () => {
  const s = new Session(scenario);
  s.act(entry({ do: 'config', bdf: 0x18, offset: 0x10, bytes: 4, value: 0xffffffff }));
  expect(s.machine.trace.length).toBe(2);
  s.act(entry({ do: 'in', port: 0xcfc, bytes: 4 }), 1);
  expect(s.entries[0]?.commands).toEqual([out(0xcf8, 0x80001810)]);
  expect(s.machine.trace.row(1).value).toBe(0);
  const replayed = new Session(scenario, s.entries);
  expect(replayed.machine.image.hash()).toBe(s.machine.image.hash());
});

test('every row of the CPU is a command that makes it again', () => {
  fc.assert(
    fc.property(fc.nat(1000).map(randomBoard), pokes, (board, list) => {
      const a = new Machine(board);
      for (const p of list) poke(a, p);
      const b = new Machine(board);
      for (let i = 0; i < a.trace.length; i++) {
        const command = commandOf(a, a.trace.row(i));
        if (command?.do === 'in') b.in(command.port, command.bytes);
        if (command?.do === 'out') b.out(command.port, command.value, command.bytes);
        if (command?.do === 'load') b.load(command.address, command.bytes);
        if (command?.do === 'store')
          b.store(command.address, command.value, command.bytes, command.high ?? 0);
        if (command?.do === 'reset') b.reset();
      }
      expect(b.image.hash()).toBe(a.image.hash());
    }),
    { numRuns: 40 },
  );
});

/** A poke as a command of a session. */
const commandFor = ({ kind, a, b, value }: Poke): Command => {
  switch (kind) {
    case 'load':
      return { do: 'load', address: a, bytes: 4 };
    case 'store':
      return { do: 'store', address: a * 64, bytes: b & 1 ? 8 : 4, value, high: a };
    case 'reset':
      return { do: 'reset' };
    case 'in':
      return { do: 'in', port: 0xcfc, bytes: 4 };
    case 'latch':
      return name(b & 0xfc);
    default:
      return { do: 'config', bdf: 0x18, offset: b & 0x3c, bytes: 4, value };
  }
};

test('follower: leader and follower are equal word for word after any acts, undos and branches', () => {
  const moves = fc.array(
    fc.record({
      move: fc.constantFrom('act', 'act', 'act', 'past', 'undo', 'redo', 'switch'),
      at: fc.nat(100),
      poke: pokes.map((l) => l.slice(0, 4)),
    }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(moves, (list) => {
      const leader = new Session(scenario);
      const cutter = new Cutter(leader);
      const follower = new Machine(build(scenario).board);
      const first = cutter.cut();
      follow(follower, first);
      let known = branchesOf(first, [], []);
      let log = first.log;
      for (const { move, at, poke: some } of list) {
        const { length } = leader.machine.trace;
        const what = entry(...some.map(commandFor));
        if (move === 'act') leader.act(what);
        if (move === 'past') leader.act(what, at % (length + 1));
        if (move === 'undo') leader.undo();
        if (move === 'redo') leader.redo();
        if (move === 'switch')
          leader.switchTo(leader.branches[at % Math.max(1, leader.branches.length)]?.id ?? -1);
        const frame = cutter.cut(true);
        follower.seek(at % (follower.trace.length + 1)); // the person may look anywhere while the frame is on its way
        const { position } = follower.image.tape;
        const steps = splice(follower, frame);
        while (steps.next().done !== true);
        // who looks at the past is not moved
        expect(follower.image.tape.position).toBe(
          Math.min(position, frame.row === 0 ? 0 : (follower.trace.tape[frame.row - 1] ?? 0)),
        );
        follower.wind(follower.image.tape.length);
        known = branchesOf(frame, known, log);
        expect(known).toEqual(leader.branches);
        log = [...log.slice(0, frame.logFrom), ...frame.log];
        expect(log).toEqual(leader.log);
        expect(follower.image.hash()).toBe(frame.hash);
        expect(follower.trace.length).toBe(leader.machine.trace.length);
      }
      const replayed = new Session(scenario, leader.entries);
      expect(replayed.machine.image.hash()).toBe(leader.machine.image.hash());
    }),
    { numRuns: 40 },
  );
});

/** A story in which a program is left in the middle, twice. */
function branched(): Session {
  const s = new Session(scenario);
  s.act(entry(name(4)));
  s.act({ text: 'run', commands: [{ do: 'start', program: 'textbook' }] });
  s.act({ text: 'step 60', commands: [{ do: 'step', count: 60 }] });
  s.act({ text: 'step 40', commands: [{ do: 'step', count: 40 }] });
  s.act(entry(name(8)), 30);
  s.act({ text: 'step 9', commands: [{ do: 'step', count: 9 }] });
  s.act(entry(name(0)), 20);
  return s;
}
const came = (s: Session): unknown => ({
  hash: s.machine.image.hash(),
  rows: s.machine.trace.length,
  sentences: s.sentences.length,
  program: s.program,
  entries: s.entries,
});

test('going over to a branch does again only what is its own, and comes to what telling all of it comes to', () => {
  const s = branched();
  expect(s.branches).toHaveLength(2);
  for (const id of [1, 2, 3, 2, 1]) {
    const { trace } = s.machine;
    let done = 0;
    const push = trace.push.bind(trace);
    trace.push = (...row) => {
      done++;
      push(...row);
    };
    const before = s.entries;
    s.switchTo(id);
    trace.push = push;
    expect(came(s)).toEqual(came(new Session(scenario, s.entries)));
    const other = s.log.find(({ entry: each }, i) => each !== before[i]);
    expect(done).toBe(trace.length - (other?.first ?? trace.length));
    expect(other?.first).toBeGreaterThan(0);
  }
});

test('a stored session is done again in slices: it can be shown and left in between', () => {
  const stored = branched();
  const again = new Session(scenario, [], [], stored.story);
  let asked = 0;
  let slices = 0;
  const lengths = [];
  const slice = () => {
    const end = asked + 1;
    return () => ++asked < end;
  };
  for (const _ of again.restore(stored.entries, stored.branches, slice)) {
    slices++;
    lengths.push(again.machine.trace.length);
  }
  expect(slices).toBeGreaterThan(5);
  expect(new Set(lengths).size).toBeGreaterThan(1);
  expect(came(again)).toEqual(came(stored));
  expect(again.branches).toEqual(stored.branches);
});

test('a story that is left many times is sent once and kept once', () => {
  const leader = new Session(scenario);
  const cutter = new Cutter(leader);
  let known: readonly Branch[] = [];
  let log: readonly Logged[] = [];
  let sent = 0;
  const tell = (): void => {
    const frame = structuredClone(cutter.cut());
    for (const b of frame.branches) sent += typeof b === 'number' ? 0 : b.entries.length;
    sent += frame.log.length;
    known = branchesOf(frame, known, log);
    log = [...log.slice(0, frame.logFrom), ...frame.log];
  };
  for (let i = 0; i < 40; i++) leader.act(entry(name(i & 0xfc)));
  tell();
  for (let row = 39; row > 0; row--) {
    leader.act(entry(name(4)), row);
    tell();
  }
  expect(known).toHaveLength(39);
  expect(known).toEqual(leader.branches);
  const told = [...known.flatMap((b) => b.entries), ...log.map((l) => l.entry)];
  expect(told.length).toBeGreaterThan(800);
  expect(new Set(told).size).toBe(79);
  leader.switchTo(7);
  tell();
  leader.switchTo(11);
  tell();
  expect(known).toEqual(leader.branches);
  // 40 to begin with and one a branch; of those that were gone over to, what they have to themselves
  expect(sent).toBe(114);
});

test('a card is hot-plugged and pulled out: rows of the story, taken back and done again like any other', () => {
  const later: Scenario = {
    title: 'q35',
    machine: 'q35',
    ram: 128,
    authentic: 'spec',
    parts: [
      { model: 'pcie-root-port', id: 'rp', addr: '4' },
      { model: 'nvme', id: 'disk', bus: 'rp', properties: { serial: 'x' }, plugged: false },
    ],
  };
  const s = new Session(later, [], [], 1, catalogue);
  const look = (): number => {
    s.act({ text: '', commands: [{ do: 'config', bdf: 0x100, offset: 0, bytes: 4 }] });
    return s.machine.trace.row(s.machine.trace.length - 1).value;
  };
  const port = 0x20;
  const slotStatus = (): number => (s.machine.look(s.machine.find(port), (0x54 + 0x18) >> 2) >>> 16) & 0x48;
  s.act({ text: '', commands: [{ do: 'config', bdf: port, offset: 0x18, bytes: 4, value: 0x0001_0100 }] });
  expect(look()).toBe(0xffff_ffff);
  expect(slotStatus()).toBe(0);
  s.act({ text: 'device_add nvme,id=disk,bus=rp', commands: [{ do: 'plug', part: 'disk' }] });
  expect(slotStatus()).toBe(0x48);
  // the slot was without power: nothing answers until software gives it some
  expect(look()).toBe(0xffff_ffff);
  s.act({
    text: '',
    commands: [{ do: 'config', bdf: port, offset: 0x54 + 0x18, bytes: 2, value: 0x01c0 }],
  });
  expect(look()).toBe(0x0010_1b36);
  const there = s.machine.image.hash();
  s.act({ text: 'device_del disk', commands: [{ do: 'unplug', part: 'disk' }] });
  expect(look()).toBe(0xffff_ffff);
  s.undo();
  s.undo();
  expect(s.machine.image.hash()).toBe(there);
  s.redo();
  const replayed = new Session(later, s.entries, [], 1, catalogue);
  expect(replayed.machine.image.hash()).toBe(s.machine.image.hash());
  for (let i = 0; i < s.machine.trace.length; i++)
    if (!s.machine.trace.isConsequence(i)) expect(commandOf(s.machine, s.machine.trace.row(i))).toBeDefined();
});
