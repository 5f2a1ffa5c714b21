/** PCI Express: root ports on a q35, and configuration space through memory. */
import type { Opening } from './opening.ts';
import { chapter, inl, name, outl, outw, readl, write } from './lines.ts';

const ecam = 0xb000_0000;

const opening = chapter('phase.ecam', [...write(0, 0, 0x64, 0), ...write(0, 0, 0x60, ecam + 1), readl(ecam)]);

const ports = chapter('phase.number', [
  ...write(0, 1, 0x18, 0x0001_0100),
  ...write(0, 2, 0x18, 0x0002_0200),
  name(1, 0, 0),
  inl(0xcfc),
]);

const nvme = chapter('phase.nvme', [
  readl(ecam + 0x10_0000),
  readl(ecam + 0x10_0010),
  name(1, 0, 0x10),
  outl(0xcfc, 0xfe80_0000),
  name(1, 0, 0x04),
  outw(0xcfc, 0x0006),
  readl(0xfe80_0008),
  ...write(0, 1, 0x20, 0xfe80_fe80),
  name(0, 1, 0x04),
  outw(0xcfc, 0x0107),
  readl(0xfe80_0008),
]);

export const q35Ports: Opening = {
  id: 'q35-ports',
  scenario: {
    title: 'q35 · root ports, NVMe',
    machine: 'q35',
    ram: 512,
    authentic: 'qemu',
    parts: [
      { model: 'pcie-root-port', id: 'rp1', addr: '1', properties: { chassis: '1', slot: '1' } },
      { model: 'pcie-root-port', id: 'rp2', addr: '2', properties: { chassis: '2', slot: '2' } },
      { model: 'nvme', bus: 'rp1', properties: { serial: 'cf8' } },
      { model: 'virtio-net-pci', bus: 'rp2' },
      { model: 'VGA', addr: '3' },
    ],
  },
  entries: [...opening, ...ports, ...nvme],
  cursor: opening.length + ports.length,
};
