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

/** Three ways of being an nvme. */
const nvmes = ['plain', 'virtual', 'buffer'] as const;

/** What a model cannot do without; a `-blockdev` or `-object` of its own when it needs one. */
const needs: Readonly<Record<string, (n: string) => { properties: string; other?: readonly string[] }>> = {
  nvme: (n) =>
    nvmes[Number(n) % 3] === 'virtual'
      ? {
          properties: `serial=n${n},subsys=s${n},sriov_max_vfs=4,sriov_vq_flexible=12,sriov_vi_flexible=20`,
          other: ['-device', `nvme-subsys,id=s${n}`],
        }
      : { properties: `serial=n${n}${nvmes[Number(n) % 3] === 'buffer' ? ',cmb_size_mb=1' : ''}` },
  'virtio-blk-pci': (n) => ({
    properties: `drive=b${n}`,
    other: ['-blockdev', `null-co,node-name=b${n}`],
  }),
  'virtio-crypto-pci': (n) => ({
    properties: `cryptodev=c${n}`,
    other: ['-object', `cryptodev-backend-builtin,id=c${n}`],
  }),
  'virtio-9p-pci': (n) => ({
    properties: `fsdev=f${n},mount_tag=tag${n}`,
    other: ['-fsdev', `synth,id=f${n}`],
  }),
  'ivshmem-plain': (n) => ({
    properties: `memdev=m${n}`,
    other: ['-object', `memory-backend-ram,id=m${n},size=1M,share=on`],
  }),
  'pcie-root-port': (n) => ({ properties: `chassis=${n}` }),
  ioh3420: (n) => ({ properties: `chassis=${n}` }),
  'xio3130-downstream': (n) => ({ properties: `chassis=${n}` }),
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
  'virtio-iommu-pci',
  'ati-vga',
]);
const upstream = 'x3130-upstream';
const downstream = 'xio3130-downstream';
const expanders: ReadonlySet<string> = new Set(['pxb', 'pxb-pcie']);
/** Needs a server beside QEMU. */
const apart: ReadonlySet<string> = new Set(['ivshmem-doorbell']);
/** A virtio model with its interface spelled out is one like the other. */
const family = ({ id }: Model): string => id.replace(/-(non-)?transitional$/, '');

const isBridge = ({ id, kind }: Model): boolean => kind === 'bridge' || kind === 'port' || expanders.has(id);

/** A bus to hang something on. */
interface Bus {
  readonly name: string;
  readonly express: boolean;
  readonly kind: 'root' | 'expander' | 'bridge' | 'port' | 'switch';
  readonly slots: number;
  readonly depth: number;
  next: number;
}

/** What stands where in a machine that somebody would build: a port at a root, a switch below a port. */
function fits({ id, bus: wants, kind }: Model, bus: Bus): boolean {
  if (bus.kind === 'switch' || id === downstream) return bus.kind === 'switch' && id === downstream;
  if (expanders.has(id)) return bus.kind === 'root' && (wants === 'express') === bus.express;
  if (bus.kind === 'expander' && kind !== 'bridge' && kind !== 'port') return false;
  if (id === upstream) return bus.kind === 'port';
  if (kind === 'port') return bus.express && (bus.kind === 'root' || bus.kind === 'expander');
  return wants === 'either' || (wants === 'express') === bus.express;
}

/** The bus behind a bridge. */
function behind({ id, kind }: Model, name: string, above: Bus): Bus {
  const depth = above.depth + 1;
  if (id === 'pxb-pcie') return { name, express: true, kind: 'expander', next: 0, slots: 31, depth: 0 };
  if (id === upstream) return { name, express: true, kind: 'switch', next: 0, slots: 31, depth };
  if (kind === 'port') return { name, express: true, kind: 'port', next: 0, slots: 1, depth };
  return { name, express: false, kind: 'bridge', next: 1, slots: 31, depth };
}

/** `only`: of the models that are no bridges, just these; of bridges too, if it names any. `most`: one more device than that at most. */
export function randomTopology(random: Random, only?: ReadonlySet<string>, most = 8): Topology {
  const machine = random.pick(['pc', 'q35']);
  const devices: string[] = [];
  const others: string[] = [];
  const used = new Set<string>();
  const root = machine === 'pc' ? 'pci.0' : 'pcie.0';
  const buses: Bus[] = [
    { name: root, express: machine === 'q35', kind: 'root', next: 2, slots: 25, depth: 0 },
  ];
  const onlyBridges = catalogue.some((model) => isBridge(model) && only?.has(model.id));
  const count = 2 + random.below(most);
  let expanded = 0;
  for (let n = 1; n <= count; n++) {
    const free = buses.filter((bus) => bus.next < bus.slots);
    const bus = free[random.below(free.length)];
    if (!bus) break;
    const bridgesOnly = bus.kind === 'switch' || bus.kind === 'expander';
    const wantsBridge = (random.chance(0.35) && bus.depth < 3) || bridgesOnly;
    const fitting = catalogue.filter(
      (model) =>
        isBridge(model) === wantsBridge &&
        ((wantsBridge && (!onlyBridges || bridgesOnly)) || only?.has(model.id) !== false) &&
        model.bus !== 'none' &&
        !apart.has(model.id) &&
        // it must sit where everything that it translates comes by
        (model.id !== 'virtio-iommu-pci' || bus.kind === 'root') &&
        !used.has(model.id) &&
        fits(model, bus),
    );
    const model = fitting[random.below(fitting.length)];
    if (!model) continue;
    if (single.has(family(model)))
      for (const other of catalogue) if (family(other) === family(model)) used.add(other.id);
    const id = `d${String(n)}`;
    const need = needs[family(model)]?.(String(n));
    const words = [model.id, `id=${id}`, `bus=${bus.name}`, `addr=${bus.next.toString(16)}.0`];
    if (need) words.push(need.properties);
    if (need?.other) others.push(...need.other);
    if (expanders.has(model.id)) words.push(`bus_nr=${String(++expanded * 40)}`);
    devices.push(words.join(','));
    bus.next += 1 + random.below(3);
    if (!wantsBridge) continue;
    const below = behind(model, id, bus);
    buses.push(below);
    if (model.id !== upstream) continue;
    // a switch is of use with a port below
    const port = `${id}p`;
    devices.push(`${downstream},id=${port},bus=${id},addr=0.0,chassis=${String(100 + n)}`);
    below.next = 1;
    buses.push({ name: port, express: true, kind: 'port', next: 0, slots: 1, depth: bus.depth + 1 });
  }
  return { machine, devices, others };
}

/** The guest-visible arguments; RAM in megabytes. */
export const argumentsOf = ({ machine, devices, others }: Topology, ram = 128): string[] => [
  '-machine',
  machine,
  '-m',
  String(ram),
  '-nodefaults',
  ...others,
  ...devices.flatMap((device) => ['-device', device]),
];
