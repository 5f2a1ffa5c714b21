/** virtio-keyboard-pci, -mouse-pci and -tablet-pci (qemu: hw/input/virtio-input.c, virtio-input-hid.c): nobody presses a key. */
import type { Model } from '../model.ts';
import { bytesOf } from './virtio-device.ts';
import { virtioModels } from './virtio-models.ts';

/** What a driver may ask for by the first byte of the configuration; the second says which. */
const Select = { name: 0x01, serial: 0x02, ids: 0x03, events: 0x11, axis: 0x12 } as const;
const Event = { key: 0x01, relative: 0x02, absolute: 0x03, led: 0x11, repeat: 0x14 } as const;
/** Selector, its detail, size, five bytes of nothing; then the answer. */
const headBytes = 8;
/** Lights come through it, an event each; all the same to the device. */
const statusQueue = 1;
const eventBytes = 8;
/** Longest text. */
const mostBytes = 128;

type Answer = readonly [select: number, detail: number, bytes: readonly number[]];

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
const bitmap = (hex: string): number[] => (hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));

/** Keys that QEMU's key codes lead to, as Linux numbers them. */
const keys = bitmap('feffffffffffffffffffcf7bffffbefeffdf00f8783000000000000004');
/** Left, right, middle, side, extra; gear up and down for the wheel. */
const buttons = [...Array.from({ length: 34 }, () => 0), 0x1f, ...Array.from({ length: 7 }, () => 0), 0x03];
const wheel: Answer = [Select.events, Event.relative, [0x00, 0x01]];
/** 0 to 32767, no fuzz, no flat, no resolution. */
const axis = [0, 0x7fff, 0, 0, 0].flatMap((value) => bytesOf(value, 4));

interface Hid {
  readonly id: string;
  readonly classCode: number;
  readonly name: string;
  readonly product: number;
  readonly version: number;
  readonly answers: readonly Answer[];
}

function answersOf({ name, product, version, answers }: Hid, serial: string): readonly Answer[] {
  const ids = [0x06, 0x0627, product, version].flatMap((value) => bytesOf(value, 2));
  const known: Answer[] = [[Select.name, 0, [...ascii(name), 0]], [Select.ids, 0, ids], ...answers];
  if (serial !== '') known.push([Select.serial, 0, ascii(serial).slice(0, mostBytes - 1)]);
  return known;
}

function hid(one: Hid): Model {
  const [model] = virtioModels({
    id: one.id,
    kind: 'input',
    transitional: false,
    properties: [{ name: 'serial', kind: 'text', initial: '' }],
    device: ({ text }) => {
      const answers = answersOf(one, text('serial'));
      const length = headBytes + Math.max(...answers.map(([, , bytes]) => bytes.length));
      return {
        id: 18,
        classCode: one.classCode,
        queues: [64, 64],
        vectors: 2,
        features: 0,
        config: Array.from({ length }, () => 0),
        keeps: () => true,
        served: (queue, ring) => {
          if (queue !== statusQueue) return;
          for (let buffer = ring.take(); buffer; buffer = ring.take())
            ring.give(buffer, Math.min(buffer.readable, eventBytes));
          ring.tell();
        },
        written: ({ wrote, put, changed }) => {
          const answer = answers.find(([select, detail]) => select === wrote(0) && detail === wrote(1));
          const [select = 0, detail = 0, bytes = []] = answer ?? [];
          const shown = answer ? [select, detail, bytes.length, 0, 0, 0, 0, 0, ...bytes] : [];
          for (let at = 0; at < length; at++) put(at, shown[at] ?? 0);
          changed();
        },
      };
    },
  });
  return model;
}

const keyboard = hid({
  id: 'virtio-keyboard-pci',
  classCode: 0x090000,
  name: 'QEMU Virtio Keyboard',
  product: 1,
  version: 1,
  answers: [
    [Select.events, Event.key, keys],
    [Select.events, Event.led, [0x07]],
    [Select.events, Event.repeat, [0x00]],
  ],
});

const mouse = hid({
  id: 'virtio-mouse-pci',
  classCode: 0x090200,
  name: 'QEMU Virtio Mouse',
  product: 2,
  version: 2,
  answers: [
    [Select.events, Event.key, buttons],
    [Select.events, Event.relative, [0x03, 0x01]],
  ],
});

const tablet = hid({
  id: 'virtio-tablet-pci',
  classCode: 0x098000,
  name: 'QEMU Virtio Tablet',
  product: 3,
  version: 2,
  answers: [
    [Select.events, Event.key, buttons],
    wheel,
    [Select.events, Event.absolute, [0x03]],
    [Select.axis, 0, axis],
    [Select.axis, 1, axis],
  ],
});

export const virtioInputs: readonly Model[] = [keyboard, mouse, tablet];
