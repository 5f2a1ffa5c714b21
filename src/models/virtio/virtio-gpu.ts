/** virtio-gpu-pci and virtio-vga: a display whose pictures go through queues; the second is a VGA card as well (qemu: hw/display/virtio-gpu*.c, virtio-vga.c). */
import { say } from '../../base/problem.ts';
import { legacy, mapped, videoMemory } from '../display/vga.ts';
import { vgaReset } from '../display/vga-registers.ts';
import type { Context, PropertySpec } from '../model.ts';
import { bytesOf, type VirtioDevice } from './virtio-device.ts';
import { virtioModels } from './virtio-models.ts';
import { featureProperties, featuresOf } from './virtio-properties.ts';

const features = { on: { edid: 1 } };
const mostOutputs = 16;
const vgaMegabytes = 8;
const romBytes = 0x1_0000;

const properties: readonly PropertySpec[] = [
  { name: 'max_outputs', kind: 'number', range: [0, 0xffff_ffff], initial: '1' },
  ...featureProperties(features),
];

const check = ({ number, text }: Context): ReturnType<typeof say> | undefined =>
  number('max_outputs') > mostOutputs
    ? say('problem.expected', {
        expected: `max_outputs=0–${String(mostOutputs)}`,
        given: text('max_outputs'),
      })
    : undefined;

const device = (context: Context, classCode: number): VirtioDevice => ({
  id: 16,
  classCode,
  queues: [64, 16],
  vectors: 3,
  features: featuresOf(context, features),
  // events, events to clear, outputs, capability sets
  config: [0, 0, context.number('max_outputs'), 0].flatMap((value) => bytesOf(value, 4)),
});

export const virtioGpus = virtioModels({
  id: 'virtio-gpu-pci',
  kind: 'display',
  transitional: false,
  properties,
  check,
  device: (context) => device(context, 0x038000),
});

export const virtioVgas = virtioModels({
  id: 'virtio-vga',
  kind: 'display',
  transitional: false,
  properties,
  check,
  device: (context) => ({ ...device(context, 0x030000), rom: romBytes }),
  besides: () => {
    const memory = videoMemory(vgaMegabytes);
    return {
      privates: vgaReset(memory),
      stretches: mapped,
      add: (shape) =>
        void shape
          .bar(0, 'mem32', memory, { prefetchable: true, stretches: [{ from: 0, bytes: memory }] })
          .legacy(...legacy),
    };
  },
});
