/** What a virtio function answers: common, interrupt, device and notification structures, and the legacy registers. */
import type { Device } from '../../engine/device.ts';
import type { Ops } from '../../engine/shape.ts';
import { Word, type VirtioCore } from './virtio-core.ts';
import { Queue } from './virtio-queues.ts';

export interface VirtioRegisters {
  readonly common: Ops;
  readonly isr: Ops;
  readonly device: Ops;
  readonly notify: Ops;
  /** A notification register that takes the number of the queue. */
  readonly port: Ops;
  readonly legacy: Ops;
}

/** Of the transport's features those that only a legacy driver sees: any layout, notify on empty, bit 30. */
const legacyOnly = 0x4900_0000;
/** A driver that acknowledges this bit does not negotiate. */
const everything = 0x4000_0000;
const Ring = { from: 0x20, to: 0x38 } as const;

export function virtioRegisters(core: VirtioCore): VirtioRegisters {
  const { device } = core;
  const { offered } = core.options;
  const modern = [offered[0] & ~legacyOnly & ~(device.legacyOnly ?? 0), offered[1]] as const;

  const common: Ops = {
    name: 'virtio common configuration',
    read: (d, offset) => {
      if (offset >= Ring.from && offset < Ring.to && offset % 4 === 0)
        return core.queue(d, Queue.rings + ((offset - Ring.from) >> 2));
      switch (offset) {
        case 0x00:
          return core.get(d, Word.selected);
        case 0x04:
          return modern[core.get(d, Word.selected)] ?? 0;
        case 0x08:
          return core.get(d, Word.accepted);
        case 0x0c: {
          const half = core.get(d, Word.accepted) >>> 0;
          return half < 2 ? core.get(d, Word.features + half) : 0;
        }
        case 0x10:
          return core.get(d, Word.vector);
        case 0x12:
          return device.queues.length;
        case 0x14:
          return core.get(d, Word.status);
        case 0x15:
          return core.get(d, Word.generation);
        case 0x16:
        case 0x1e:
          return core.get(d, Word.queue);
        case 0x18:
          return core.queue(d, Queue.size);
        case 0x1a:
          return core.queue(d, Queue.vector);
        case 0x1c:
          return core.queue(d, Queue.enabled);
        default:
          return 0;
      }
    },
    write: (d, offset, value) => {
      if (offset >= Ring.from && offset < Ring.to && offset % 4 === 0)
        return core.setQueue(d, Queue.rings + ((offset - Ring.from) >> 2), value);
      switch (offset) {
        case 0x00:
          return core.set(d, Word.selected, value);
        case 0x08:
          return core.set(d, Word.accepted, value);
        case 0x0c: {
          const half = core.get(d, Word.accepted) >>> 0;
          if (half >= 2) return;
          core.set(d, Word.features + half, value);
          return core.setFeatures(d, core.get(d, Word.features), core.get(d, Word.features + 1));
        }
        case 0x10:
          return core.setVector(d, value);
        case 0x14:
          return core.setStatus(d, value);
        case 0x16:
          return core.selectQueue(d, value);
        case 0x18:
          return core.setQueueSize(d, value);
        case 0x1a:
          return core.setQueueVector(d, value);
        case 0x1c:
          return core.enableQueue(d, value);
        case 0x3a:
          return core.resetQueue(d, value);
      }
    },
  };
  const isr: Ops = { name: 'virtio interrupt status', read: (d) => core.takeIsr(d), write: () => {} };
  const specific: Ops = {
    name: 'virtio device configuration',
    read: (d, offset, bytes) => core.readConfig(d, offset, bytes),
    write: (d, offset, value, bytes) => core.writeConfig(d, offset, value, bytes),
  };
  const notify: Ops = {
    name: 'virtio notification',
    read: () => 0,
    write: (d, offset) => core.kick(d, Math.floor(offset / core.options.perQueue)),
  };
  const port: Ops = { ...notify, write: (d, _offset, value) => core.kick(d, value >>> 0) };

  /** With MSI-X enabled two vector registers come before the device's own. */
  const header = (d: Device): number => {
    const { msix } = d.shape.caps;
    return msix !== undefined && d.word(msix >> 2) < 0 ? 24 : 20;
  };
  const legacy: Ops = {
    name: 'virtio legacy registers',
    read: (d, offset, bytes) => {
      const first = header(d);
      if (offset >= first) return core.readConfig(d, offset - first, bytes);
      switch (offset) {
        case 0:
          return offered[0];
        case 4:
          return core.get(d, Word.driver);
        case 8:
          return (core.queue(d, Queue.ring) >>> 12) | (core.queue(d, Queue.ring + 1) << 20);
        case 12:
          return core.queue(d, Queue.size);
        case 14:
          return core.get(d, Word.queue);
        case 18:
          return core.get(d, Word.status);
        case 19:
          return core.takeIsr(d);
        case 20:
          return core.get(d, Word.vector);
        case 22:
          return core.queue(d, Queue.vector);
        default:
          return -1;
      }
    },
    write: (d, offset, value, bytes) => {
      const first = header(d);
      if (offset >= first) return core.writeConfig(d, offset - first, value, bytes);
      switch (offset) {
        case 4:
          return core.setFeatures(d, value & everything ? (device.badFeatures ?? 0) : value, 0);
        case 8:
          return value === 0 ? core.restart(d) : core.placeQueue(d, value >>> 0);
        case 14:
          return core.selectQueue(d, value);
        case 16:
          return core.kick(d, value >>> 0);
        case 18:
          core.setStatus(d, value);
          // old drivers forget Bus Master: acknowledging and driving sets it
          if (value === 3) d.setWord(1, d.word(1) | 4);
          return;
        case 20:
          return core.setVector(d, value);
        case 22:
          return core.setQueueVector(d, value);
      }
    },
  };
  return { common, isr, device: specific, notify, port, legacy };
}
