/** virtio-9p-pci: a folder of the host (qemu: hw/9pfs/virtio-9p-device.c); here nobody serves the files. */
import { say } from '../../base/problem.ts';
import { bytesOf } from './virtio-device.ts';
import { virtioModels } from './virtio-models.ts';

const mountTag = 1 << 0;
const longest = 32;
const utf8 = (text: string): number[] => Array.from(text, (letter) => (letter.codePointAt(0) ?? 0) & 0xff);

export const virtio9ps = virtioModels({
  id: 'virtio-9p-pci',
  kind: 'storage',
  transitional: true,
  properties: [
    { name: 'fsdev', kind: 'text', required: true, initial: '' },
    { name: 'mount_tag', kind: 'text', required: true, initial: '' },
  ],
  check: ({ text }) =>
    text('mount_tag').length >= longest
      ? say('problem.expected', { expected: 'mount_tag=TAG (31)', given: text('mount_tag') })
      : undefined,
  device: ({ text }) => {
    const tag = utf8(text('mount_tag'));
    return {
      id: 9,
      transitional: 0x1009,
      classCode: 0x000200,
      queues: [128],
      vectors: 2,
      features: mountTag,
      config: [...bytesOf(tag.length, 2), ...tag],
    };
  },
});
