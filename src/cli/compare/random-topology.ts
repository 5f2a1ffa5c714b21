/** A random board of the models that cf8 has, as QEMU's arguments. Every device says its address, so that any can be left out. */
import { catalogue } from '../../models/catalogue.ts';
import type { Model } from '../../models/model.ts';
import type { Random } from './random.ts';

export interface Topology {
  readonly machine: 'pc' | 'q35';
  /** Values of `-device`, in order. */
  readonly devices: readonly string[];
  /** What the devices need besides: `-blockdev`, `-object`. */
  readonly others: readonly string[];
}

/** What a model cannot do without; a `-blockdev` or `-object` of its own when it needs one. */
const needs: Readonly<Record<string, (n: string) => { properties: string; other?: readonly string[] }>> = {
  nvme: (n) => ({ properties: `serial=n${n}` }),
  'virtio-blk-pci': (n) => ({
    properties: `drive=b${n}`,
    other: ['-blockdev', `null-co,node-name=b${n}`],
  }),
  'ivshmem-plain': (n) => ({
    properties: `memdev=m${n}`,
    other: ['-object', `memory-backend-ram,id=m${n},size=1M,share=on`],
  }),
  'pcie-root-port': (n) => ({ properties: `chassis=${n}` }),
  ioh3420: (n) => ({ properties: `chassis=${n}` }),
  'pci-bridge': (n) => ({ properties: `chassis_nr=${n}` }),
};
/** One at most of each, or a partner that they need. */
const single = new Set([
  'VGA',
  'virtio-vga',
  'cirrus-vga',
  'vmware-svga',
  'qxl-vga',
  'virtio-balloon-pci',
  'ati-vga',
]);
/** Ports that need a certain partner above: left to boards made by hand. */
const apart = new Set(['x3130-upstream', 'xio3130-downstream', 'pxb', 'pxb-pcie']);

const isBridge = ({ kind }: Model): boolean => kind === 'bridge' || kind === 'port';

/** `only`: of the models that are no bridges, just these. */
export function randomTopology(random: Random, only?: ReadonlySet<string>): Topology {
  const machine = random.pick(['pc', 'q35']);
  const devices: string[] = [];
  const others: string[] = [];
  const used = new Set<string>();
  const buses = [
    { name: machine === 'pc' ? 'pci.0' : 'pcie.0', express: machine === 'q35', next: 2, slots: 25, depth: 0 },
  ];
  const count = 2 + random.below(8);
  for (let n = 1; n <= count; n++) {
    const free = buses.filter((bus) => bus.next < bus.slots);
    const bus = free[random.below(free.length)];
    if (!bus) break;
    const isRoot = bus.depth === 0;
    const wantsBridge = random.chance(0.35) && bus.depth < 2;
    const fitting = catalogue.filter(
      (model) =>
        isBridge(model) === wantsBridge &&
        (wantsBridge || only?.has(model.id) !== false) &&
        !apart.has(model.id) &&
        model.bus !== 'none' &&
        !used.has(model.id) &&
        (model.bus === 'either' || (model.bus === 'express') === bus.express) &&
        (model.kind !== 'port' || isRoot),
    );
    const model = fitting[random.below(fitting.length)];
    if (!model) continue;
    if (single.has(model.id)) used.add(model.id);
    const id = `d${String(n)}`;
    const need = needs[model.id]?.(String(n));
    const words = [model.id, `id=${id}`, `bus=${bus.name}`, `addr=${bus.next.toString(16)}.0`];
    if (need) words.push(need.properties);
    if (need?.other) others.push(...need.other);
    devices.push(words.join(','));
    bus.next += 1 + random.below(3);
    if (wantsBridge) {
      const express = model.kind === 'port';
      buses.push({ name: id, express, next: express ? 0 : 1, slots: express ? 1 : 31, depth: bus.depth + 1 });
    }
  }
  return { machine, devices, others };
}

/** The guest-visible arguments. */
export const argumentsOf = ({ machine, devices, others }: Topology): string[] => [
  '-machine',
  machine,
  '-m',
  '128',
  '-nodefaults',
  ...others,
  ...devices.flatMap((device) => ['-device', device]),
];
