/** CONFIG_ADDRESS taken apart and put together, and the cycle that comes of it. */
import { expect, test } from 'vitest';
import { BoardBuilder } from '../../engine/board.ts';
import { Machine } from '../../engine/machine.ts';
import { bridgeShape, endpointShape, plainPlatform } from '../../engine/testing.ts';
import {
  type FieldId,
  type FieldSpec,
  fieldOf,
  fieldSpecs,
  phaseOf,
  reachOf,
  readNumber,
  stepped,
  withField,
} from './compose.ts';

const spec = (id: FieldId): FieldSpec => {
  const found = fieldSpecs.find((f) => f.id === id);
  if (!found) throw new Error(id);
  return found;
};

test('fields of 0x80011810: bus 1, device 3, function 0, register 0x10', () => {
  expect(fieldSpecs.map((f) => fieldOf(0x8001_1810, f))).toEqual([1, 1, 3, 0, 0x10]);
});

test('setting a field touches nothing else, reserved bits included', () => {
  expect(withField(0xff01_1811, spec('device'), 31)).toBe(0xff01_f811);
  expect(withField(0, spec('enable'), 1)).toBe(0x8000_0000);
  expect(withField(0x8000_0000, spec('register'), 0x13)).toBe(0x8000_0010);
});

test('arrow keys step registers by dwords and stop at the edges', () => {
  expect(stepped(spec('register'), 0x10, 1)).toBe(0x14);
  expect(stepped(spec('register'), 0xfc, 1)).toBe(0xfc);
  expect(stepped(spec('bus'), 0, -1)).toBe(0);
});

test('numbers are read in the base that is shown, 0x always means hex', () => {
  expect(readNumber('1f', 'hex', 31)).toBe(31);
  expect(readNumber('31', 'decimal', 31)).toBe(31);
  expect(readNumber('0x1f', 'decimal', 31)).toBe(31);
  expect(readNumber('20', 'hex', 31)).toBeUndefined();
  expect(readNumber('1f', 'decimal', 31)).toBeUndefined();
});

test('bus 0 makes a Type 0 cycle: device 3 raises AD14', () => {
  expect(phaseOf(0x8000_1810)).toMatchObject({ type: 0, line: 14, ad: 0x0000_4010 });
});

test('device 20 raises AD31, device 21 has no line left', () => {
  expect(phaseOf(0x8000_a000)).toMatchObject({ type: 0, line: 31, ad: 0x8000_0000 });
  expect(phaseOf(0x8000_a800)).toMatchObject({ type: 0, line: undefined, ad: 0 });
});

test('another bus makes a Type 1 cycle: the address as it is, ending in 01', () => {
  expect(phaseOf(0x8001_0810)).toMatchObject({ type: 1, ad: 0x0001_0811 });
  expect(phaseOf(0x0001_0810)).toBeUndefined();
});

test('who would answer: through the bridge once it is numbered, nobody before', () => {
  const builder = new BoardBuilder('pci.0', false);
  const bridge = builder.plug({ path: 'b', model: 'bridge', shape: bridgeShape(), wire: 0, devfn: 8 });
  const edu = builder.plug({ path: 'e', model: 'edu', shape: endpointShape(), wire: 1, devfn: 8 });
  const m = new Machine(builder.done(plainPlatform, 0x100000, 'qemu'));
  expect(reachOf(m, 0x8001_0800)?.fn).toBe(-1);
  m.out(0xcf8, 0x8000_0818, 4);
  m.out(0xcfc, 0x0001_0100, 4);
  const rows = m.trace.length;
  expect(reachOf(m, 0x8001_0800)).toMatchObject({ fn: edu, through: [bridge] });
  expect(m.trace.length).toBe(rows);
});
