/** The overview says what counting row by row would say, at any range and width, however the rows arrived. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Op, Outcome, Trace } from '../engine/trace.ts';
import { lanes, Overview, touches, type Watched } from './overview.ts';

const ops = Object.values(Op);
const outcomes = Object.values(Outcome);

function push(trace: Trace, seed: number, rows: number): void {
  for (let i = 0; i < rows; i++) {
    const n = Math.imul(seed + i, 0x9e37_79b1) >>> 8;
    const op = (ops[n % ops.length] ?? 0) | ((n & 64) << 1);
    trace.push(op, 1 << (n % 3), outcomes[(n >> 3) % 4] ?? 0, n, n, 0, (n >> 5) % 3, n % 64, 0);
  }
}

/** One row after the other. */
function slowly(trace: Trace, from: number, to: number, columns: number, watched: Watched) {
  const counts = new Uint32Array(lanes.length * columns);
  const unclaimed = new Uint32Array(lanes.length * columns);
  const marks = new Uint8Array(columns);
  for (let i = 0; i < trace.length; i++) {
    const column = Math.floor(((i + 0.5 - from) * columns) / (to - from));
    if (column < 0 || column >= columns) continue;
    const { op, outcome } = trace.row(i);
    const isConfig = op === Op.config || op === Op.latch || op === Op.ecam;
    const lane = isConfig ? 0 : op === Op.io ? 1 : op === Op.memory ? 2 : 3;
    const at = lane * columns + column;
    counts[at] = (counts[at] ?? 0) + 1;
    if (outcome === Outcome.unclaimed) unclaimed[at] = (unclaimed[at] ?? 0) + 1;
    if (touches(trace, i, watched)) marks[column] = 1;
  }
  return { bins: { columns, counts, unclaimed, most: Math.max(0, ...counts) }, marks };
}

test('any range in any number of columns, while the trace grows and is cut', () => {
  const stretch = fc.record({
    keep: fc.nat(600),
    rows: fc.nat(500),
    from: fc.nat(300),
    length: fc.integer({ min: 1, max: 700 }),
    columns: fc.integer({ min: 1, max: 40 }),
  });
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 6 }), (stretches) => {
      const trace = new Trace();
      const overview = new Overview(trace);
      const watched = { fn: 1, offset: 8, bytes: 4 };
      stretches.forEach(({ keep, rows, from, length, columns }, i) => {
        trace.length = Math.min(trace.length, keep);
        overview.cut(trace.length);
        push(trace, i * 1000, rows);
        const slow = slowly(trace, from, from + length, columns, watched);
        expect(overview.bins(from, from + length, columns)).toEqual(slow.bins);
        expect(overview.marks(watched, from, from + length, columns)).toEqual(slow.marks);
      });
    }),
    { numRuns: 60 },
  );
});

test('a million rows in a thousand columns: not all are read', () => {
  const trace = new Trace();
  push(trace, 1, 1_000_000);
  const overview = new Overview(trace);
  overview.bins(0, 1, 1);
  let read = 0;
  trace.op = new Proxy(trace.op, {
    get: (column, key) => {
      read++;
      return Reflect.get(column, key) as unknown;
    },
  });
  const { counts } = overview.bins(3, 999_999, 1000);
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(999_996);
  expect(read).toBeLessThan(1001 * 64);
});
