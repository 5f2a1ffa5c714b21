/** virtio-rng-pci: a source of entropy (qemu: hw/virtio/virtio-rng-pci.c). It never gives any here: chance is no part of a session. */
import { virtioModels } from './virtio-models.ts';

export const virtioRngs = virtioModels({
  id: 'virtio-rng-pci',
  kind: 'system',
  transitional: true,
  device: () => ({
    id: 4,
    transitional: 0x1005,
    classCode: 0x00ff00,
    queues: [8],
    vectors: 2,
    features: 0,
    config: [],
  }),
});
