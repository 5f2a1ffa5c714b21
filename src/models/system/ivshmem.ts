/** ivshmem: memory that virtual machines share, as a BAR, 1af4:1110 (qemu: hw/misc/ivshmem.c, docs/specs/ivshmem-spec.txt). */
import { isPowerOfTwo } from '../../base/bits.ts';
import { parseSize } from '../../base/hex.ts';
import { say } from '../../base/problem.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops, Shape } from '../../engine/shape.ts';
import type { Context, Model, PropertySpec } from '../model.ts';
import { addMsix, exclusiveBar, msixWords, msixWritten } from '../caps/msix.ts';

/** Registers, and the private words that hold the first two. */
const Reg = { mask: 0, status: 4, position: 8, doorbell: 12 } as const;
const own = 2;
const registerBytes = 0x100;

/**
 * The registers. A doorbell rung for another peer finds none; one's own comes back as a message. cf8 has no server, so this
 * is always peer 0, which is what IVPosition reads.
 */
const registers = (vectors: number): Ops => ({
  name: 'ivshmem registers',
  impl: { min: 4, max: 4 },
  read: (device, offset) => {
    if (offset !== Reg.mask && offset !== Reg.status) return 0;
    const value = device.get(offset >> 2);
    if (offset === Reg.status) device.set(1, 0);
    return value;
  },
  write: (device, at, value) => {
    const offset = at & 0xfc;
    if (offset === Reg.mask || offset === Reg.status) device.set(offset >> 2, value);
    else if (offset === Reg.doorbell && value >>> 16 === 0 && (value & 0xff) < vectors)
      device.message(value & 0xff);
  },
});

const sizeOf = ({ text }: Context): number => parseSize(text('memdev.size')) ?? 0;

/** The function; with `vectors` it can interrupt, through MSI-X in a BAR of its own. */
function shapeOf(context: Context, vectors: number): Shape {
  const bytes = sizeOf(context);
  const shape = new ShapeBuilder({
    vendor: 0x1af4,
    device: 0x1110,
    revision: 1,
    classCode: 0x050000,
    multifunction: context.multifunction,
  }).bar(0, 'mem32', registerBytes, {
    stretches: [{ from: 0, bytes: registerBytes, ops: registers(vectors) }],
  });
  if (vectors > 0) {
    const bar = exclusiveBar(vectors);
    const stretches = addMsix(shape, { at: 0x40, vectors, bar: 1, table: 0, pending: bar.pending, own });
    shape.bar(1, 'mem32', bar.bytes, { stretches });
  }
  return shape
    .bar(2, 'mem64', bytes, { prefetchable: true, stretches: [{ from: 0, bytes }] })
    .behave(vectors > 0 ? { configWritten: msixWritten } : {}, [
      0,
      0,
      ...(vectors > 0 ? msixWords(vectors) : []),
    ])
    .done();
}

const card = (
  id: string,
  properties: readonly PropertySpec[],
  vectors: (context: Context) => number,
): Model => ({
  id,
  kind: 'system',
  bus: 'either',
  properties: [
    ...properties,
    { name: 'master', kind: 'choice', choices: ['on', 'off', 'auto'], initial: 'off' },
  ],
  check: (context) =>
    isPowerOfTwo(sizeOf(context))
      ? undefined
      : say('problem.power-of-two', { property: 'memdev.size', given: context.text('memdev.size') }),
  shape: (context) => shapeOf(context, vectors(context)),
});

export const ivshmemPlain = card(
  'ivshmem-plain',
  [
    { name: 'memdev', kind: 'text', required: true, initial: '' },
    { name: 'memdev.size', kind: 'size', initial: '1M' },
  ],
  () => 0,
);

/** Its memory comes from the server; 4 MiB is what QEMU's own server has. */
export const ivshmemDoorbell = card(
  'ivshmem-doorbell',
  [
    { name: 'chardev', kind: 'text', required: true, initial: '' },
    { name: 'vectors', kind: 'number', range: [1, 2048], initial: '1' },
    { name: 'ioeventfd', kind: 'flag', initial: 'on' },
    { name: 'memdev.size', kind: 'size', initial: '4M' },
  ],
  ({ number }) => number('vectors'),
);
