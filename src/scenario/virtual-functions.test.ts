/** SR-IOV: virtual functions stand on the board from the start and appear when VF Enable is written. */
import { expect, test } from 'vitest';
import { Machine } from '../engine/machine.ts';
import { catalogue } from '../models/catalogue.ts';
import { build } from './build.ts';
import { hotPlugRefusal } from './hot-plug.ts';
import type { PartSpec } from './scenario.ts';

const ecam = 0xe000_0000;
const window = 0xfd00_0000;
const capability = 0x120;
const vfs = 3;

const subsystem: PartSpec = { model: 'nvme-subsys', id: 's' };
const physical: PartSpec = {
  model: 'nvme',
  addr: '4.0',
  properties: {
    serial: '1',
    subsys: 's',
    sriov_max_vfs: String(vfs),
    sriov_vq_flexible: '6',
    sriov_vi_flexible: '3',
  },
};

const built = (parts: readonly PartSpec[], authentic: 'qemu' | 'spec' = 'qemu'): ReturnType<typeof build> =>
  build({ title: '', machine: 'q35', ram: 16, authentic, parts }, catalogue);

/** A q35 with ECAM enabled and the first VF's BAR at `window`. */
function machine(authentic: 'qemu' | 'spec' = 'qemu'): Machine {
  const m = new Machine(built([subsystem, physical], authentic).board);
  m.out(0xcf8, 0x8000_0060, 4);
  m.out(0xcfc, ecam | 1, 4);
  write(m, 0, capability + 0x24, window);
  return m;
}

const at = (fn: number, register: number): number => ecam + (0x20 + fn) * 0x1000 + register;
const read = (m: Machine, fn: number, register: number): number => m.load(at(fn, register), 4);
const write = (m: Machine, fn: number, register: number, value: number, bytes = 4): void =>
  m.store(at(fn, register), value, bytes);

function enable(m: Machine, count: number): void {
  write(m, 0, capability + 0x10, count, 2);
  write(m, 0, capability + 0x08, 1, 2);
}

/** Which virtual functions answer: their class says so, as their ids read as all ones. */
const answering = (m: Machine): number[] =>
  [1, 2, 3, 4].filter((fn) => read(m, fn, 8) === 0x0108_0202 && read(m, fn, 0) === 0xffff_ffff);

const status = (m: Machine, n: number): number => m.load(window + n * 0x4000 + 0x1c, 4);

test('a pseudo-device is no part, and nobody complains; the virtual functions are', () => {
  const { board, problems, lines } = built([subsystem, physical]);
  expect(problems).toEqual([]);
  expect(board.parts.slice(-4).map(({ model, path }) => `${model} ${path}`)).toEqual(
    ['4.0', '4.1', '4.2', '4.3'].map((slot) => `nvme nvme@${slot}`),
  );
  expect(lines.slice(-4)).toEqual([1, undefined, undefined, undefined]);
});

test('nobody can pull one out', () => {
  const parts: PartSpec[] = [
    { model: 'pcie-root-port', id: 'rp' },
    subsystem,
    { ...physical, bus: 'rp', addr: '0.0' },
  ];
  const scenario = { title: '', machine: 'q35', ram: 16, authentic: 'qemu', parts } as const;
  const { board } = build(scenario, catalogue);
  const refused = board.parts.map((_, fn) => hotPlugRefusal(scenario, board, fn)?.id);
  expect(refused.slice(-4)).toEqual([undefined, ...[1, 2, 3].map(() => 'problem.model-not-hot')]);
});

test('what QEMU refuses', () => {
  const said = (properties: Record<string, string>, first = [subsystem]): string | undefined =>
    built([...first, { ...physical, properties: { ...physical.properties, ...properties } }]).problems[0]
      ?.message.id;
  expect(said({}, [])).toBe('problem.unknown');
  expect(said({ subsys: '' })).toBe('problem.required');
  expect(said({ sriov_vq_flexible: '5' })).toBe('problem.expected');
  expect(said({ cmb_size_mb: '1' })).toBe('problem.conflict');
});

test('as many appear as NumVFs says, none when that is too many; disabling and resets make them vanish', () => {
  const m = machine();
  expect(answering(m)).toEqual([]);
  enable(m, vfs + 1);
  expect(answering(m)).toEqual([]);
  write(m, 0, capability + 0x08, 0, 2);
  enable(m, 2);
  expect(answering(m)).toEqual([1, 2]);
  write(m, 0, capability + 0x08, 0, 2);
  expect([answering(m), read(m, 0, capability + 0x10)]).toEqual([[], 0]);
  enable(m, 3);
  write(m, 0, 0x88, 0x8000, 2); // Function Level Reset
  expect([answering(m), read(m, 0, capability + 0x10)]).toEqual([[], 0]);
});

test('their BARs follow one another; in QEMU each one’s Command decides, by the specification VF MSE', () => {
  const offline = 2;
  const m = machine();
  enable(m, 2);
  write(m, 2, 4, 2, 2);
  expect([status(m, 0), status(m, 1)]).toEqual([0, offline]);
  const s = machine('spec');
  enable(s, 2);
  expect([status(s, 0), status(s, 1)]).toEqual([0xffff_ffff, 0xffff_ffff]);
  write(s, 0, capability + 0x08, 9, 2);
  expect([status(s, 0), status(s, 1), status(s, 2)]).toEqual([offline, offline, 0xffff_ffff]);
});

test('going back and forth over it, and moving into another machine, changes nothing', () => {
  const m = machine();
  enable(m, 3);
  for (const fn of [1, 2, 3]) write(m, fn, 4, 6, 2);
  const rows = m.trace.length;
  const hash = m.image.hash();
  write(m, 0, capability + 0x08, 0, 2);
  const after = m.image.hash();
  const end = m.trace.length;
  m.seek(rows);
  expect(m.image.hash()).toBe(hash);
  m.seek(end);
  expect(m.image.hash()).toBe(after);
  m.seek(rows);
  const other = new Machine(m.board);
  m.image.transplant(other.image);
  expect([answering(other), status(other, 2)]).toEqual([[1, 2, 3], 2]);
});
