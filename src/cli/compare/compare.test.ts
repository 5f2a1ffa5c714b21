/** The tools that compare with QEMU, without QEMU: chance is repeatable, boards can be built, accesses are read, shrinking shrinks. */
import { expect, test } from 'vitest';
import { parseQtest } from '../../formats/qtest.ts';
import { boardOf } from './board-of.ts';
import { randomAccesses } from './random-accesses.ts';
import { argumentsOf, randomTopology } from './random-topology.ts';
import { randomFrom } from './random.ts';
import { shrink } from './shrink.ts';

test('a seed gives the same board and accesses every time; cf8 can build it and reads every line', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = randomFrom(seed);
    const args = argumentsOf(randomTopology(random));
    const board = boardOf(args);
    expect(board, args.join(' ')).not.toBeTypeOf('string');
    if (typeof board === 'string') return;
    const accesses = randomAccesses(board, random, 200);
    expect(accesses).toHaveLength(200);
    for (const line of accesses.flat()) expect(parseQtest(line), line).toMatchObject({ ok: true });
    const again = randomFrom(seed);
    expect(argumentsOf(randomTopology(again))).toEqual(args);
    expect(randomAccesses(board, again, 200)).toEqual(accesses);
  }
});

test('seeds differ, and numbers stay in their range', () => {
  expect(new Set(Array.from({ length: 50 }, (_, seed) => randomFrom(seed).word())).size).toBe(50);
  const random = randomFrom(7);
  const seen = new Set(Array.from({ length: 200 }, () => random.below(5)));
  expect(seen).toEqual(new Set([0, 1, 2, 3, 4]));
});

test('shrinking finds the items that matter, in order, and stops at its budget', async () => {
  const items = Array.from({ length: 100 }, (_, i) => i);
  let tries = 0;
  const fails = async (some: readonly number[]): Promise<boolean> => {
    tries++;
    return Promise.resolve(some.includes(17) && some.includes(80));
  };
  expect(await shrink(items, fails, 1000)).toEqual([17, 80]);
  tries = 0;
  await shrink(items, fails, 10);
  expect(tries).toBe(10);
});
