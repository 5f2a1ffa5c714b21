/** What identifies a machine is found, goes, and takes nothing else with it. */
import { expect, test } from 'vitest';
import { bytesOf, listedFromDump, longAt } from '../../formats/lspci/listed.ts';
import { capabilities } from '../../pci/walk.ts';
import { catalogue } from '../../models/catalogue.ts';
import { build } from '../../scenario/build.ts';
import { withHardware } from '../../scenario/hardware.ts';
import '../../scenario/rare.ts';
import type { DumpedFunction, Scenario } from '../../scenario/scenario.ts';
import { findings, redacted } from './redact.ts';

/** A network card with PM at 40, VPD at 48, Express at 50, and a serial number at 100. */
function card(): DumpedFunction {
  const bytes = new Uint8Array(4096);
  const put = (at: number, ...values: number[]): void => bytes.set(values, at);
  put(0, 0x86, 0x80, 0xd3, 0x10, 7, 0, 0x10, 0);
  put(0x2c, 0x28, 0x10, 0x01, 0x02);
  put(0x34, 0x40);
  put(0x40, 1, 0x48);
  put(0x48, 3, 0x50, 0x10, 0x80, 0x82, 0x1f, 0, 0x49);
  put(0x50, 0x10, 0, 2, 0);
  put(0x100, 3, 0, 1, 0, 0xde, 0xad, 0xbe, 0xef, 0xff, 0xff, 0x1b, 0x00);
  return { domain: 0, bdf: 0x18, config: Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('') };
}

const scenario: Scenario = {
  title: 'dump',
  machine: 'dump',
  ram: 0,
  authentic: 'spec',
  parts: [],
  functions: [card()],
};

const partsOf = (of: Scenario) => build(of, catalogue).board.parts;
const found = (of: Scenario) => findings(of, partsOf(of));
const cleaned = (of: Scenario) => redacted(of, partsOf(of));

const listOf = (f: DumpedFunction): readonly string[] => {
  const listed = listedFromDump(f);
  return capabilities((n) => longAt(listed, n * 4), 4096).map((c) => `${String(c.at)} ${String(c.id)}`);
};

test('serial number, product data and subsystem are found', () => {
  expect(found(scenario).map(({ what, offset }) => [what, offset])).toEqual([
    ['subsystem', 0x2c],
    ['vpd', 0x4a],
    ['serial', 0x104],
  ]);
});

test('they are zeros afterwards, and nothing else is', () => {
  const clean = cleaned(scenario);
  expect(found(clean)).toEqual([]);
  const [before, after] = [card(), clean.functions?.[0] ?? card()];
  expect(listOf(after)).toEqual(listOf(before));
  const [old, now] = [bytesOf(before.config), bytesOf(after.config)];
  const changed = Array.from(old.keys()).filter((i) => old[i] !== now[i]);
  expect(
    changed.every((i) => (i >= 0x2c && i < 0x30) || (i >= 0x4a && i < 0x50) || (i >= 0x104 && i < 0x10c)),
  ).toBe(true);
});

test('a machine that is no dump has nothing to hide', () => {
  expect(findings({ ...scenario, functions: [] }, [])).toEqual([]);
  const { functions, ...drawn } = scenario;
  void functions;
  expect(redacted(drawn, [])).toBe(drawn);
});

test('a serial number and subsystem ids given to hardware go, the rest of what was given stays', () => {
  const part = 'nic';
  const plain: Scenario = {
    title: 'drawn',
    machine: 'q35',
    ram: 128,
    authentic: 'qemu',
    parts: [{ model: 'e1000e', id: part }],
  };
  expect(found(plain)).toEqual([]);
  const shape = partsOf(plain).find(({ path }) => path === part)?.shape;
  const serial = capabilities((n) => shape?.reset[n], 4096).find((c) => c.extended && c.id === 3)?.at ?? 0;
  expect(serial).toBeGreaterThan(0);
  let edited = withHardware(plain, {
    part,
    what: 'reset',
    offset: serial + 4,
    bytes: [0xde, 0xad, 0xbe, 0xef],
  });
  edited = withHardware(edited, { part, what: 'reset', offset: 0x2c, bytes: [0x28, 0x10] });
  edited = withHardware(edited, { part, what: 'reset', offset: 0x0c, bytes: [0x10] });
  edited = withHardware(edited, { part, what: 'mask', offset: 0x2c, bytes: [0x0f] });
  expect(found(edited).map(({ what, who, offset }) => [what, who, offset])).toEqual([
    ['subsystem', part, 0x2c],
    ['serial', part, serial + 4],
  ]);
  const clean = cleaned(edited);
  expect(found(clean)).toEqual([]);
  expect(clean.overrides).toEqual([
    { part, offset: 0x2c, mask: 0x0f },
    { part, offset: 0x0c, reset: 0x10 },
  ]);
});

test('bytes given to a dumped function go too', () => {
  const given: Scenario = { ...scenario, overrides: [{ part: '00:03.0', offset: 0x104, reset: 0x77 }] };
  expect(found(given).filter(({ what }) => what === 'serial')).toHaveLength(1);
  const clean = cleaned(given);
  expect(JSON.stringify(clean)).not.toContain('119');
  expect(found(clean)).toEqual([]);
});
