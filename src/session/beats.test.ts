/** The moments of an access, as they are told. */
import { expect, test } from 'vitest';
import { explain } from '../engine/explain.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { beatsOf, sentenceOf } from './beats.ts';
import type { Command } from './command.ts';
import { Session } from './session.ts';

const scenario: Scenario = {
  title: 'test',
  machine: 'pc',
  ram: 16,
  authentic: 'qemu',
  parts: [
    { model: 'e1000', addr: '3' },
    { model: 'nvme', addr: '4', properties: { serial: '1' } },
    { model: 'pci-bridge', addr: '5', properties: { chassis_nr: '1' } },
  ],
};

const config = (bdf: number, offset: number, value?: number, bytes: 1 | 2 | 4 = 4): Command => ({
  do: 'config',
  bdf,
  offset,
  bytes,
  ...(value === undefined ? {} : { value }),
});

/** Kinds and sentence of the last row after these commands. */
function told(...commands: Command[]) {
  const session = new Session(scenario, [{ text: '', commands }]);
  const { machine: m } = session;
  const e = explain(m, m.trace.length - 1);
  m.seek(m.trace.length);
  const beats = beatsOf(m, e);
  return { kinds: beats.map((b) => b.kind), sentence: sentenceOf(m, e, beats) };
}

const e1000 = 0x18;
const nvme = 0x20;

test('a narrow write bounces off CONFIG_ADDRESS', () => {
  expect(told({ do: 'out', port: 0xcf8, bytes: 2, value: 1 }).kinds).toEqual(['ask', 'bounce']);
});

test('a read with the enable bit off makes no cycle', () => {
  expect(
    told({ do: 'out', port: 0xcf8, bytes: 4, value: 0x1800 }, { do: 'in', port: 0xcfc, bytes: 4 }).kinds,
  ).toEqual(['ask', 'ones', 'return']);
});

test('nobody at a slot: abort, and ones from the bridge', () => {
  const { kinds, sentence } = told(config(0x48, 0));
  expect(kinds).toEqual(['ask', 'decide', 'abort', 'ones', 'return']);
  expect(sentence).toMatchObject({ id: 'say.absent', with: { who: '00:09.0' } });
});

test('sizing a 32-bit BAR tells flags, inversion and sum', () => {
  const { kinds, sentence } = told(config(e1000, 0x10, 0xffffffff), { do: 'in', port: 0xcfc, bytes: 4 });
  expect(kinds).toEqual(['ask', 'decide', 'claim', 'return', 'flags', 'invert', 'add']);
  expect(sentence).toMatchObject({ id: 'say.size', with: { bar: 'BAR0', bytes: '128 KiB' } });
});

test('sizing a 64-bit BAR puts both halves together at the second read', () => {
  const { kinds, sentence } = told(
    config(nvme, 0x10, 0xffffffff),
    config(nvme, 0x14, 0xffffffff),
    config(nvme, 0x14),
  );
  expect(kinds.slice(-3)).toEqual(['flags', 'invert', 'add']);
  expect(sentence).toMatchObject({
    id: 'say.size',
    with: { bar: 'BAR0', value: '0xffffffff', bytes: '16 KiB' },
  });
});

test('a programmed BAR is an outline until Command lets it decode', () => {
  expect(told(config(e1000, 0x10, 0xfeb80000)).kinds.at(-1)).toBe('outline');
  const { kinds, sentence } = told(config(e1000, 0x10, 0xfeb80000), config(e1000, 4, 2, 2));
  expect(kinds.at(-1)).toBe('map');
  expect(sentence).toMatchObject({ id: 'say.map', with: { address: '0xfeb80000', last: '0xfeb9ffff' } });
  expect(
    told(config(e1000, 0x10, 0xfeb80000), config(e1000, 4, 2, 2), config(e1000, 4, 0, 2)).kinds.at(-1),
  ).toBe('unmap');
});

test('memory: RAM answers before PCI is asked; a hole says that decode is off', () => {
  expect(told({ do: 'load', address: 0x1000, bytes: 4 }).kinds).toEqual(['ask', 'platform', 'return']);
  const { sentence } = told(config(e1000, 0x10, 0xfeb80000), { do: 'load', address: 0xfeb80008, bytes: 4 });
  expect(sentence).toMatchObject({ id: 'say.abort-disabled', with: { who: '00:03.0' } });
});

test("a bridge's numbers and windows are told as they are given", () => {
  const bridge = 0x28;
  const looking = told(config(bridge, 0x18, 0x00ff0100));
  expect(looking.kinds.at(-1)).toBe('numbers');
  expect(looking.sentence).toMatchObject({
    id: 'bridge.numbers',
    with: { secondary: '01', subordinate: 'ff' },
  });
  const open = told(config(bridge, 4, 2, 2), config(bridge, 0x20, 0xfeb0fea0));
  expect(open.kinds.slice(-2)).toEqual(['mask', 'window']);
  expect(open.sentence).toMatchObject({
    id: 'bridge.window',
    with: { kind: 'memory', enabled: true, from: '0xfea00000', to: '0xfebfffff', bytes: '2 MiB' },
  });
  expect(told(config(bridge, 0x20, 0x0000fff0)).sentence).toMatchObject({ id: 'bridge.closed' });
  // Command lets nothing through that was never set
  expect(told(config(bridge, 4, 3, 2)).kinds.at(-1)).toBe('mask');
});
