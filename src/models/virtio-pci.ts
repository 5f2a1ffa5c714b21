/** Virtio over PCI (virtio 1.1 §4.1; qemu: hw/virtio/virtio-pci.c): registers of reset and negotiation. No queue is ever served. */
import type { Device } from '../engine/device.ts';
import { ShapeBuilder } from '../engine/shape-builder.ts';
import type { Ops, Shape } from '../engine/shape.ts';
import type { Context, PropertySpec } from './model.ts';
import { addMsix, exclusiveBar, msixBytes, msixWords, msixWritten } from './msix.ts';
import {
  addErrorReporting,
  addExpress,
  addFlr,
  addLinkControl,
  expressBytes,
  flrWritten,
  PortType,
} from './pcie-cap.ts';
import { hasRom, romContents } from './rom.ts';

export interface VirtioDevice {
  /** Virtio device ID: 1 = network. */
  readonly id: number;
  /** Device ID of the transitional function. */
  readonly transitional: number;
  readonly classCode: number;
  /** Queue sizes in order. */
  readonly queues: readonly number[];
  readonly vectors: number;
  /** Features a legacy driver sees, low word. */
  readonly legacyFeatures: number;
  /** Features a modern driver sees. */
  readonly features: readonly [low: number, high: number];
  /** Device-specific configuration at reset. */
  readonly config: readonly number[];
  /** A driver that has acknowledged `features` may change byte `offset`. */
  canWrite?(features: readonly [low: number, high: number], offset: number): boolean;
  /** Bytes of its expansion ROM. */
  readonly rom?: number;
}

export const virtioProperties: readonly PropertySpec[] = [
  { name: 'disable-legacy', kind: 'choice', choices: ['on', 'off', 'auto'], initial: 'auto' },
  { name: 'disable-modern', kind: 'flag', initial: 'off' },
  { name: 'page-per-vq', kind: 'flag', initial: 'off' },
  { name: 'vectors', kind: 'number', initial: '' },
];

/** Private words; the device-specific configuration follows, then ten words a queue, then MSI-X. */
const Own = {
  selected: 0,
  accepted: 1,
  features: 2,
  legacy: 4,
  status: 5,
  isr: 6,
  vector: 7,
  queue: 8,
  config: 9,
} as const;
const Queue = { size: 0, vector: 1, enabled: 2, descriptors: 3, page: 9, words: 10 } as const;
const none = 0xffff;
const mostQueues = 1024;
const mostEntries = 1024;
const driverOk = 4;

/** The virtio structures within the modern BAR. */
const region = { common: 0, isr: 0x1000, device: 0x2000, notify: 0x3000 } as const;

export function virtioShape(context: Context, device: VirtioDevice): Shape {
  const behind = context.express && !context.root;
  const choice = context.text('disable-legacy');
  const legacy = choice === 'auto' ? !behind : choice !== 'on';
  const modern = !context.flag('disable-modern');
  const vectors = context.text('vectors') === '' ? device.vectors : context.number('vectors');
  const express = behind && modern;
  const { privates, ops } = registers(device, vectors);

  const shape = new ShapeBuilder({
    vendor: 0x1af4,
    device: legacy ? device.transitional : 0x1040 + device.id,
    revision: legacy ? 0 : 1,
    classCode: device.classCode,
    subsystemVendor: 0x1af4,
    subsystem: legacy ? device.id : 0x1100,
    pin: 1,
    multifunction: context.multifunction,
    express,
  });
  let at = 0x40;
  if (express) {
    addExpress(shape, at, PortType.endpoint);
    addErrorReporting(shape, at);
    addLinkControl(shape, at);
    addFlr(shape, at);
    at += expressBytes;
    shape
      .capability(0x01, at, 8)
      .field(at + 2, 2, 0x03)
      .field(at + 4, 2, 0, 0x03)
      .resetting(at + 4, 0xffff);
    at += 8;
  }
  let window = -1;
  if (modern) {
    const multiplier = context.flag('page-per-vq') ? 0x1000 : 4;
    const notifyBytes = multiplier * mostQueues;
    const structure = (type: number, offset: number, bytes: number, length = 16): void => {
      shape
        .capability(0x09, at, length)
        .field(at + 2, 1, length)
        .field(at + 3, 1, type)
        .field(at + 4, 1, type === 5 ? 0 : 4)
        .field(at + 8, 4, offset)
        .field(at + 12, 4, bytes);
      at += length;
    };
    structure(1, region.common, 0x1000);
    structure(3, region.isr, 0x1000);
    structure(4, region.device, 0x1000);
    structure(2, region.notify, notifyBytes, 20);
    shape.field(at - 4, 4, multiplier);
    window = at;
    structure(5, 0, 0, 20);
    shape
      .field(window + 4, 1, 0, 0xff)
      .field(window + 8, 4, 0, -1)
      .field(window + 12, 4, 0, -1)
      .field(window + 16, 4, 0, -1)
      .watch(window + 16)
      .compute(window + 16);
    const bytes = 2 ** Math.ceil(Math.log2(region.notify + notifyBytes));
    shape.bar(4, 'mem64', bytes, {
      prefetchable: true,
      stretches: [
        { from: region.common, bytes: 0x1000, ops: ops.common },
        { from: region.isr, bytes: 0x1000, ops: ops.isr },
        { from: region.device, bytes: 0x1000, ops: ops.device },
        { from: region.notify, bytes: notifyBytes, ops: ops.notify },
      ],
    });
  }
  if (vectors > 0) {
    const bar = exclusiveBar(vectors);
    const stretches = addMsix(shape, {
      at,
      vectors,
      bar: 1,
      table: 0,
      pending: bar.pending,
      own: privates.length,
    });
    shape.bar(1, 'mem32', bar.bytes, { stretches });
    at += msixBytes;
  }
  if (legacy) {
    const bytes = 2 ** Math.ceil(Math.log2((vectors > 0 ? 24 : 20) + device.config.length));
    shape.bar(0, 'io', bytes, { stretches: [{ from: 0, bytes, ops: ops.legacy }] });
  }
  if (device.rom !== undefined && hasRom(context)) {
    const contents = romContents(0x1af4, device.transitional, device.classCode, device.rom);
    shape.bar(6, 'rom', device.rom, { contents });
  }
  const select = (function_: Device): Reached | undefined => {
    const offset = function_.word((window + 8) >> 2) >>> 0;
    const length = function_.word((window + 12) >> 2);
    return length === 1 || length === 2 || length === 4
      ? reach(ops, offset & ~(length - 1), length)
      : undefined;
  };
  return shape
    .watch(0x04)
    .behave(
      {
        configRead: (function_, word, stored) => {
          if (word !== (window + 16) >> 2) return stored;
          const there = select(function_);
          if (!there) return stored;
          const mask = there.bytes === 4 ? -1 : (1 << (there.bytes * 8)) - 1;
          const value = (stored & ~mask) | (there.ops.read(function_, there.offset, there.bytes) & mask);
          function_.setWord(word, value);
          return value;
        },
        configWritten: (function_, word, old, lanes) => {
          if (word === 1) {
            if ((function_.word(1) & 4) === 0)
              function_.set(Own.status, function_.get(Own.status) & ~driverOk);
            return;
          }
          msixWritten(function_, word, old, lanes);
          flrWritten(function_, word);
          if (window < 0 || word !== (window + 16) >> 2) return;
          const there = select(function_);
          const value = function_.word(word);
          const mask = there?.bytes === 4 ? -1 : (1 << ((there?.bytes ?? 0) * 8)) - 1;
          there?.ops.write(function_, there.offset, value & mask, there.bytes);
        },
      },
      [...privates, ...(vectors > 0 ? msixWords(vectors) : [])],
    )
    .surviving([Own.selected, Own.accepted, Own.features, Own.features + 1])
    .done();
}

interface Registers {
  readonly common: Ops;
  readonly isr: Ops;
  readonly device: Ops;
  readonly notify: Ops;
  readonly legacy: Ops;
}

interface Reached {
  readonly ops: Ops;
  readonly offset: number;
  readonly bytes: number;
}

/** What the window of the PCI configuration access capability looks at. */
function reach(ops: Registers, offset: number, bytes: number): Reached | undefined {
  const found = [ops.common, ops.isr, ops.device, ops.notify][offset >>> 12];
  return found && { ops: found, offset: offset & 0xfff, bytes };
}

function registers(device: VirtioDevice, vectors: number): { privates: number[]; ops: Registers } {
  const configWords = Math.ceil(device.config.length / 4);
  const firstQueue = Own.config + configWords;
  const privates = [0, 0, 0, 0, 0, 0, 0, none, 0];
  for (let word = 0; word < configWords; word++) {
    privates.push(
      [3, 2, 1, 0].reduce((value, byte) => (value << 8) | (device.config[word * 4 + byte] ?? 0), 0),
    );
  }
  for (const size of device.queues) privates.push(size, none, 0, 0, 0, 0, 0, 0, 0, 0);

  /** The private word of the selected queue, or -1 when there is none of that number. */
  const queueOf = (function_: Device): number => {
    const queue = function_.get(Own.queue);
    return queue < device.queues.length ? firstQueue + queue * Queue.words : -1;
  };
  const getQueue = (function_: Device, word: number, absent: number): number => {
    const at = queueOf(function_);
    return at < 0 ? absent : function_.get(at + word);
  };
  const setQueue = (function_: Device, word: number, value: number): void => {
    const at = queueOf(function_);
    if (at >= 0) function_.set(at + word, value);
  };
  const usable = (vector: number): number => (vector >>> 0 < vectors ? vector : none);
  const takeIsr = (function_: Device): number => {
    const isr = function_.get(Own.isr);
    function_.set(Own.isr, 0);
    function_.intx(false);
    return isr;
  };
  /** Zero resets the device; what selects features stays. */
  const setStatus = (function_: Device, value: number): void => {
    function_.set(Own.status, value & 0xff);
    if ((value & 0xff) === 0) reset(function_);
  };
  const reset = (function_: Device): void => {
    for (let word = Own.legacy; word < privates.length; word++) function_.set(word, privates[word] ?? 0);
  };
  const selectQueue = (function_: Device, value: number): void => {
    if (value >>> 0 < mostQueues) function_.set(Own.queue, value);
  };

  const readConfig = (function_: Device, offset: number, bytes: number): number => {
    if (offset + bytes > device.config.length) return -1;
    let value = 0;
    for (let i = bytes - 1; i >= 0; i--) {
      const at = offset + i;
      value = (value << 8) | ((function_.get(Own.config + (at >> 2)) >>> ((at & 3) * 8)) & 0xff);
    }
    return value;
  };
  const writeConfig = (function_: Device, offset: number, value: number, bytes: number): void => {
    if (offset + bytes > device.config.length) return;
    const accepted = [function_.get(Own.legacy), function_.get(Own.features + 1)] as const;
    for (let i = 0; i < bytes; i++) {
      const at = offset + i;
      if (device.canWrite?.(accepted, at) !== true) continue;
      const word = Own.config + (at >> 2);
      const shift = (at & 3) * 8;
      function_.set(word, (function_.get(word) & ~(0xff << shift)) | (((value >>> (i * 8)) & 0xff) << shift));
    }
  };

  const common: Ops = {
    name: 'virtio common configuration',
    read: (function_, offset) => {
      if (offset >= 0x20 && offset < 0x38 && offset % 4 === 0) {
        return getQueue(function_, Queue.descriptors + ((offset - 0x20) >> 2), 0);
      }
      switch (offset) {
        case 0x00:
          return function_.get(Own.selected);
        case 0x04:
          return device.features[function_.get(Own.selected)] ?? 0;
        case 0x08:
          return function_.get(Own.accepted);
        case 0x0c: {
          const accepted = function_.get(Own.accepted) >>> 0;
          return accepted < 2 ? function_.get(Own.features + accepted) : 0;
        }
        case 0x10:
          return function_.get(Own.vector);
        case 0x12:
          return device.queues.length;
        case 0x14:
          return function_.get(Own.status);
        case 0x16:
        case 0x1e:
          return function_.get(Own.queue);
        case 0x18:
          return getQueue(function_, Queue.size, 0);
        case 0x1a:
          return getQueue(function_, Queue.vector, none);
        case 0x1c:
          return getQueue(function_, Queue.enabled, 0);
        default:
          return 0;
      }
    },
    write: (function_, offset, value) => {
      if (offset >= 0x20 && offset < 0x38 && offset % 4 === 0) {
        return setQueue(function_, Queue.descriptors + ((offset - 0x20) >> 2), value);
      }
      switch (offset) {
        case 0x00:
          return function_.set(Own.selected, value);
        case 0x08:
          return function_.set(Own.accepted, value);
        case 0x0c: {
          const accepted = function_.get(Own.accepted) >>> 0;
          if (accepted >= 2) return;
          function_.set(Own.features + accepted, value);
          if ((function_.get(Own.status) & 8) === 0) {
            function_.set(
              Own.legacy,
              function_.get(Own.features) & (device.features[0] | device.legacyFeatures),
            );
          }
          return;
        }
        case 0x10:
          return function_.set(Own.vector, usable(value));
        case 0x14:
          return setStatus(function_, value);
        case 0x16:
          return selectQueue(function_, value);
        case 0x18: {
          const exists = getQueue(function_, Queue.size, 0) !== 0;
          if (exists && value !== 0 && value >>> 0 <= mostEntries) setQueue(function_, Queue.size, value);
          return;
        }
        case 0x1a:
          return setQueue(function_, Queue.vector, usable(value));
        case 0x1c:
          if (value === 1) setQueue(function_, Queue.enabled, 1);
          return;
        case 0x3a:
          if (value === 1) setQueue(function_, Queue.enabled, 0);
      }
    },
  };

  const isr: Ops = { name: 'virtio interrupt status', read: takeIsr, write: () => {} };
  const specific: Ops = { name: 'virtio device configuration', read: readConfig, write: writeConfig };
  const notify: Ops = { name: 'virtio notification', read: () => 0, write: () => {} };

  /** With MSI-X enabled two vector registers come before the device's own. */
  const header = (function_: Device): number => {
    const { msix } = function_.shape.caps;
    return msix !== undefined && function_.word(msix >> 2) < 0 ? 24 : 20;
  };
  const legacy: Ops = {
    name: 'virtio legacy registers',
    read: (function_, offset, bytes) => {
      const first = header(function_);
      if (offset >= first) return readConfig(function_, offset - first, bytes);
      switch (offset) {
        case 0:
          return device.legacyFeatures;
        case 4:
          return function_.get(Own.legacy);
        case 8:
          return getQueue(function_, Queue.page, 0);
        case 12:
          return getQueue(function_, Queue.size, 0);
        case 14:
          return function_.get(Own.queue);
        case 18:
          return function_.get(Own.status);
        case 19:
          return takeIsr(function_);
        case 20:
          return function_.get(Own.vector);
        case 22:
          return getQueue(function_, Queue.vector, none);
        default:
          return -1;
      }
    },
    write: (function_, offset, value, bytes) => {
      const first = header(function_);
      if (offset >= first) return writeConfig(function_, offset - first, value, bytes);
      switch (offset) {
        case 4:
          // a driver that acknowledges everything does not negotiate: it gets nothing
          return function_.set(Own.legacy, value & 0x4000_0000 ? 0 : value & device.legacyFeatures);
        case 8:
          return value === 0 ? reset(function_) : setQueue(function_, Queue.page, value);
        case 14:
          return selectQueue(function_, value);
        case 18:
          setStatus(function_, value);
          // old drivers forget Bus Master: acknowledging and driving sets it
          if (value === 3) function_.setWord(1, function_.word(1) | 4);
          return;
        case 20:
          return function_.set(Own.vector, usable(value));
        case 22:
          return setQueue(function_, Queue.vector, usable(value));
      }
    },
  };
  return { privates, ops: { common, isr, device: specific, notify, legacy } };
}
