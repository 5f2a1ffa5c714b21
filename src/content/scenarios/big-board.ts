/** A PC that is full: 256 buses, and a function in every place of them. Its parts are made when it is opened, not before. */
import type { PartSpec } from '../../scenario/scenario.ts';
import { chapter, inl, name } from './lines.ts';
import type { Opening } from './opening.ts';

/** Bridges on the root bus; as many and one more are behind each of them: 255 in all. */
const across = 15;

const bridge = (id: string, bus: string, device: number, chassis: number): PartSpec => ({
  model: 'pci-bridge',
  id,
  bus,
  addr: device.toString(16),
  // without a hot-plug controller of its own it asks for nothing but what is behind it
  properties: { chassis_nr: String(chassis), shpc: 'off', multifunction: 'on' },
});

/** Small cards, in turn: what each asks for is little enough to find room below 4 GiB. */
const cards = ['pvpanic-pci', 'pci-ohci', 'i6300esb'] as const;

function bigBoard(): readonly PartSpec[] {
  const bridges: PartSpec[] = [];
  let chassis = 0;
  for (let i = 0; i < across; i++) {
    const id = `b${String(i)}`;
    bridges.push(bridge(id, 'pci.0', 2 + i, ++chassis));
    for (let k = 0; k <= across; k++) bridges.push(bridge(`${id}.${String(k)}`, id, k, ++chassis));
  }
  const fills = ['pci.0', ...bridges.map(({ id = '' }) => id)].map((bus, i): PartSpec => ({
    model: cards[i % cards.length] ?? cards[0],
    bus,
    fill: true,
  }));
  return [...bridges, ...fills];
}

let parts: readonly PartSpec[] | undefined;

/** The seven places beside the host bridge stay empty: it says that it is alone in its slot. */
export const fullBoard: Opening = {
  id: 'full-board',
  scenario: {
    title: 'pc · 256 buses, 65,529 functions',
    machine: 'pc',
    ram: 256,
    authentic: 'qemu',
    get parts() {
      return (parts ??= bigBoard());
    },
  },
  entries: chapter('phase.number', [name(0, 2, 0), inl(0xcfc)]),
  cursor: 1,
};
