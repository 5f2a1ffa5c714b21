import { expect, test } from 'vitest';
import type { Machine } from '../../engine/machine.ts';
import type { Model } from '../model.ts';
import { config, pcWith, setConfig } from '../testing.ts';
import { ehcis } from './ehci.ts';
import { ohci } from './ohci.ts';
import { uhcis } from './uhci.ts';
import { necXhci, qemuXhci } from './xhci.ts';

const registers = 0xf000_0000;

function board(model: Model, properties: Record<string, string> = {}): Machine {
  const m = pcWith([{ model, devfn: 0x18, properties }]);
  setConfig(m, 0x18, 0x10, registers);
  setConfig(m, 0x18, 0x20, 0x4001);
  setConfig(m, 0x18, 0x04, 7, 2);
  return m;
}

const named = (models: readonly Model[], id: string): Model => models.find((m) => m.id === id) ?? ohci;

test('xHCI: its capabilities lead to the register sets, USB 3 ports come first', () => {
  const m = board(qemuXhci, { p2: '3', p3: '2' });
  expect(m.load(registers, 1)).toBe(0x40);
  expect(m.load(registers + 0x04, 4)).toBe(0x0500_1040);
  expect(m.load(registers + 0x28, 4)).toBe(0x0303);
  expect(m.load(registers + 0x38, 4)).toBe(0x0201);
  expect(m.load(registers + 0x480, 4)).toBe(0x0002_02a0);
  expect(m.load(registers + 0x490, 4)).toBe(0);
});

test('xHCI: running clears Halted, a reset returns everything', () => {
  const m = board(qemuXhci);
  m.store(registers + 0x78, 8, 4);
  m.store(registers + 0x40, 1, 4);
  expect(m.load(registers + 0x44, 4)).toBe(0);
  m.store(registers + 0x40, 2, 4);
  expect([0x44, 0x78].map((at) => m.load(registers + at, 4))).toEqual([1, 0]);
});

test('nec-usb-xhci can leave out its message capabilities', () => {
  expect(config(board(necXhci), 0x18, 0x34) & 0xff).toBe(0x90);
  expect(config(board(necXhci, { msix: 'off' }), 0x18, 0x34) & 0xff).toBe(0x70);
});

test('UHCI: two ports, and FF7F where a third would be', () => {
  const m = board(named(uhcis, 'ich9-usb-uhci3'));
  expect(config(m, 0x18, 0x3c) >>> 8).toBe(3);
  expect([2, 0x0c, 0x10, 0x14].map((at) => m.in(0x4000 + at, 2))).toEqual([0x20, 0x40, 0x80, 0xff7f]);
  m.out(0x4000, 1, 2);
  expect(m.in(0x4002, 2)).toBe(0);
});

test('EHCI: halted with six powered ports', () => {
  const m = board(named(ehcis, 'usb-ehci'));
  expect(m.load(registers, 4)).toBe(0x0100_0020);
  expect(m.load(registers + 0x24, 4)).toBe(0x1000);
  expect(m.load(registers + 0x78, 4)).toBe(0x1000);
});

test('OHCI: asking an empty port for anything interrupts', () => {
  const m = board(ohci);
  m.store(registers + 0x10, 0x40, 4);
  m.store(registers + 0x54, 0x10, 4);
  expect(m.load(registers + 0x54, 4)).toBe(0x1_0100);
  expect(m.load(registers + 0x0c, 4)).toBe(0x40);
  expect(config(m, 0x18, 4) & 0x8_0000).toBe(0x8_0000);
  m.store(registers + 0x0c, 0x40, 4);
  expect(config(m, 0x18, 4) & 0x8_0000).toBe(0);
});

test('an EHCI hands ports to its companions, and takes them when configured', () => {
  const m = pcWith([
    { model: named(ehcis, 'ich9-usb-ehci1'), devfn: 0x18 },
    {
      model: named(uhcis, 'ich9-usb-uhci1'),
      devfn: 0x20,
      properties: { masterbus: 'usb-bus.0', firstport: '2' },
    },
  ]);
  setConfig(m, 0x18, 0x10, registers);
  setConfig(m, 0x18, 0x04, 6, 2);
  const portStatus = (): number[] => [1, 2, 3, 4].map((port) => m.load(registers + 0x64 + port * 4, 4));
  expect(m.load(registers + 0x04, 4)).toBe(0x1206);
  expect(portStatus()).toEqual([0x1000, 0x3000, 0x3000, 0x1000]);
  m.store(registers + 0x60, 1, 4);
  expect(portStatus()).toEqual([0x1000, 0x1000, 0x1000, 0x1000]);
});
