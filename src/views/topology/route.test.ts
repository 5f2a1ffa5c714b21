/** The access as a line: where it runs, and where it stands at each beat. */
import { expect, test } from 'vitest';
import { BoardBuilder } from '../../engine/board.ts';
import { explain } from '../../engine/explain.ts';
import { Machine } from '../../engine/machine.ts';
import { bridgeShape, endpointShape, plainPlatform } from '../../engine/testing.ts';
import { beatsOf } from '../../session/beats.ts';
import { layout, type Point } from './layout.ts';
import { outlineRows } from './outline-rows.ts';
import { pictureOf, windowLines, type CardPicture } from './picture.ts';
import { planOf } from './plan.ts';
import { between, fractions, legsOf, reached, routeOf } from './route.ts';
import { comparesOf, decisionOf, instruction, pillOf, refusals, registerValue } from './story.ts';

/** Two cards on bus 0, a bridge with one card behind it, numbered. */
function machine(): Machine {
  const builder = new BoardBuilder('pci.0', false);
  const plug = (
    path: string,
    shape: Parameters<typeof builder.plug>[0]['shape'],
    wire: number,
    device: number,
  ): number => builder.plug({ path, model: path, shape, wire, devfn: device * 8 });
  plug('a', endpointShape(), 0, 1);
  plug('bridge', bridgeShape(), 0, 2);
  plug('b', endpointShape(), 1, 1);
  const m = new Machine(builder.done(plainPlatform, 0x100000, 'qemu'));
  m.out(0xcf8, 0x8000_1018, 4);
  m.out(0xcfc, 0x0001_0100, 4);
  return m;
}

function drawn(m: Machine) {
  const e = explain(m, m.trace.length - 1);
  const beats = beatsOf(m, e);
  const place = layout(planOf(m.board), 504);
  return { e, beats, place, route: routeOf(e, beats, place) };
}

const straight = (points: readonly Point[]): boolean =>
  points.every((p, i) => i === 0 || p.x === points[i - 1]?.x || p.y === points[i - 1]?.y);

test('a read behind the bridge: CPU, host bridge, rail, bridge, rail, card, and back', () => {
  const m = machine();
  m.out(0xcf8, 0x8001_0800, 4);
  m.in(0xcfc, 4);
  const { e, beats, place, route } = drawn(m);
  expect(beats.map((b) => b.kind)).toEqual(['ask', 'decide', 'convert', 'claim', 'return']);
  expect(route && straight(route.points)).toBe(true);
  expect(route?.points.at(-1)).toEqual({ x: place.cards.get(2)?.stem.x, y: place.cards.get(2)?.top });
  expect(route?.stops.at(-1)).toBe(0);
  const far = beats.map((_, i) => (route ? reached(route, i + 1) : 0));
  expect(far).toEqual([...far].sort((a, b) => a - b));
  expect(comparesOf(e, beats, 5)).toEqual([{ fn: 1, text: '01 ≤ 01 ≤ 01', collar: 'converts' }]);
  expect(pillOf(e, beats, 3)).toBeUndefined();
  expect(pillOf(e, beats, 4)).toEqual({ fn: 2, verb: 'claims', value: '0x11e81234' });
  expect(registerValue(e.row, beats, 4)).toBeUndefined();
  expect(registerValue(e.row, beats, 5)).toBe('11e81234');
});

test('functions that were asked and are not on the way say no, as soon as their bus hears it', () => {
  const m = machine();
  m.out(0xcf8, 0x8001_0800, 4);
  m.in(0xcfc, 4);
  const { e, beats, place, route } = drawn(m);
  if (!route) throw new Error('no route');
  const who = (beat: number) => [
    ...refusals(e, route, beats, beat, (fn) => m.board.parts[fn]?.wire ?? -1, place.cards.keys()).keys(),
  ];
  expect(who(1)).toEqual([]);
  expect(who(2)).toEqual([0]);
});

test('nobody: the line ends at the end of the rail', () => {
  const m = machine();
  m.out(0xcf8, 0x8000_2800, 4);
  m.in(0xcfc, 4);
  const { place, route } = drawn(m);
  expect(route?.died).toBe(0);
  expect(route?.points.at(-1)).toEqual(place.rails[0]?.end);
});

test('RAM answers beside the host bridge, PCI is not asked', () => {
  const m = machine();
  m.load(0x1000, 4);
  const { route, place } = drawn(m);
  expect(route?.wires).toEqual([]);
  expect(route?.points.at(-1)?.x).toBe(place.memory.x + place.memory.w / 2);
});

test('a write to CF8 stays at the host bridge', () => {
  const m = machine();
  const { route, e } = drawn(machine());
  m.out(0xcf8, 0x8000_0000, 4);
  const latch = drawn(m);
  expect(latch.route?.points.length).toBe(2);
  expect(instruction(latch.e.row)).toBe('out cf8 ← eax');
  expect(instruction(e.row)).toBe('out cfc ← eax');
  expect(route?.died).toBe(-1);
});

test('every leg is drawn once, and the token passes each point between two stops', () => {
  const route = {
    space: 'config' as const,
    points: [],
    stops: [1, 3, 3, 6, 0],
    wires: [],
    entered: [],
    touched: new Set<number>(),
    died: -1,
  };
  expect(legsOf(route)).toEqual([
    { from: 0, to: 1 },
    { from: 1, to: 3 },
    { from: 3, to: 6 },
  ]);
  const points = [
    { x: 0, y: 0 },
    { x: 0, y: 10 },
    { x: 30, y: 10 },
  ];
  expect(between(points, 2, 0)[0]).toEqual({ x: 30, y: 10 });
  expect(fractions(points)).toEqual([0, 0.25, 1]);
});

test('IDSEL lines: device 3 is AD14, device 21 has none, other buses are Type 1', () => {
  expect(decisionOf(0x18, true)).toEqual({ type: 0, device: 3, line: 14 });
  expect(decisionOf(0xa8, true)).toEqual({ type: 0, device: 21, line: undefined });
  expect(decisionOf(0x100, true)).toEqual({ type: 1, bus: 1 });
});

const picture = (m: Machine): readonly CardPicture[] => [
  ...pictureOf(
    m,
    [],
    m.board.parts.map((_, fn) => fn),
  ).cards.values(),
];

test('the picture: numbers that lead somewhere, bars that decode, windows that are open', () => {
  const m = machine();
  expect(picture(m).map((c) => c.label)).toEqual(['00:01.0', '00:02.0', '01:01.0']);
  m.out(0xcf8, 0x8000_0810, 4);
  m.out(0xcfc, 0xfe00_0000, 4);
  expect(picture(m)[0]?.pips.map((p) => p.state)).toEqual(['off', 'empty', 'empty']);
  m.out(0xcf8, 0x8000_0804, 4);
  m.out(0xcfc, 2, 2);
  expect(picture(m)[0]?.pips[0]?.state).toBe('on');
  m.out(0xcf8, 0x8000_1020, 4);
  m.out(0xcfc, 0xfeb0_fea0, 4);
  m.out(0xcf8, 0x8000_1024, 4);
  m.out(0xcfc, 0x0000_fff0, 4);
  m.out(0xcf8, 0x8000_101c, 4);
  m.out(0xcfc, 0x0000_00f0, 4);
  m.out(0xcf8, 0x8000_1004, 4);
  m.out(0xcfc, 3, 2);
  const bridge = picture(m)[1]?.bridge;
  expect(bridge && windowLines(bridge, 'closed')).toEqual(['M FEA0–FEBF', 'I/O, P closed']);
  m.out(0xcf8, 0x8000_1018, 4);
  m.out(0xcfc, 0, 4);
  expect(picture(m)[2]?.label).toBe('?:01.0');
});

test('the outline: levels, places among siblings, closed bridges hide what is behind', () => {
  const { board } = machine();
  expect(outlineRows(board, new Set()).map((r) => [r.fn, r.level, r.position, r.of])).toEqual([
    [0, 1, 1, 2],
    [1, 1, 2, 2],
    [2, 2, 1, 1],
  ]);
  expect(outlineRows(board, new Set([1])).map((r) => r.fn)).toEqual([0, 1]);
});
