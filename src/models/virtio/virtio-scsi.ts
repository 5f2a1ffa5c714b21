/** virtio-scsi-pci: a SCSI host adapter (qemu: hw/virtio/virtio-scsi-pci.c, hw/scsi/virtio-scsi.c), no disk behind it. */
import { say } from '../../base/problem.ts';
import { bytesOf, type Driver } from './virtio-device.ts';
import { virtioModels } from './virtio-models.ts';
import { featureProperties, featuresOf } from './virtio-properties.ts';

const features = { on: { hotplug: 1, param_change: 2 } };
const automatic = 0xffff_ffff;
/** Control and event queues. */
const fixed = 2;
const mostQueues = 1024 - fixed;
/** Offsets of what a driver may set, and the least that is too much. */
const sense = { at: 20, end: 65536 } as const;
const command = { at: 24, end: 256 } as const;

const word = ({ wrote }: Driver, at: number): number =>
  [3, 2, 1, 0].reduce((value, byte) => value * 256 + wrote(at + byte), 0);

export const virtioScsis = virtioModels({
  id: 'virtio-scsi-pci',
  kind: 'storage',
  transitional: true,
  properties: [
    { name: 'num_queues', kind: 'number', range: [0, automatic], initial: String(automatic) },
    { name: 'virtqueue_size', kind: 'number', range: [0, automatic], initial: '256' },
    { name: 'max_sectors', kind: 'number', range: [0, automatic], initial: '65535' },
    { name: 'cmd_per_lun', kind: 'number', range: [0, automatic], initial: '128' },
    ...featureProperties(features),
  ],
  check: ({ number, text }) => {
    const queues = number('num_queues');
    if (queues === 0 || (queues > mostQueues && queues !== automatic))
      return say('problem.expected', {
        expected: `num_queues=1–${String(mostQueues)}`,
        given: text('num_queues'),
      });
    const size = number('virtqueue_size');
    return size <= 2 || size > 1024
      ? say('problem.expected', { expected: 'virtqueue_size=3–1024', given: text('virtqueue_size') })
      : undefined;
  },
  device: (context) => {
    const { number } = context;
    const queues = number('num_queues') === automatic ? 1 : number('num_queues');
    const size = number('virtqueue_size');
    return {
      id: 8,
      transitional: 0x1004,
      classCode: 0x010000,
      queues: Array.from({ length: queues + fixed }, () => size),
      vectors: queues + fixed + 1,
      features: featuresOf(context, features),
      config: [
        queues,
        size - 2, // segments
        number('max_sectors'),
        number('cmd_per_lun'),
        16, // bytes of an event
        96, // sense data
        32, // command block
        0x00ff_0000, // channels, targets
        16383, // logical units
      ].flatMap((value) => bytesOf(value, 4)),
      written: (driver) => {
        if (word(driver, sense.at) >= sense.end || word(driver, command.at) >= command.end)
          return driver.fail();
        for (let at = sense.at; at < command.at + 4; at++) driver.put(at, driver.wrote(at));
      },
    };
  },
});
