/** A random board made harder for firmware: room to keep behind bridges, no hot plug, big BARs, functions beside function 0, more RAM. */
import type { Random } from './random.ts';
import type { Topology } from './random-topology.ts';

type Properties = (random: Random) => string;

const sizes = ['0', '4K', '8K', '1M', '5M', '32M', '256M', '1G'] as const;

/** One of what a bridge may ask firmware to keep. */
const reserve: Properties = (random) =>
  random.pick([
    `bus-reserve=${String(random.below(12))}`,
    `io-reserve=${random.pick(['0', '4K', '6K', '12K'])}`,
    `mem-reserve=${random.pick(sizes)}`,
    `pref32-reserve=${random.pick(sizes)}`,
    `pref64-reserve=${random.pick([...sizes, '4G', '32G'])}`,
  ]);
const videoMemory: Properties = (random) => `vgamem_mb=${random.pick(['8', '64', '256'])}`;

/** By model: what of its properties firmware notices. */
const noticed: Readonly<Record<string, readonly Properties[]>> = {
  'pcie-root-port': [reserve, reserve, () => 'hotplug=off', () => 'x-native-hotplug=off'],
  'pci-bridge': [reserve, reserve, () => 'shpc=off'],
  ioh3420: [() => 'hotplug=off'],
  'xio3130-downstream': [() => 'hotplug=off'],
  VGA: [videoMemory],
  'secondary-vga': [videoMemory],
  'bochs-display': [(random) => `vgamem=${random.pick(['4M', '128M', '256M'])}`],
  'pci-testdev': [(random) => `membar=${random.pick(['1M', '256M', '2G', '64G'])}`],
};
/** What may stand beside any function 0. */
const companions = [
  'edu',
  'pci-testdev',
  'pci-serial-2x',
  'virtio-rng-pci',
  'secondary-vga',
  'e1000',
] as const;
const alone: ReadonlySet<string> = new Set(['x3130-upstream', 'xio3130-downstream', 'pxb', 'pxb-pcie']);

/** The topology with such properties, and the megabytes of RAM that it gets. */
export function varied(random: Random, topology: Topology): { topology: Topology; ram: number } {
  const expanders = topology.devices.filter((device) => device.startsWith('pxb'));
  const bridgesOnly = (bus: string): boolean => expanders.some((device) => device.includes(`,id=${bus},`));
  const devices = topology.devices.flatMap((device, n) => {
    const id = device.split(',')[0] ?? '';
    const property = noticed[id];
    const chosen = property && random.chance(0.6) ? property[random.below(property.length)] : undefined;
    const words = chosen ? `${device},${chosen(random)}` : device;
    const bus = /,bus=([^,]+)/.exec(words)?.[1] ?? '';
    // virtual functions want the numbers themselves
    if (alone.has(id) || bridgesOnly(bus) || device.includes('sriov') || random.chance(0.8)) return [words];
    const place = `bus=${bus},addr=${/,addr=(\w+)\./.exec(words)?.[1] ?? ''}`;
    const beside = `${random.pick(companions)},id=c${String(n)},${place}.${String(1 + random.below(7))}`;
    return [`${words},multifunction=on`, beside];
  });
  const others = topology.others.map((word) =>
    word.startsWith('memory-backend-ram')
      ? word.replace('size=1M', `size=${random.pick(['1M', '64M', '512M', '4G'])}`)
      : word,
  );
  const ram = random.pick([128, 128, 1024, 2048, 3072, 3584, 4096, 6144]);
  return { topology: { ...topology, devices, others }, ram };
}
