import { expect, test } from 'vitest';
import fc from 'fast-check';
import { Op, Outcome, Trace } from '../../engine/trace.ts';
import { binRows, lanes, touches } from './bins.ts';

const trace = (ops: readonly { op: number; outcome?: number; fn?: number; target?: number }[]): Trace => {
  const t = new Trace();
  for (const { op, outcome = 0, fn = -1, target = 0 } of ops) t.push(op, 4, outcome, 0, 0, 0, fn, target, 0);
  return t;
};

test('every row is counted once, whatever the zoom', () => {
  const ops = fc.array(fc.constantFrom(...Object.values(Op), Op.config | 128), {
    minLength: 1,
    maxLength: 200,
  });
  fc.assert(
    fc.property(ops, fc.integer({ min: 1, max: 300 }), (given, columns) => {
      const { counts, most } = binRows(trace(given.map((op) => ({ op }))), 0, given.length, columns);
      expect(counts.reduce((a, b) => a + b, 0)).toBe(given.length);
      expect(most).toBe(Math.max(...counts));
    }),
  );
});

test('rows go to their lane and column', () => {
  const t = trace([
    { op: Op.latch },
    { op: Op.config | 128 },
    { op: Op.io },
    { op: Op.memory },
    { op: Op.dma },
  ]);
  const { counts } = binRows(t, 0, 5, 5);
  const filled = lanes.map((_, lane) => Array.from(counts.subarray(lane * 5, lane * 5 + 5)));
  expect(filled).toEqual([
    [1, 1, 0, 0, 0],
    [0, 0, 1, 0, 0],
    [0, 0, 0, 1, 0],
    [0, 0, 0, 0, 1],
  ]);
});

test('only the rows of the view count, and unclaimed ones are told apart', () => {
  const t = trace([{ op: Op.io }, { op: Op.io, outcome: Outcome.unclaimed }, { op: Op.io }, { op: Op.io }]);
  const { counts, unclaimed } = binRows(t, 1, 3, 2);
  expect(Array.from(counts.subarray(2, 4))).toEqual([1, 1]);
  expect(Array.from(unclaimed.subarray(2, 4))).toEqual([1, 0]);
});

test('accesses to the watched register are marked', () => {
  const at = (offset: number) => ({ op: Op.config, fn: 3, target: (0x18 << 12) | offset });
  const t = trace([at(0x10), at(0x14), { op: Op.memory, fn: 3 }, { ...at(0x10), fn: 4 }]);
  const bar = { fn: 3, offset: 0x10, bytes: 4 };
  expect(Array.from(binRows(t, 0, 4, 4, bar).marks)).toEqual([1, 0, 0, 0]);
  expect(Array.from(binRows(t, 0, 4, 4, { ...bar, offset: undefined }).marks)).toEqual([1, 1, 1, 0]);
  expect(touches(t, 0, { fn: 3, offset: 0x12, bytes: 1 })).toBe(true);
});

test('a million rows are read by samples that add up and keep the shares', () => {
  const t = new Trace();
  for (let i = 0; i < 1_000_000; i++) t.push(i % 4 === 0 ? Op.memory : Op.config, 4, 0, 0, 0, 0, -1, 0, 0);
  const { counts } = binRows(t, 0, t.length, 100);
  expect(counts.reduce((a, b) => a + b, 0)).toBe(1_000_000);
  const memory = counts.subarray(200, 300).reduce((a, b) => a + b, 0);
  expect(memory / 1_000_000).toBeCloseTo(0.25, 1);
});
