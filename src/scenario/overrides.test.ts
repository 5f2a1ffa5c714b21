/** Hardware that a person edited: what it becomes, what is refused, and that no edit breaks a law of the machine. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import './rare.ts';
import { explain } from '../engine/explain.ts';
import { Machine } from '../engine/machine.ts';
import { regions } from '../engine/regions.ts';
import { catalogue } from '../models/catalogue.ts';
import { build } from './build.ts';
import { withoutHardware } from './change.ts';
import { withHardware } from './hardware.ts';
import { sizeOf } from './overrides.ts';
import type { Override, Scenario } from './scenario.ts';

const pc: Scenario = {
  title: 'test',
  machine: 'pc',
  ram: 16,
  authentic: 'qemu',
  parts: [
    { model: 'e1000', id: 'nic' },
    { model: 'VGA', id: 'vga' },
  ],
};

const made = (scenario: Scenario, part = 'nic') => {
  const built = build(scenario, catalogue);
  const shape = built.board.parts.find((p) => p.path === part)?.shape;
  return { shape, problems: built.problems.map((p) => p.message.id), board: built.board };
};
const bars = (scenario: Scenario, part = 'nic') =>
  made(scenario, part).shape?.bars.map((b) => `${String(b.index)} ${b.kind} ${b.bytes.toString(16)}`);

test('ids and masks are bytes of their own; the model’s other functions stay as they are', () => {
  const edited = withHardware(pc, { part: 'nic', what: 'reset', offset: 2, bytes: [0xd3, 0x10] });
  const masked = withHardware(edited, { part: 'nic', what: 'mask', offset: 4, bytes: [0x02] });
  const { shape } = made(masked);
  expect((shape?.reset[0] ?? 0) >>> 0).toBe(0x10d38086);
  expect((shape?.write[1] ?? 0) & 0xff).toBe(2);
  expect((shape?.w1c[1] ?? 0) >>> 16).toBe(0xf900);
  expect((made(pc).shape?.reset[0] ?? 0) >>> 0).toBe(0x100e8086);
  // once more at the same byte replaces it
  const again = withHardware(masked, { part: 'nic', what: 'reset', offset: 2, bytes: [0x0e] });
  expect(again.overrides).toHaveLength(3);
  expect(withoutHardware(again, new Set(['nic']))).toEqual(pc);
});

test('a BAR is as large as its mask says, and of the kind that it comes up with', () => {
  expect(bars(pc)?.slice(0, 2)).toEqual(['0 mem32 20000', '1 io 40']);
  const mask = (offset: number, ...bytes: number[]) =>
    withHardware(pc, { part: 'nic', what: 'mask', offset, bytes });
  expect(bars(mask(0x10, 0, 0, 0xff, 0xff))).toContain('0 mem32 10000');
  expect(bars(mask(0x10, 0, 0, 0, 0))?.[0]).toBe('1 io 40');
  expect(bars(mask(0x18, 0, 0xf0, 0xff, 0xff))).toContain('2 mem32 1000');
  expect(bars(withHardware(pc, { part: 'nic', what: 'reset', offset: 0x14, bytes: [0] }))).toContain(
    '1 mem32 40',
  );
  const wide = withHardware(mask(0x1c, 0xff, 0xff, 0xff, 0xff), {
    part: 'nic',
    what: 'reset',
    offset: 0x18,
    bytes: [0x0c],
  });
  expect(
    bars(withHardware(wide, { part: 'nic', what: 'mask', offset: 0x18, bytes: [0, 0, 0xf0, 0xff] })),
  ).toContain('2 mem64 100000');
});

test('what hardware cannot mean is told, and nothing else breaks', () => {
  const odd = withHardware(pc, { part: 'nic', what: 'mask', offset: 0x10, bytes: [0, 0, 0xfd, 0xff] });
  expect(made(odd).problems).toEqual(['problem.override-bar']);
  const gone: Override = { part: 'nobody', offset: 0, reset: 1 };
  expect(made({ ...pc, overrides: [gone] }).problems).toEqual(['problem.override-gone']);
  const far: Override = { part: 'nic', offset: 0x100, reset: 1 };
  expect(made({ ...pc, overrides: [far] }).problems).toEqual(['problem.override-outside']);
  expect([sizeOf(~0xfff, -1), sizeOf(0x1000, -1), sizeOf(0, -4), sizeOf(0, 5)]).toEqual([
    0x1000,
    undefined,
    0x4_0000_0000,
    undefined,
  ]);
});

test('a dump’s bytes are the dump’s; masks lie beside them', () => {
  const config = '8680' + '00'.repeat(62);
  const dump: Scenario = { ...pc, machine: 'dump', parts: [], functions: [{ domain: 0, bdf: 0x18, config }] };
  const edited = withHardware(dump, { part: '00:03.0', what: 'reset', offset: 2, bytes: [0x34, 0x12] });
  expect(edited.functions?.[0]?.config.slice(0, 8)).toBe('86803412');
  expect(withHardware(dump, { part: '00:03.0', what: 'reset', offset: 64, bytes: [1] })).toEqual(dump);
  const masked = withHardware(dump, {
    part: '00:03.0',
    what: 'mask',
    offset: 0x10,
    bytes: [0, 0xf0, 0xff, 0xff],
  });
  expect(bars(masked, '00:03.0')).toEqual(['0 mem32 1000']);
});

// ── any edit ─────────────────────────────────────────────────────────────────

const boards: readonly Scenario[] = [
  {
    ...pc,
    parts: [
      { model: 'e1000' },
      { model: 'VGA' },
      { model: 'pci-bridge', id: 'b', properties: { chassis_nr: '1' } },
      { model: 'edu', bus: 'b' },
    ],
  },
  {
    ...pc,
    machine: 'q35',
    parts: [
      { model: 'pcie-root-port', id: 'rp', properties: { chassis: '1', slot: '1' } },
      { model: 'nvme', bus: 'rp', properties: { serial: 'x' } },
      { model: 'virtio-net-pci' },
      { model: 'qemu-xhci' },
    ],
  },
];

const override = fc.record({
  part: fc.nat(15),
  offset: fc.oneof(fc.nat(0x40), fc.nat(0xff), fc.nat(0xfff)),
  reset: fc.option(fc.nat(255), { nil: undefined }),
  mask: fc.option(fc.oneof(fc.constantFrom(0, 0xff, 0xf0), fc.nat(255)), { nil: undefined }),
});
const access = fc.record({
  what: fc.nat(9),
  part: fc.nat(15),
  register: fc.oneof(fc.nat(0x3f), fc.nat(0xff)),
  value: fc.oneof(fc.constantFrom(0, 0xffff_ffff, 0xfe00_0000, 0x0001_0100, 7, 0xc000), fc.nat()),
});

test('any override leaves the laws intact: accesses never throw, and every one can be wound back', () => {
  fc.assert(
    fc.property(
      fc.nat(1),
      fc.array(override, { minLength: 1, maxLength: 24 }),
      fc.array(access, { minLength: 40, maxLength: 200 }),
      (which, overrides, accesses) => {
        const scenario = boards[which] ?? pc;
        const { parts } = build(scenario, catalogue).board;
        const named = overrides.map(({ part, offset, reset, mask }): Override => ({
          part: parts[part % parts.length]?.path ?? '',
          offset,
          ...(reset === undefined ? {} : { reset }),
          ...(mask === undefined ? {} : { mask }),
        }));
        const m = new Machine(build({ ...scenario, overrides: named }, catalogue).board);
        const hashes = [m.image.hash()];
        for (const { what, part, register, value } of accesses) {
          const place = m.board.parts[part % parts.length];
          const bus = (place?.wire ?? 0) === 0 ? 0 : 1 + (value & 3);
          const name = (0x8000_0000 | (bus << 16) | ((place?.devfn ?? 0) << 8)) >>> 0;
          if (what === 0) m.reset();
          else if (what === 1) m.store(0xfe00_0000 + register * 16, value, 4);
          else if (what === 2) m.load(0xfe00_0000 + register * 16, 4);
          else if (what === 3) m.out(0xc000 + register, value, 2);
          else if (what === 4) m.advance(value);
          else {
            m.out(0xcf8, name + (register & 0xfc), 4);
            m.out(0xcfc + (register & 3), value, 1 << (register & 3 ? 0 : what % 3));
          }
          while (hashes.length < m.trace.length) hashes.push(-1);
          hashes[m.trace.length] = m.image.hash();
        }
        for (const space of ['io', 'memory'] as const) regions(m, space);
        for (let row = m.trace.length; row >= 0; row--) {
          m.seek(row);
          if (row > 0 && row % 7 === 0) explain(m, row - 1);
          if (hashes[row] !== -1) expect(m.image.hash()).toBe(hashes[row]);
        }
        m.seek(m.trace.length);
        expect(m.image.hash()).toBe(hashes[m.trace.length]);
      },
    ),
    { numRuns: 60 },
  );
});
