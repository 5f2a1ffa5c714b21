/** The bus picture's arithmetic: nothing overlaps, everything hangs on its rail, drops never cross cards. */
import { expect, test } from 'vitest';
import { BoardBuilder, type Board } from '../../engine/board.ts';
import { bridgeShape, endpointShape, plainPlatform, randomBoard } from '../../engine/testing.ts';
import { censusOf, foldedPlan } from './fold.ts';
import { layout, rowsOf, spread, type Box, type Layout } from './layout.ts';
import { planOf } from './plan.ts';

/** A board drawn as text: indentation is the bus, `bridge` opens one. */
function drawn(text: string): Board {
  const builder = new BoardBuilder('pci.0', false);
  const wires: { indent: number; wire: number }[] = [{ indent: 0, wire: 0 }];
  for (const line of text.split('\n').filter((l) => l.trim() !== '')) {
    const indent = line.search(/\S/);
    const [, device = '0', fn = '0', model = ''] = /^\s*(\w+)\.(\d) (\S+)/.exec(line) ?? [];
    while ((wires.at(-1)?.indent ?? 0) > indent) wires.pop();
    const wire = wires.at(-1)?.wire ?? 0;
    const shape = model === 'bridge' ? bridgeShape() : endpointShape();
    const devfn = Number.parseInt(device, 16) * 8 + Number(fn);
    const index = builder.plug({
      path: `${model}${String(builder.parts.length)}`,
      model,
      shape,
      wire,
      devfn,
    });
    const below = builder.parts[index]?.below;
    if (below !== undefined) wires.push({ indent: indent + 2, wire: below });
  }
  return builder.done(plainPlatform, 0x100000, 'qemu');
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w - 0.01 && b.x < a.x + a.w - 0.01 && a.y < b.y + b.h - 0.01 && b.y < a.y + a.h - 0.01;

/** Faults of a picture, in words. */
function faults(place: Layout): string[] {
  const found: string[] = [];
  const boxes: [string, Box][] = [
    ...[...place.cards.values()].map((c): [string, Box] => [`card ${String(c.fn)}`, c.box]),
    ...place.rests.map((r): [string, Box] => [`rest of ${String(r.folded.wire)}`, r.box]),
    ['cpu', place.cpu],
    ['memory', place.memory],
    ['host', place.host],
  ];
  boxes.forEach(([name, a], i) => {
    for (const [other, b] of boxes.slice(i + 1)) if (overlap(a, b)) found.push(`${name} overlaps ${other}`);
    if (a.x < 0 || a.x + a.w > place.width || a.y + a.h > place.height) found.push(`${name} is outside`);
  });
  for (const card of place.cards.values()) {
    const row = place.rails[card.wire]?.rows[card.row];
    if (!row || card.stem.y !== row.y || card.stem.x < row.from || card.stem.x > row.to)
      found.push(`card ${String(card.fn)} is off its rail`);
  }
  // of what is folded there is no rail
  for (const rail of Object.values(place.rails)) {
    const first = rail.rows[0];
    const end = rail.drop.at(-1);
    if (!first || !end || end.y !== first.y || end.x < first.from || end.x > first.to)
      found.push(`drop of wire ${String(rail.wire)} misses its rail`);
    for (const row of rail.rows) {
      for (const [name, box] of boxes) {
        if (overlap({ x: row.from, y: row.y - 1, w: row.to - row.from, h: 2 }, box))
          found.push(`rail ${String(rail.wire)} runs through ${name}`);
      }
    }
    rail.drop.slice(1).forEach((p, i) => {
      const q = rail.drop[i] ?? p;
      const line = {
        x: Math.min(p.x, q.x) - 0.5,
        y: Math.min(p.y, q.y) + 1,
        w: Math.abs(p.x - q.x) + 1,
        h: Math.abs(p.y - q.y) - 2,
      };
      for (const [name, box] of boxes)
        if (overlap(line, box)) found.push(`drop of wire ${String(rail.wire)} crosses ${name}`);
    });
  }
  return found;
}

const pc = drawn(`
1.0 isa
1.1 ide
1.3 pm
2.0 vga
3.0 e1000
4.0 bridge
  1.0 edu
  2.0 nvme
`);

test('the first visit fits its pane: one row of cards, the second bus under its bridge', () => {
  const place = layout(planOf(pc), 504);
  expect(faults(place)).toEqual([]);
  expect(place.width).toBe(504);
  expect(place.rails.map((r) => r.rows.length)).toEqual([1, 1]);
  expect(place.height).toBeLessThan(530);
  expect(place.frames.map((f) => f.fns)).toEqual([[0, 1, 2]]);
});

test('a narrow pane wraps the bus into rows with a spine at the left', () => {
  const place = layout(planOf(pc), 330);
  expect(faults(place)).toEqual([]);
  expect(place.rails[0]?.rows.length).toBe(2);
});

test('bridges side by side where there is room, one under the other where not', () => {
  const two = drawn(`
1.0 bridge
  1.0 a
2.0 bridge
  1.0 b
3.0 bridge
  1.0 c
  2.0 d
  3.0 e
  4.0 f
`);
  const wide = layout(planOf(two), 1100);
  const narrow = layout(planOf(two), 504);
  expect(faults(wide)).toEqual([]);
  expect(faults(narrow)).toEqual([]);
  expect(wide.rails[1]?.rows[0]?.y).toBe(wide.rails[3]?.rows[0]?.y);
  expect(narrow.rails[3]?.rows[0]?.y).toBeGreaterThan(narrow.rails[1]?.rows[0]?.y ?? 0);
});

test('a chain of ten bridges does not drift to the side', () => {
  const chain = Array.from({ length: 10 }, (_, i) => `${'  '.repeat(i)}1.0 bridge`).join('\n');
  const place = layout(planOf(drawn(chain)), 504);
  expect(faults(place)).toEqual([]);
  expect(place.width).toBe(504);
});

test('random boards at any width: nothing overlaps, nothing is off its rail', () => {
  for (let seed = 1; seed <= 60; seed++) {
    for (const width of [300, 340, 504, 800, 1400]) {
      expect({ seed, width, faults: faults(layout(planOf(randomBoard(seed)), width)) }).toEqual({
        seed,
        width,
        faults: [],
      });
    }
  }
});

test('random boards folded: the same', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const board = randomBoard(seed);
    const plan = planOf(board);
    const open = { open: new Set([1, 3]), whole: new Set([3]) };
    const seen = { fns: [seed % board.parts.length], wires: [] };
    const folded = foldedPlan(plan, censusOf(plan, []), board, open, seen, { enough: 3, rail: 4, passed: 2 });
    for (const width of [300, 504, 1400])
      expect({ seed, width, faults: faults(layout(folded, width)) }).toEqual({ seed, width, faults: [] });
  }
});

test('a full bus of 32 devices is laid out within a frame', () => {
  const full = drawn(Array.from({ length: 32 }, (_, i) => `${i.toString(16)}.0 x`).join('\n'));
  const place = layout(planOf(full), 504);
  expect(faults(place)).toEqual([]);
  expect(place.rails[0]?.rows.length).toBe(8);
});

test('rows are about equally long', () => {
  const units = Array.from({ length: 5 }, (_, fn) => ({ fns: [fn], below: -1 }));
  expect(rowsOf(units, 480).map((r) => r.length)).toEqual([3, 2]);
});

test('blocks spread around their anchors without overlapping', () => {
  const at = spread(
    [
      { anchor: 50, width: 100 },
      { anchor: 60, width: 100 },
    ],
    0,
    300,
  );
  expect(at).toEqual([0, 108]);
  expect(
    spread(
      [
        { anchor: 290, width: 100 },
        { anchor: 295, width: 100 },
      ],
      0,
      300,
    ),
  ).toEqual([92, 200]);
});
