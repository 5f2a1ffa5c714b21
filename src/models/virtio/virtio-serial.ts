/** virtio-serial-pci: consoles and channels (qemu: hw/virtio/virtio-serial-pci.c, hw/char/virtio-serial-bus.c), none of them connected. */
import { say } from '../../base/problem.ts';
import { bytesOf } from './virtio-device.ts';
import { virtioModels } from './virtio-models.ts';
import { featureProperties, featuresOf } from './virtio-properties.ts';

const features = { on: { 'emergency-write': 2 } };
const manyPorts = 1 << 1;
const mostPorts = 511;
/** Two queues a port; those of port 0 come before the two for control. */
const pair = [128, 128] as const;
const control = [32, 32] as const;
const controlOut = 3;
const communication = 0x0780;
/** What else an old QEMU called it. */
const otherClasses = [0x0380, 0x00ff];

export const virtioSerials = virtioModels({
  id: 'virtio-serial-pci',
  kind: 'serial',
  transitional: true,
  properties: [
    { name: 'max_ports', kind: 'number', range: [0, 0xffff_ffff], initial: '31' },
    { name: 'class', kind: 'number', range: [0, 0xffff_ffff], initial: '0' },
    ...featureProperties(features),
  ],
  check: ({ number, text }) => {
    const ports = number('max_ports');
    return ports === 0 || ports > mostPorts
      ? say('problem.expected', { expected: `max_ports=1–${String(mostPorts)}`, given: text('max_ports') })
      : undefined;
  },
  device: (context) => {
    const ports = context.number('max_ports');
    const wanted = context.number('class');
    const size = [0, 0, ports].flatMap((value, i) => bytesOf(value, i < 2 ? 2 : 4)); // columns, rows, ports
    return {
      id: 3,
      transitional: 0x1003,
      classCode: (otherClasses.includes(wanted) ? wanted : communication) << 8,
      queues: [...pair, ...control, ...Array.from({ length: ports - 1 }, () => pair).flat()],
      vectors: 2,
      features: featuresOf(context, features) | (ports > 1 ? manyPorts : 0),
      eager: true,
      // what comes out goes nowhere; control messages are about ports, and there is none
      served: (queue, ring) => {
        if (queue % 2 === 0 || (queue !== controlOut && !ring.isReady)) return;
        for (let buffer = ring.take(); buffer; buffer = ring.take()) ring.give(buffer, 0);
        ring.tell();
      },
      config: context.flag('emergency-write') ? [...size, ...bytesOf(0, 4)] : size,
    };
  },
});
