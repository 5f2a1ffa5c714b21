/** virtio-blk-pci: a disk (qemu: hw/virtio/virtio-blk-pci.c, hw/block/virtio-blk.c), of the size that QEMU's null-co gives. */
import { say } from '../../base/problem.ts';
import { bytesOf } from './virtio-device.ts';
import { virtioModels } from './virtio-models.ts';
import { featureProperties, featuresOf } from './virtio-properties.ts';

/** Sectors of 512 bytes: 1 GiB. */
const capacity = 0x20_0000;
const sectorBytes = 512;
const geometry = { cylinders: 2080, heads: 16, sectors: 63 } as const;
/** Segments, geometry, block size, topology. */
const always = 0x0454;
const writeCache = 1 << 9;
const scsi = 1 << 7;
const configurableCache = 1 << 11;
const manyQueues = 1 << 12;
const anyLayout = 1 << 27;
const features = { on: { 'config-wce': 11, discard: 13, 'write-zeroes': 14 } };
/** Offset of the write cache byte. */
const cacheByte = 32;
/** Where the configuration ends without write zeroes, and without discard. */
const withoutZeroes = 48;
const withoutDiscard = 36;
const automatic = 0xffff;
const most = { sectors: 0x3f_ffff, queues: 1024, entries: 1024 } as const;

export const virtioBlks = virtioModels({
  id: 'virtio-blk-pci',
  kind: 'storage',
  transitional: true,
  properties: [
    { name: 'drive', kind: 'text', required: true, initial: '' },
    { name: 'num-queues', kind: 'number', range: [0, automatic], initial: String(automatic) },
    { name: 'queue-size', kind: 'number', range: [0, 0xffff], initial: '256' },
    { name: 'class', kind: 'number', range: [0, 0xffff_ffff], initial: '0' },
    { name: 'write-cache', kind: 'choice', choices: ['on', 'off', 'auto'], initial: 'auto' },
    ...featureProperties(features),
  ],
  check: ({ number, text }) => {
    const queues = number('num-queues');
    if (queues === 0 || (queues > most.queues && queues !== automatic))
      return say('problem.expected', {
        expected: `num-queues=1–${String(most.queues)}`,
        given: text('num-queues'),
      });
    const size = number('queue-size');
    return size <= 2 || size > most.entries || (size & (size - 1)) !== 0
      ? say('problem.expected', { expected: 'queue-size=4|8|16|…|1024', given: text('queue-size') })
      : undefined;
  },
  device: (context) => {
    const { number, text, flag } = context;
    const queues = number('num-queues') === automatic ? 1 : number('num-queues');
    const size = number('queue-size');
    const cached = text('write-cache') !== 'off';
    const legacyAlone = flag('disable-modern');
    const config = [
      ...bytesOf(capacity, 8),
      ...bytesOf(0, 4), // largest segment: any
      ...bytesOf(size - 2, 4),
      ...bytesOf(geometry.cylinders, 2),
      geometry.heads,
      geometry.sectors,
      ...bytesOf(sectorBytes, 4),
      ...bytesOf(0, 8), // topology
      cached ? 1 : 0,
      0,
      ...bytesOf(queues, 2),
      ...(flag('discard')
        ? [...bytesOf(most.sectors, 4), ...bytesOf(1, 4), ...bytesOf(1, 4)]
        : bytesOf(0, 12)),
      ...bytesOf(most.sectors, 4), // write zeroes: sectors, segments, may unmap
      ...bytesOf(1, 4),
      1,
    ];
    return {
      id: 2,
      transitional: 0x1001,
      classCode: number('class') === 0 ? 0x010000 : (number('class') & 0xffff) << 8,
      queues: Array.from({ length: queues }, () => size),
      vectors: queues + 1,
      features:
        always |
        featuresOf(context, features) |
        (cached || flag('config-wce') ? writeCache : 0) |
        (queues > 1 ? manyQueues : 0) |
        (legacyAlone ? scsi : 0),
      ...(legacyAlone ? { withheld: anyLayout } : {}),
      config: flag('write-zeroes')
        ? config
        : config.slice(0, flag('discard') ? withoutZeroes : withoutDiscard),
      written: ({ wrote, put }) => put(cacheByte, wrote(cacheByte) === 0 ? 0 : 1),
      started: ({ features: [low], put }) => {
        if ((low & configurableCache) === 0) put(cacheByte, low & writeCache ? 1 : 0);
      },
    };
  },
});
