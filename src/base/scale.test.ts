import { expect, it } from 'vitest';
import { along, alongLog } from './scale.ts';

it('goes straight from end to end and stays inside', () => {
  expect(along(5, [0, 10], [100, 200])).toBe(150);
  expect(along(-5, [0, 10], [100, 200])).toBe(100);
  expect(along(15, [0, 10], [100, 200])).toBe(200);
  expect(along(2, [0, 10], [200, 100])).toBe(180);
  expect(along(3, [3, 3], [0, 1])).toBe(0.5);
});

it('goes up by as much with every doubling', () => {
  expect(alongLog(4, [1, 16], [0, 100])).toBeCloseTo(50);
  expect(alongLog(2 ** 20, [1, 2 ** 40], [0, 1])).toBeCloseTo(0.5);
});
