import { expect, test } from 'vitest';
import fc from 'fast-check';
import { firstVisit } from '../../content/scenarios/first-visit.ts';
import { Session } from '../../session/session.ts';
import { itemsOf, type Block, type Items, type MapWindow } from './items.ts';
import { inColumn, labelHeight, layoutOf, least } from './layout.ts';

const block = (from: number, bytes: number, more: Partial<Block> = {}): Block => ({
  key: `${from.toString(16)}+${bytes.toString(16)}`,
  kind: 'bar',
  look: 'memory',
  state: 'on',
  from,
  to: from + bytes - 1,
  fn: 1,
  overlaps: [],
  outside: [],
  ...more,
});
const bridge = (from: number, to: number, depth = 0): MapWindow => ({
  key: `w${from.toString(16)}.${String(depth)}`,
  kind: 'memory',
  from,
  to,
  enabled: true,
  fn: 2,
  depth,
  at: 0x20,
});
const memory = (blocks: Block[], windows: MapWindow[] = []): Items => ({ space: 'memory', blocks, windows });

const touch = (a: { x: number; y: number; width: number; height: number }, b: typeof a): boolean =>
  a.x < b.x + b.width - 0.01 &&
  b.x < a.x + a.width - 0.01 &&
  a.y < b.y + b.height - 0.01 &&
  b.y < a.y + a.height - 0.01;

test('boxes never overlap, are never too small, and keep the order of their addresses', () => {
  const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 0xf_ffff }), fc.integer({ min: 0, max: 20 })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(some, (spec) => {
      const blocks = spec.map(([page, log], i) => block(page * 4096, 4096 * 2 ** log, { key: String(i) }));
      const { boxes } = layoutOf(memory(blocks), 330, 500);
      expect(boxes).toHaveLength(blocks.length);
      for (const a of boxes) {
        expect(a.height).toBeGreaterThanOrEqual(least - 0.01);
        for (const b of boxes) if (a !== b) expect(touch(a, b)).toBe(false);
      }
      const at = (key: string) => boxes.find((b) => b.key === key)?.y ?? 0;
      for (const a of blocks)
        for (const b of blocks) if (a.from > b.to) expect(at(a.key)).toBeLessThan(at(b.key));
    }),
    { numRuns: 60 },
  );
});

test('a larger block is higher, and none is higher than its share of the room', () => {
  const { boxes } = layoutOf(memory([block(0, 2 ** 28), block(2 ** 30, 2 ** 14)]), 330, 500);
  const [small, large] = boxes;
  expect(large?.height).toBeGreaterThan(small?.height ?? 0);
  const tight = layoutOf(memory([block(0, 2 ** 28), block(2 ** 30, 2 ** 14)]), 330, 80);
  expect(tight.boxes.map((b) => b.height)).toEqual([least, least]);
});

test('a large gap is broken, room in a window is free, a small gap is only space', () => {
  const l = layoutOf(
    memory(
      [block(0, 2 ** 28), block(0xfea0_0000, 2 ** 20), block(0xfec0_0000, 4096), block(0xfec0_2000, 4096)],
      [bridge(0xfea0_0000, 0xfebf_ffff)],
    ),
    330,
    500,
  );
  expect(l.gaps.map((g) => g.kind)).toEqual(['space', 'free', 'break']);
});

test('a bracket spans what its window holds; an inner one stands nearer', () => {
  const l = layoutOf(
    memory(
      [block(0xfea0_0000, 2 ** 20), block(0, 2 ** 28)],
      [bridge(0xfea0_0000, 0xfebf_ffff, 0), bridge(0xfea0_0000, 0xfeaf_ffff, 1)],
    ),
    330,
    500,
  );
  const box = l.boxes.find((b) => b.key.startsWith('fea'));
  const [outer, inner] = ['wfea00000.0', 'wfea00000.1'].map((key) => l.brackets.find((b) => b.key === key));
  expect(inner).toMatchObject({ y: box?.y, height: box?.height });
  expect(outer?.x).toBeGreaterThan(inner?.x ?? 0);
  expect((outer?.y ?? 0) + (outer?.height ?? 0)).toBeCloseTo((inner?.y ?? 0) + (inner?.height ?? 0));
  expect(Math.abs((outer?.labelY ?? 0) - (inner?.labelY ?? 0))).toBeGreaterThanOrEqual(labelHeight);
});

test('addresses beside the axis keep their distance', () => {
  const blocks = Array.from({ length: 30 }, (_, i) => block(0xf000_0000 + i * 4096, 4096));
  const ys = layoutOf(memory(blocks), 330, 300).ticks.map((t) => t.y);
  ys.slice(1).forEach((y, i) => expect(y - (ys[i] ?? 0)).toBeGreaterThanOrEqual(13));
});

test('above 4 GiB there is a divider', () => {
  expect(layoutOf(memory([block(0, 4096)]), 330, 500).divider).toBeUndefined();
  const l = layoutOf(memory([block(0, 4096), block(2 ** 33, 4096)]), 330, 500);
  expect(l.divider).toBeGreaterThan(0);
});

test('an address is drawn inside its block', () => {
  const l = layoutOf(memory([block(0, 2 ** 28), block(0xfea0_0000, 2 ** 20)]), 330, 500);
  const box = l.boxes[0];
  const y = l.y(0xfea8_0000);
  expect(y).toBeGreaterThan(box?.y ?? 0);
  expect(y).toBeLessThan((box?.y ?? 0) + (box?.height ?? 0));
});

test('the first visit: every block of both spaces has a box, at every row', () => {
  const { machine } = new Session(firstVisit.scenario, firstVisit.entries);
  for (let row = 0; row <= machine.trace.length; row++) {
    machine.seek(row);
    for (const space of ['io', 'memory'] as const) {
      const items = itemsOf(machine, space);
      const { boxes } = layoutOf(items, 336, 480);
      const keys = new Set(boxes.map((b) => b.key));
      expect(items.blocks.filter(inColumn).filter((b) => !keys.has(b.key))).toEqual([]);
      for (const a of boxes) for (const b of boxes) if (a !== b) expect(touch(a, b)).toBe(false);
    }
  }
});
