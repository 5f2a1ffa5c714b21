/** pci-testdev: QEMU's device for testing ports, memory and huge BARs (docs/specs/pci-testdev.rst, hw/misc/pci-testdev.c). */
import { isPowerOfTwo } from '../../base/bits.ts';
import { parseSize } from '../../base/hex.ts';
import { say } from '../../base/problem.ts';
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import type { Model } from '../model.ts';

/** Private words: the test chosen (0 none, else number + 1) and how often each test was hit. */
const Own = { current: 0, counts: 1 } as const;

const kinds = ['no-eventfd', 'wildcard-eventfd', 'datamatch-eventfd'];
const tests = ['mmio', 'portio'].flatMap((space) => kinds.map((kind) => `${space}-${kind}`));
const countAt = 12;
const nameAt = 16;
const matching = 0xfa;
const anything = 0xce;

/** Where a test's writes must go: behind the header, one byte per test. */
const target = (test: number): number => (test < kinds.length ? 2048 : 128) + test;

/** What the header of a test says, without its count. */
const headers = tests.map((name, test) => {
  const bytes = new Uint8Array(nameAt + name.length + 1);
  const view = new DataView(bytes.buffer);
  bytes[0] = test;
  bytes[1] = 1; // width
  view.setUint32(4, target(test), true);
  bytes[8] = test % kinds.length === 1 ? anything : matching;
  for (let i = 0; i < name.length; i++) bytes[nameAt + i] = name.charCodeAt(i);
  return bytes;
});

function read(device: Device, offset: number): number {
  const test = device.get(Own.current) - 1;
  const header = headers[test];
  if (!header || offset + 1 >= header.length) return 0;
  if (offset >= countAt && offset < nameAt) return device.get(Own.counts + test) >>> ((offset - countAt) * 8);
  return header[offset] ?? 0;
}

function choose(device: Device, test: number): void {
  device.set(Own.current, test + 1);
  device.set(Own.counts + test, 0);
}

/**
 * A write to the chosen test's target is counted, but not when its eventfd swallows it: in the test's own space, the
 * wildcard one anything, the matching one its byte. All but the wildcard count only the byte FAh.
 */
function hit(device: Device, space: number, test: number, value: number): void {
  const wildcard = test % kinds.length === 1;
  const counts = wildcard || value === matching;
  const swallowed = test % kinds.length !== 0 && Math.floor(test / kinds.length) === space;
  if (counts && !swallowed) device.set(Own.counts + test, device.get(Own.counts + test) + 1);
}

const registers = (space: number): Ops => ({
  name: 'test registers',
  impl: { min: 1, max: 1 },
  read,
  write: (device, offset, value) => {
    const test = device.get(Own.current) - 1;
    if (offset === 0) {
      if (value < kinds.length) choose(device, space * kinds.length + value);
      else device.set(Own.current, 0);
    } else if (test >= 0 && offset === target(test)) hit(device, space, test, value);
  },
});

export const pciTestdev: Model = {
  id: 'pci-testdev',
  kind: 'teaching',
  bus: 'either',
  properties: [{ name: 'membar', kind: 'size', initial: '0' }],
  check: ({ text }) => {
    const bytes = parseSize(text('membar')) ?? 0;
    return bytes === 0 || isPowerOfTwo(bytes)
      ? undefined
      : say('problem.power-of-two', { property: 'membar', given: text('membar') });
  },
  shape: ({ multifunction, text }) => {
    const shape = new ShapeBuilder({ vendor: 0x1b36, device: 0x0005, classCode: 0x00ff00, multifunction })
      .bar(0, 'mem32', 4096, { stretches: [{ from: 0, bytes: 4096, ops: registers(0) }] })
      .bar(1, 'io', 256, { stretches: [{ from: 0, bytes: 256, ops: registers(1) }] })
      .behave(
        { reset: (device) => device.set(Own.current, 0) },
        Array.from({ length: Own.counts + tests.length }, () => 0),
      );
    const bytes = parseSize(text('membar')) ?? 0;
    return (bytes > 0 ? shape.bar(2, 'mem64', bytes, { prefetchable: true }) : shape).done();
  },
};
