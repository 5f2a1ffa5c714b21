import { expect, test } from 'vitest';
import { edu } from '../teaching/edu.ts';
import { lowRam } from './pc.ts';
import { pic, pirqOf } from './piix3.ts';
import { config, pcWith, setConfig } from '../testing.ts';

test('the chipset identifies itself', () => {
  const m = pcWith();
  expect([0x00, 0x08, 0x09, 0x0b].map((devfn) => config(m, devfn, 0))).toEqual([
    0x1237_8086, 0x7000_8086, 0x7010_8086, 0x7113_8086,
  ]);
  expect(config(m, 0x0a, 0)).toBe(0xffff_ffff);
});

test('RAM of 3.5 GiB and more is split at 3 GiB', () => {
  expect(lowRam(0xdfff_ffff)).toBe(0xdfff_ffff);
  expect(lowRam(0xe000_0000)).toBe(0xc000_0000);
  const m = pcWith([], 6144);
  m.store(0x1_0000_0000, 0x1234_5678, 4);
  expect(m.load(0x1_0000_0000, 4)).toBe(0x1234_5678);
  m.store(0x1_bfff_fffc, 1, 4);
  expect(m.load(0x1_bfff_fffc, 4)).toBe(1);
  m.store(0x1_c000_0000, 1, 4);
  expect(m.load(0x1_c000_0000, 4)).toBe(0);
});

test('PAM shows ROM or RAM: 0 PCI, 1 read-only RAM, 3 RAM', () => {
  const m = pcWith();
  expect(m.load(0xf_fff0, 4)).toBe(0xffff_ffff); // firmware that nobody gave
  setConfig(m, 0, 0x59, 0x30, 1);
  m.store(0xf_fff0, 0xcafe, 4);
  expect(m.load(0xf_fff0, 4)).toBe(0xcafe);
  setConfig(m, 0, 0x59, 0x10, 1);
  m.store(0xf_fff0, 0, 4);
  expect(m.load(0xf_fff0, 4)).toBe(0xcafe);
  setConfig(m, 0, 0x59, 0, 1);
  expect(m.load(0xf_fff0, 4)).toBe(0xffff_ffff);
  expect(m.load(0xc_0000, 4)).toBe(0);
});

test('a write of 6 to CF9 resets the machine; PAM survives, PIRQ routes do not', () => {
  const m = pcWith();
  setConfig(m, 0, 0x59, 0x30, 1);
  setConfig(m, 8, 0x60, 0x0b, 1);
  setConfig(m, 8, 0x04, 7, 2);
  m.out(0xcf9, 2, 1);
  expect(m.in(0xcf9, 1)).toBe(2);
  m.out(0xcf9, 6, 1);
  expect(m.in(0xcf9, 1)).toBe(0);
  expect(config(m, 0, 0x58)).toBe(0x3000);
  expect(config(m, 8, 0x60)).toBe(0x8080_8080);
  expect(config(m, 8, 0x04)).toBe(0x0200_0000);
});

test('device 1’s INTA is PIRQA, and each device turns by one', () => {
  expect([1, 2, 3, 4, 5].map((slot) => pirqOf(slot, 0))).toEqual([0, 1, 2, 3, 0]);
  expect(pirqOf(3, 2)).toBe(0);
});

test('an interrupt goes from a pin through PIRQ to the controllers', () => {
  const m = pcWith([{ model: edu, devfn: 0x18 }]);
  setConfig(m, 0x18, 0x10, 0xf000_0000);
  setConfig(m, 0x18, 0x04, 2, 2);
  setConfig(m, 0x08, 0x62, 11, 1); // slot 3, INTA: PIRQC
  m.out(0x4d1, 0x08, 1);
  for (const [port, values] of [
    [0x20, [0x11, 0x08, 0x04, 0x01]],
    [0xa0, [0x11, 0x70, 0x02, 0x01]],
  ] as const) {
    values.forEach((value, i) => m.out(port + (i === 0 ? 0 : 1), value, 1));
  }
  expect(pic.isRaised(m)).toBe(false);
  m.store(0xf000_0060, 1, 4);
  expect(pic.isRaised(m)).toBe(true);
  expect(m.in(0xa0, 1)).toBe(0x08);
  expect(m.in(0x20, 1)).toBe(0x04);
  expect(pic.acknowledge(m)).toBe(0x73);
  m.out(0x20, 0x0b, 1);
  expect(m.in(0x20, 1)).toBe(0x04); // in service
  m.store(0xf000_0064, 1, 4);
  expect(m.in(0xa0, 1)).toBe(0);
});

test('a route change moves a raised interrupt', () => {
  const m = pcWith([{ model: edu, devfn: 0x0f }]);
  m.out(0x4d1, 0xff, 1);
  setConfig(m, 0x0f, 0x10, 0xf000_0000);
  setConfig(m, 0x0f, 0x04, 2, 2);
  setConfig(m, 0x08, 0x60, 10, 1);
  m.store(0xf000_0060, 1, 4);
  expect(m.in(0xa0, 1)).toBe(0x04);
  setConfig(m, 0x08, 0x60, 15, 1);
  expect(m.in(0xa0, 1)).toBe(0x80);
});
