/** What a virtio function answers: common, interrupt, device and notification structures, and the legacy registers. */
import type { Device } from '../../engine/device.ts';
import type { Ops } from '../../engine/shape.ts';

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
  /** What a legacy driver gets that acknowledges everything, bit 30 included: it does not negotiate. Missing: nothing. */
  readonly badFeatures?: number;
  /** Features a modern driver sees. */
  readonly features: readonly [low: number, high: number];
  /** Device-specific configuration at reset. */
  readonly config: readonly number[];
  /** A driver that has acknowledged `features` may change byte `offset`. */
  canWrite?(features: readonly [low: number, high: number], offset: number): boolean;
  /** Bytes of its expansion ROM. */
  readonly rom?: number;
}

/** Private words; the device-specific configuration follows, then ten words a queue, then MSI-X. */
export const Own = {
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
export const mostQueues = 1024;
const mostEntries = 1024;
export const driverOk = 4;

export interface VirtioRegisters {
  readonly common: Ops;
  readonly isr: Ops;
  readonly device: Ops;
  readonly notify: Ops;
  readonly legacy: Ops;
}

/** The structures of a device with so many MSI-X vectors, and its private words at reset. */
export function virtioRegisters(
  device: VirtioDevice,
  vectors: number,
): { privates: number[]; ops: VirtioRegisters } {
  const configWords = Math.ceil(device.config.length / 4);
  const firstQueue = Own.config + configWords;
  const privates = [0, 0, 0, 0, 0, 0, 0, none, 0];
  for (let word = 0; word < configWords; word++) {
    privates.push(
      [3, 2, 1, 0].reduce((value, byte) => (value << 8) | (device.config[word * 4 + byte] ?? 0), 0),
    );
  }
  for (const size of device.queues) privates.push(size, none, 0, 0, 0, 0, 0, 0, 0, 0);
  // QEMU's copy of the configuration, as last read or written: a write goes there, and all of it to the device
  const copy = privates.length;
  for (let word = 0; word < configWords; word++) privates.push(0);

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
    for (let word = Own.legacy; word < copy; word++) function_.set(word, privates[word] ?? 0);
  };
  const selectQueue = (function_: Device, value: number): void => {
    if (value >>> 0 < mostQueues) function_.set(Own.queue, value);
  };

  const readConfig = (function_: Device, offset: number, bytes: number): number => {
    if (offset + bytes > device.config.length) return -1;
    for (let word = 0; word < configWords; word++) {
      function_.set(copy + word, function_.get(Own.config + word));
    }
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
    const put = (first: number, at: number, byte: number): void => {
      const word = first + (at >> 2);
      const shift = (at & 3) * 8;
      function_.set(word, (function_.get(word) & ~(0xff << shift)) | (byte << shift));
    };
    for (let i = 0; i < bytes; i++) put(copy, offset + i, (value >>> (i * 8)) & 0xff);
    for (let at = 0; at < device.config.length; at++) {
      if (device.canWrite?.(accepted, at) !== true) continue;
      put(Own.config, at, (function_.get(copy + (at >> 2)) >>> ((at & 3) * 8)) & 0xff);
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
          return function_.set(
            Own.legacy,
            value & 0x4000_0000 ? (device.badFeatures ?? 0) : value & device.legacyFeatures,
          );
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
