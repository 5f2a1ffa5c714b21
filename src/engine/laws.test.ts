/** The laws that hold on every board under every sequence of accesses (docs/architecture.md §6). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explain } from './explain.ts';
import { Machine } from './machine.ts';
import { regions } from './regions.ts';
import { routeIo, routeMemory } from './route.ts';
import { poke, pokes, randomBoard } from './testing.ts';

const boards = fc.nat(10_000).map(randomBoard);
const { assert: check } = fc;

test('reverse: winding back and forth over every row gives the same states both ways', () => {
  check(
    fc.property(boards, pokes, (board, list) => {
      const m = new Machine(board);
      const hashes = [m.image.hash()];
      for (const p of list) {
        const rows = m.trace.length;
        poke(m, p);
        for (let row = rows + 1; row < m.trace.length; row++) hashes.push(-1);
        if (m.trace.length > rows) hashes.push(m.image.hash());
      }
      for (let row = m.trace.length; row >= 0; row--) {
        m.seek(row);
        if (hashes[row] !== -1) expect(m.image.hash()).toBe(hashes[row]);
        else hashes[row] = m.image.hash();
      }
      for (let row = 0; row <= m.trace.length; row++) {
        m.seek(row);
        expect(m.image.hash()).toBe(hashes[row]);
      }
    }),
    { numRuns: 60 },
  );
});

test('replay: the same accesses on the same board give the same states and answers', () => {
  check(
    fc.property(boards, pokes, (board, list) => {
      const a = new Machine(board);
      const b = new Machine(board);
      expect(list.map((p) => poke(b, p))).toEqual(list.map((p) => poke(a, p)));
      expect(b.image.hash()).toBe(a.image.hash());
    }),
    { numRuns: 60 },
  );
});

test('transplant: the words alone are the state', () => {
  check(
    fc.property(boards, pokes, pokes, (board, before, after) => {
      const a = new Machine(board);
      for (const p of before) poke(a, p);
      const b = new Machine(board);
      a.image.transplant(b.image);
      b.forgetRoutes();
      b.forgetPorts();
      expect(after.map((p) => poke(b, p))).toEqual(after.map((p) => poke(a, p)));
      expect(b.image.hash()).toBe(a.image.hash());
    }),
    { numRuns: 60 },
  );
});

test('amnesia: dropping everything derived before every access changes nothing', () => {
  check(
    fc.property(boards, pokes, (board, list) => {
      const a = new Machine(board);
      const b = new Machine(board);
      for (const p of list) {
        b.forgetRoutes();
        b.forgetPorts();
        expect(poke(b, p)).toBe(poke(a, p));
      }
      expect(b.image.hash()).toBe(a.image.hash());
    }),
    { numRuns: 60 },
  );
});

test('looking changes nothing: explaining every row leaves the machine as it was', () => {
  check(
    fc.property(boards, pokes, (board, list) => {
      const m = new Machine(board);
      for (const p of list) poke(m, p);
      const hash = m.image.hash();
      const position = m.image.tape.position;
      for (let row = 0; row < m.trace.length; row++) {
        const { row: told } = explain(m, row);
        expect(told.row).toBe(row);
      }
      expect(m.image.hash()).toBe(hash);
      expect(m.image.tape.position).toBe(position);
    }),
    { numRuns: 40 },
  );
});

test('the map and the router agree on every edge', () => {
  check(
    fc.property(boards, pokes, (board, list) => {
      const m = new Machine(board);
      for (const p of list) poke(m, p);
      for (const space of ['io', 'memory'] as const) {
        const flat = regions(m, space);
        for (const [i, region] of flat.entries()) {
          expect(region.to).toBeGreaterThanOrEqual(region.from);
          const previous = flat[i - 1];
          if (previous) expect(region.from).toBeGreaterThan(previous.to);
          for (const address of [region.from, region.to]) {
            if (space === 'io') routeIo(m, address);
            else routeMemory(m, address);
            expect(m.claim.fn).toBe(region.fn);
          }
        }
      }
    }),
    { numRuns: 40 },
  );
});
