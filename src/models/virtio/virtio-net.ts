/** virtio-net-pci: a paravirtual network card (qemu: hw/virtio/virtio-net-pci.c, hw/net/virtio-net.c), link up, nothing on the wire. */
import { macOf } from '../network/e1000.ts';
import type { Model } from '../model.ts';
import { virtioCheck, virtioProperties, virtioShape } from './virtio-pci.ts';

/** Acknowledged, the MAC address is set through the control queue instead of the configuration. */
const controlMac = 0x0080_0000;
const version1 = 0x01;

export const virtioNet: Model = {
  id: 'virtio-net-pci',
  kind: 'network',
  bus: 'either',
  properties: [...virtioProperties, { name: 'mac', kind: 'text', initial: '' }],
  check: (context) => virtioCheck('virtio-net-pci', context),
  shape: (context) =>
    virtioShape(context, {
      id: 1,
      transitional: 0x1000,
      classCode: 0x020000,
      queues: [256, 256, 64],
      vectors: 4,
      legacyFeatures: 0x79bf_8064,
      badFeatures: 0x20, // the MAC address
      features: [0x30bf_8024, 0x101],
      config: [...macOf(context), 1, 0],
      canWrite: ([low, high], offset) => offset < 6 && (low & controlMac) === 0 && (high & version1) === 0,
      rom: 0x4_0000,
    }),
};
