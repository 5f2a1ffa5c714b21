/** The index finds what looking at every row finds, whatever has been cut and has grown since. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Trace } from './trace.ts';

test('the same rows as by looking at all, while the trace is cut and grows', () => {
  const piece = fc.record({
    cut: fc.nat(200_000),
    rows: fc.integer({ min: 1, max: 150_000 }),
    seed: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
      const trace = new Trace();
      for (const { cut, rows, seed } of pieces) {
        trace.cut(Math.min(cut, trace.length));
        let random = seed;
        for (let i = 0; i < rows; i++) {
          random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
          const fn = (random >>> 20) - 5;
          trace.push(3, 4, 0, 0, random & 3, 0, Math.max(-1, fn), 0, 0);
        }
        if (seed % 2 === 0) trace.functions.keepUp();
        for (let asked = 0; asked < 20; asked++) {
          random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
          const fn = (random >>> 8) & 4095;
          const at = random % (trace.length + 10);
          const passes = (i: number): boolean => trace.value[i] !== 3;
          const isIt = (i: number): boolean => trace.fn[i] === fn && passes(i);
          let last = Math.min(at, trace.length) - 1;
          while (last >= 0 && !isIt(last)) last--;
          let first = at;
          while (first < trace.length && !isIt(first)) first++;
          expect(trace.functions.last(fn, at, passes)).toBe(last);
          expect(trace.functions.first(fn, at, passes)).toBe(first < trace.length ? first : -1);
        }
      }
    }),
    { numRuns: 15 },
  );
});

test('of a long trace the rows of others are not looked at again', () => {
  const trace = new Trace();
  for (let i = 0; i < 300_000; i++) trace.push(3, 4, 0, 0, 0, 0, i % 1000, 0, 0);
  let asked = 0;
  const never = (): boolean => {
    asked++;
    return false;
  };
  expect(trace.functions.last(7, 262_144, never)).toBe(-1);
  expect(asked).toBe(263);
});
