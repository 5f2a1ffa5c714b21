/** Console lines: what they become, and where they are wrong. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scenario } from '../../scenario/scenario.ts';
import { Session } from '../session.ts';
import { complete } from './complete.ts';
import { readLine } from './language.ts';
import type { Context } from './verb.ts';
import { verbs } from './verbs.ts';

const scenario: Scenario = {
  title: 'test',
  machine: 'pc',
  ram: 16,
  authentic: 'qemu',
  parts: [{ model: 'e1000', addr: '3' }],
};
const session = new Session(scenario);
const context: Context = { scenario, machine: session.machine, cursor: 0, head: 0 };
const read = (line: string) => readLine(line, context);

const done = (line: string): unknown => {
  const result = read(line);
  return result.ok ? result.value : result.problem;
};

test('ports and memory take the address first, hexadecimal without prefix', () => {
  expect(done('outl cf8 80001810')).toEqual([
    {
      kind: 'act',
      text: 'outl 0xcf8 0x80001810',
      commands: [{ do: 'out', port: 0xcf8, bytes: 4, value: 0x80001810 }],
    },
  ]);
  expect(done('inw 0d3320')).toMatchObject([{ commands: [{ do: 'in', port: 0xcf8, bytes: 2 }] }]);
  expect(done('writeq febc0000 1122334455667788')).toMatchObject([
    { commands: [{ do: 'store', address: 0xfebc0000, bytes: 8, value: 0x55667788, high: 0x11223344 }] },
  ]);
});

test("Linux's order is recognized and the fix offered", () => {
  expect(done('outl 0x80000000 0xcf8')).toMatchObject({
    message: { id: 'problem.swapped' },
    fix: 'outl 0xcf8 0x80000000',
  });
  expect(done('outb(0x12, 0xcfc)')).toMatchObject({ fix: 'outb 0xcfc 0x12' });
});

test('an error says what was expected, at the word that is wrong', () => {
  expect(done('inl')).toEqual({
    message: { id: 'problem.expected', with: { expected: 'PORT', given: '' } },
    place: { from: 3, to: 3 },
  });
  expect(done('inl cfc; inb zz')).toMatchObject({
    message: { with: { given: 'zz' } },
    place: { from: 13, to: 15 },
  });
  expect(done('inb 12345')).toMatchObject({
    message: { id: 'problem.too-large' },
    place: { from: 4, to: 9 },
  });
  expect(done('setpic -s 3.0 COMMAND')).toMatchObject({
    message: { with: { nearest: 'setpci' } },
    fix: 'setpci',
  });
  expect(done('undo now')).toMatchObject({ message: { id: 'problem.extra' }, place: { from: 5, to: 8 } });
});

test('remarks and empty commands do nothing', () => {
  expect(done('')).toEqual([]);
  expect(done(' ; ;# inl cfc')).toEqual([]);
  expect(done('inl cfc # the data')).toMatchObject([{ kind: 'act' }]);
});

test('every example in the table is read without a problem', () => {
  for (const verb of verbs) {
    const result = readLine(verb.example, { ...context, cursor: 20, head: 40 });
    expect(result, verb.example).toMatchObject({ ok: true });
    expect(verb.example.startsWith(verb.name)).toBe(true);
  }
});

test('lspci lists what the bus numbers reach', () => {
  expect(done('lspci -n -s 3.0')).toEqual([{ kind: 'print', text: '00:03.0 0200: 8086:100e (rev 03)\n' }]);
});

test('info qemu is the command line of the same machine', () => {
  expect(done('info qemu')).toEqual([
    {
      kind: 'print',
      text: 'qemu-system-x86_64 -machine pc -name guest=test -m 16 -nodefaults -device e1000,addr=3\n',
    },
  ]);
});

test('setpci becomes config accesses of the functions that fit', () => {
  expect(done('setpci -s 3.0 BASE_ADDRESS_0=ffffffff COMMAND=2:2')).toMatchObject([
    {
      commands: [
        { do: 'config', bdf: 0x18, offset: 0x10, bytes: 4, value: 0xffffffff },
        { do: 'config', bdf: 0x18, offset: 4, bytes: 2, value: 2, mask: 2 },
      ],
    },
  ]);
  expect(done('setpci -s 9.0 COMMAND')).toMatchObject({ message: { id: 'problem.nothing-chosen' } });
  expect(done('setpci -s 3.0 CAP_MSI+2.W')).toMatchObject({
    message: { id: 'problem.no-capability' },
    place: { from: 14 },
  });
  expect(done('setpci -s 3.0 100.L')).toMatchObject({ message: { id: 'problem.needs-ecam' } });
});

test('a dry setpci prints what it reads and what it would write', () => {
  expect(done('setpci -D -s 3.0 VENDOR_ID COMMAND=2:2 BASE_ADDRESS_0=1,2')).toEqual([
    {
      kind: 'print',
      text: '8086\n0000:00:03.0 @04 0000->(0002:0002)->0002\n0000:00:03.0 @10 00000001 00000002\n',
    },
  ]);
});

test('completion offers verbs, slots and registers', () => {
  expect(complete('set', 3, context).options.map((o) => o.text)).toEqual(['setpci']);
  expect(complete('lspci -s 00:0', 13, context)).toMatchObject({ from: 9 });
  expect(complete('lspci -s 00:03', 14, context).options).toEqual([{ text: '00:03.0', note: 'e1000' }]);
});

/** Words that lines are made of, so that random lines get somewhere. */
const word = fc.oneof(
  fc.constantFrom(...verbs.map((v) => v.name)),
  fc.constantFrom(
    '-s',
    '-d',
    '-v',
    '-xxx',
    '00:03.0',
    '*:*.*',
    'COMMAND',
    'COMMAND=7:3',
    '10.L=ffffffff',
    'CAP_MSI+2.W',
    'cf8',
    'cfc',
    'febc0000',
    '0',
    ';',
    '#',
    '(',
    ',',
    '-5',
    'start',
    'pci',
  ),
  fc.string({ maxLength: 8 }),
);

test('10,000 random lines never throw, and what they do keeps the session sound', () => {
  const s = new Session(scenario);
  fc.assert(
    fc.property(fc.array(word, { maxLength: 7 }), (words) => {
      const line = words.join(' ');
      const result = readLine(line, {
        scenario,
        machine: s.machine,
        cursor: s.machine.trace.length,
        head: s.machine.trace.length,
      });
      complete(line, line.length, { scenario, machine: s.machine, cursor: 0, head: 0 });
      if (!result.ok) {
        expect(result.problem.message.id).not.toBe('');
        return;
      }
      for (const action of result.value) {
        if (action.kind === 'act') s.act({ text: action.text, commands: action.commands });
        if (action.kind === 'undo') s.undo();
        if (action.kind === 'redo') s.redo();
      }
    }),
    { numRuns: 10_000 },
  );
  expect(new Session(scenario, s.entries).machine.image.hash()).toBe(s.machine.image.hash());
  const hash = s.machine.image.hash();
  s.machine.seek(0);
  s.machine.seek(s.machine.trace.length);
  expect(s.machine.image.hash()).toBe(hash);
});
