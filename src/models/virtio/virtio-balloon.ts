/** virtio-balloon-pci: memory that the guest lends back (qemu: hw/virtio/virtio-balloon.c); one a machine. Nobody asks for any. */
import { say } from '../../base/problem.ts';
import { virtioModels } from './virtio-models.ts';
import { featureProperties, featuresOf } from './virtio-properties.ts';

const features = { on: { 'page-poison': 4 }, off: { 'deflate-on-oom': 2, 'free-page-reporting': 5 } };
const statistics = 1 << 1;
const poisonFeature = 1 << 4;
/** Pages that the driver says it has given, kept over resets; what free pages are filled with. */
const actual = 4;
const poison = 12;

export const virtioBalloons = virtioModels({
  id: 'virtio-balloon-pci',
  kind: 'system',
  transitional: true,
  plain: true,
  properties: featureProperties(features),
  check: ({ before }) => {
    const other = before.find(({ model }) => model.startsWith('virtio-balloon'));
    return other && say('problem.conflict', { one: 'virtio-balloon-pci', other: other.id ?? other.model });
  },
  device: (context) => {
    const poisons = context.flag('page-poison');
    return {
      id: 5,
      transitional: 0x1002,
      classCode: 0x00ff00,
      queues: [128, 128, 128, ...(context.flag('free-page-reporting') ? [32] : [])],
      vectors: 0,
      features: statistics | featuresOf(context, features),
      config: Array.from({ length: poisons ? 16 : 8 }, () => 0),
      keeps: (offset) => offset === actual,
      written: ({ features: [low], wrote, put }) => {
        for (let at = actual; at < actual + 4; at++) put(at, wrote(at));
        for (let at = poison; poisons && at < poison + 4; at++) put(at, low & poisonFeature ? wrote(at) : 0);
      },
    };
  },
});
