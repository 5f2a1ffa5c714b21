/** What a first visitor finds: a PC whose firmware has done everything but one card, paused before the first read of it. */
import type { Entry } from '../../session/command.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { chapter, inl, name, outl, outw, read, readl, write } from './lines.ts';
import type { Opening } from './opening.ts';

const scenario: Scenario = {
  title: 'pc · e1000, VGA, bridge',
  machine: 'pc',
  ram: 256,
  authentic: 'qemu',
  parts: [
    { model: 'VGA', addr: '2' },
    { model: 'e1000', addr: '3' },
    { model: 'pci-bridge', id: 'pci.1', addr: '4', properties: { chassis_nr: '1' } },
    { model: 'edu', bus: 'pci.1', addr: '1' },
    { model: 'nvme', bus: 'pci.1', addr: '2', properties: { serial: 'cf8' } },
  ],
};

const numbering: readonly Entry[] = chapter('phase.number', [
  ...read(0, 2, 0x00),
  ...read(0, 4, 0x00),
  ...read(0, 4, 0x08),
  ...write(0, 4, 0x18, 0x0001_0100), // primary 0, secondary 1, subordinate 1
  ...read(1, 1, 0x00),
  ...read(1, 2, 0x00),
]);

const firmware: readonly Entry[] = chapter('phase.map-others', [
  ...write(0, 2, 0x10, 0xfd00_0000),
  ...write(0, 2, 0x18, 0xfea0_0000),
  name(0, 2, 0x04),
  outw(0xcfc, 0x0103),
  ...write(1, 1, 0x10, 0xfe80_0000),
  name(1, 1, 0x04),
  outw(0xcfc, 0x0103),
  ...write(1, 2, 0x10, 0xfe90_0000),
  ...write(1, 2, 0x14, 0),
  name(1, 2, 0x04),
  outw(0xcfc, 0x0103),
  ...write(0, 4, 0x20, 0xfe90_fe80),
  ...write(0, 4, 0x24, 0x0000_fff0),
  ...write(0, 4, 0x1c, 0x0000_00f0),
  name(0, 4, 0x04),
  outw(0xcfc, 0x0107),
]);

const meet: readonly Entry[] = chapter('phase.meet', [...read(0, 3, 0x00), ...read(0, 3, 0x08)]);

const sizing: readonly Entry[] = chapter('phase.size', [
  name(0, 3, 0x04),
  outw(0xcfc, 0x0000),
  ...read(0, 3, 0x10),
  outl(0xcfc, 0xffff_ffff),
  inl(0xcfc),
  outl(0xcfc, 0x0000_0000),
]);

const mapping: readonly Entry[] = chapter('phase.map', [
  name(0, 3, 0x10),
  outl(0xcfc, 0xfebc_0000),
  name(0, 3, 0x04),
  outw(0xcfc, 0x0002),
  readl(0xfebc_0008),
]);

const rows = (entries: readonly Entry[]): number => entries.length;

/** Every line is one row: the pause is after CONFIG_ADDRESS names 00:03.0, before the data is read. */
export const firstVisit: Opening = {
  id: 'first-visit',
  scenario,
  entries: [...numbering, ...firmware, ...meet, ...sizing, ...mapping],
  cursor: rows(numbering) + rows(firmware) + 1,
};
