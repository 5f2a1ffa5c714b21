/** virtio-iommu-pci: an IOMMU that a driver would program through queues (qemu: hw/virtio/virtio-iommu.c). As at reset: all bypass it. */
import { say } from '../../base/problem.ts';
import { bytesOf } from './virtio-device.ts';
import { virtioModels } from './virtio-models.ts';
import { featureProperties } from './virtio-properties.ts';

/** Input range, domain range, mapping, probing, memory-mapped regions, configurable bypass. */
const features = 0x77;
const configurableBypass = 1 << 6;
const bypass = 36;
const all = 0xffff_ffff;

export const virtioIommus = virtioModels({
  id: 'virtio-iommu-pci',
  kind: 'system',
  transitional: false,
  plain: true,
  properties: featureProperties({ on: { 'boot-bypass': 0 } }),
  check: ({ root, before }) => {
    const other = before.find(({ model }) => model === 'virtio-iommu-pci');
    if (other) return say('problem.conflict', { one: 'virtio-iommu-pci', other: other.id ?? other.model });
    return root
      ? undefined
      : say('problem.expected', { expected: 'bus=pcie.0|pci.0', given: 'virtio-iommu-pci' });
  },
  device: ({ flag }) => ({
    id: 23,
    classCode: 0x00ff00,
    queues: [256, 256],
    vectors: 0,
    features,
    config: [
      ...[0xffff_f000, all, 0, 0, all, all, 0, all, 512].flatMap((value) => bytesOf(value, 4)),
      flag('boot-bypass') ? 1 : 0,
      0,
      0,
      0,
    ],
    keeps: (offset) => offset === bypass,
    written: ({ features: [low], wrote, holds, put, fail }) => {
      const wanted = wrote(bypass);
      if (wanted === holds(bypass)) return;
      if ((low & configurableBypass) === 0 || wanted > 1) return fail();
      put(bypass, wanted);
    },
  }),
});
