/** What identifies a machine is found, goes, and takes nothing else with it. */
import { expect, test } from 'vitest';
import { bytesOf, listedFromDump, longAt } from '../../formats/lspci/listed.ts';
import { capabilities } from '../../pci/walk.ts';
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

const listOf = (f: DumpedFunction): readonly string[] => {
  const listed = listedFromDump(f);
  return capabilities((n) => longAt(listed, n * 4), 4096).map((c) => `${String(c.at)} ${String(c.id)}`);
};

test('serial number, product data and subsystem are found', () => {
  expect(findings(scenario).map(({ what, offset }) => [what, offset])).toEqual([
    ['subsystem', 0x2c],
    ['vpd', 0x4a],
    ['serial', 0x104],
  ]);
});

test('they are zeros afterwards, and nothing else is', () => {
  const clean = redacted(scenario);
  expect(findings(clean)).toEqual([]);
  const [before, after] = [card(), clean.functions?.[0] ?? card()];
  expect(listOf(after)).toEqual(listOf(before));
  const [old, now] = [bytesOf(before.config), bytesOf(after.config)];
  const changed = Array.from(old.keys()).filter((i) => old[i] !== now[i]);
  expect(
    changed.every((i) => (i >= 0x2c && i < 0x30) || (i >= 0x4a && i < 0x50) || (i >= 0x104 && i < 0x10c)),
  ).toBe(true);
});

test('a machine that is no dump has nothing to hide', () => {
  expect(findings({ ...scenario, functions: [] })).toEqual([]);
  const { functions, ...drawn } = scenario;
  void functions;
  expect(redacted(drawn)).toBe(drawn);
});
