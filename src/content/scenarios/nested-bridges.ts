/** Three bridges deep: a Type 1 cycle passed on twice before it becomes Type 0. */
import type { Opening } from './opening.ts';
import { chapter, inl, name, write } from './lines.ts';

const bridge = (id: string, bus: string, chassis: number) => ({
  model: 'pci-bridge',
  id,
  bus,
  addr: '1',
  properties: { chassis_nr: String(chassis) },
});

const numbering = chapter('phase.number', [
  ...write(0, 1 + 1, 0x18, 0x0003_0100),
  ...write(1, 1, 0x18, 0x0003_0201),
  ...write(2, 1, 0x18, 0x0003_0302),
]);

export const nestedBridges: Opening = {
  id: 'nested-bridges',
  scenario: {
    title: 'pc · three bridges deep',
    machine: 'pc',
    ram: 128,
    authentic: 'qemu',
    parts: [
      { ...bridge('b1', 'pci.0', 1), addr: '2' },
      bridge('b2', 'b1', 2),
      bridge('b3', 'b2', 3),
      { model: 'edu', bus: 'b3', addr: '1' },
      { model: 'e1000', bus: 'b2', addr: '3' },
    ],
  },
  entries: [...numbering, ...chapter('phase.deep', [name(3, 1, 0), inl(0xcfc)])],
  cursor: numbering.length + 1,
};
