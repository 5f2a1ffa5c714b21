/** The state of a virtio function and what changes it: features, status, configuration, queues (qemu: hw/virtio/virtio.c). */
import type { Device } from '../../engine/device.ts';
import { pageBytes } from '../../engine/image.ts';
import { highWord, lowWord } from '../../base/bits.ts';
import type { Driver, VirtioDevice } from './virtio-device.ts';
import { Ring } from './virtio-ring.ts';
import { mostQueues, noVector, Queue, queuesOf, type Queues } from './virtio-queues.ts';

/** Private words, from `first` on; the device-specific configuration follows, then QEMU's copy of it. */
export const Word = {
  selected: 0,
  accepted: 1,
  /** Features as a modern driver wrote them, low and high. */
  features: 2,
  /** Those of them that the device took, low and high. */
  driver: 4,
  status: 6,
  isr: 7,
  vector: 8,
  queue: 9,
  generation: 10,
  /** Bus Master was taken away: no interrupts. */
  disabled: 11,
  /** The driver did what it must not: no interrupts until a reset. */
  broken: 12,
  config: 13,
} as const;

const Status = { driverOk: 4, featuresOk: 8, needsReset: 0x40 } as const;
/** In the high word of features. */
const version1 = 1;
const platformAccess = 2;
const packed = 4;
const queueUsed = 1;
const configurationChanged = 3;

export interface VirtioOptions {
  readonly vectors: number;
  /** Bytes of notification registers per queue. */
  readonly perQueue: number;
  /** Features that the function offers, all of them. */
  readonly offered: readonly [low: number, high: number];
  /** The model's private word at which the words begin. */
  readonly first: number;
}

export class VirtioCore {
  readonly device: VirtioDevice;
  readonly options: VirtioOptions;
  readonly queues: Queues;
  /** Private words at reset. */
  readonly privates: readonly number[];
  /** Private words that no reset returns. */
  readonly survivors: readonly number[];
  private readonly config: number;
  /** QEMU's copy of the configuration, as last read or written: a write goes there, and all of it to the device. */
  private readonly copy: number;

  constructor(device: VirtioDevice, options: VirtioOptions) {
    this.device = device;
    this.options = options;
    this.queues = queuesOf(device.queues);
    const { config } = device;
    const words = Math.ceil(config.length / 4);
    const { first } = options;
    this.config = first + Word.config;
    this.copy = this.config + words;
    const initial = Array.from({ length: words }, (_, word) =>
      [3, 2, 1, 0].reduce((value, byte) => (value << 8) | (config[word * 4 + byte] ?? 0), 0),
    );
    const none = Array.from({ length: Word.config }, (_, word) => (word === Word.vector ? noVector : 0));
    this.privates = [...none, ...initial, ...initial.map(() => 0)];
    const kept = initial.flatMap((_, word) => (device.keeps?.(word * 4) ? [this.config + word] : []));
    this.survivors = [
      ...[Word.selected, Word.accepted, Word.features, Word.features + 1, Word.generation].map(
        (n) => first + n,
      ),
      ...kept,
      ...initial.map((_, word) => this.copy + word),
    ];
  }

  get(d: Device, word: number): number {
    return d.get(this.options.first + word);
  }

  set(d: Device, word: number, value: number): void {
    d.set(this.options.first + word, value);
  }

  // ── status, features ───────────────────────────────────────────────────────

  /** Zero resets the device. */
  setStatus(d: Device, value: number): void {
    const old = this.get(d, Word.status);
    const high = this.get(d, Word.driver + 1);
    const finishes =
      (high & version1) !== 0 && (old & Status.featuresOk) === 0 && (value & Status.featuresOk) !== 0;
    const lacks = (this.options.offered[1] & ~high & platformAccess) !== 0;
    if (!finishes || !lacks) {
      if (value & Status.driverOk) this.device.started?.(this.driver(d));
      this.set(d, Word.status, value & 0xff);
      // who begins looks at what is there already
      if (this.device.eager === true && value & ~old & Status.driverOk)
        this.device.queues.forEach((_, queue) => this.kick(d, queue));
    }
    if (this.get(d, Word.status) === 0) this.restart(d);
  }

  /** Low word of the features that are offered and acknowledged. */
  acknowledged(d: Device): number {
    return this.get(d, Word.driver);
  }

  /** Once they are negotiated, features stay. */
  setFeatures(d: Device, low: number, high: number): void {
    if (this.get(d, Word.status) & Status.featuresOk) return;
    this.set(d, Word.driver, low & this.options.offered[0]);
    this.set(d, Word.driver + 1, high & this.options.offered[1]);
  }

  /** What writing zero to the status does: less than a reset of the function. */
  restart(d: Device): void {
    const { first } = this.options;
    for (let n = 0; n < this.privates.length; n++)
      if (!this.survivors.includes(first + n)) this.set(d, n, this.privates[n] ?? 0);
    this.queues.clear(d);
    d.intx(false);
    const { msixTable, msixVectors = 0 } = d.shape.caps;
    if (msixTable === undefined) return;
    for (let n = 0; n < msixVectors; n += 32) d.set(msixTable + msixVectors * 4 + (n >> 5), 0);
  }

  /** Bus Master Enable was written: without it the device may not go on. */
  mastering(d: Device, on: boolean): void {
    this.set(d, Word.disabled, on ? 0 : 1);
    if (!on) this.set(d, Word.status, this.get(d, Word.status) & ~Status.driverOk);
  }

  // ── interrupts ─────────────────────────────────────────────────────────────

  takeIsr(d: Device): number {
    const isr = this.get(d, Word.isr);
    this.set(d, Word.isr, 0);
    d.intx(false);
    return isr;
  }

  private changed(d: Device): void {
    if ((this.get(d, Word.status) & Status.driverOk) === 0) return;
    this.set(d, Word.isr, this.get(d, Word.isr) | configurationChanged);
    this.set(d, Word.generation, this.get(d, Word.generation) + 1);
    this.interrupt(d, this.get(d, Word.vector));
  }

  /** Some buffers of a queue are used. */
  tell(d: Device, queue: number): void {
    this.set(d, Word.isr, this.get(d, Word.isr) | queueUsed);
    this.interrupt(d, this.queues.get(d, queue, Queue.vector));
  }

  /** Neither interrupts nor buffers: Bus Master is off, or a reset is needed. */
  isSilent(d: Device): boolean {
    return this.get(d, Word.disabled) !== 0 || this.get(d, Word.broken) !== 0;
  }

  private interrupt(d: Device, vector: number): void {
    if (this.isSilent(d)) return;
    const { msix } = d.shape.caps;
    if (msix === undefined || d.word(msix >> 2) >= 0) d.intx(true);
    else if (vector !== noVector) d.message(vector);
  }

  fail(d: Device): void {
    if (this.get(d, Word.driver + 1) & version1) {
      this.set(d, Word.status, this.get(d, Word.status) | Status.needsReset);
      this.changed(d);
    }
    this.set(d, Word.broken, 1);
  }

  setVector(d: Device, value: number): void {
    const old = this.get(d, Word.vector);
    this.set(d, Word.vector, noVector);
    this.unused(d, old);
    this.set(d, Word.vector, this.usable(value));
  }

  setQueueVector(d: Device, value: number): void {
    const queue = this.get(d, Word.queue);
    const old = this.queues.get(d, queue, Queue.vector);
    this.queues.set(d, queue, Queue.vector, noVector);
    this.unused(d, old);
    this.queues.set(d, queue, Queue.vector, this.usable(value));
  }

  private usable(vector: number): number {
    return vector >>> 0 < this.options.vectors ? vector : noVector;
  }

  /** A vector that nothing goes by any more has nothing pending. */
  private unused(d: Device, vector: number): void {
    const { msixTable, msixVectors = 0 } = d.shape.caps;
    if (msixTable === undefined || vector === noVector) return;
    const at = msixTable + msixVectors * 4 + (vector >> 5);
    const bit = 1 << (vector & 31);
    if ((d.get(at) & bit) === 0 || this.get(d, Word.vector) === vector) return;
    for (let queue = 0; queue < mostQueues; queue++)
      if (this.queues.get(d, queue, Queue.vector) === vector) return;
    d.set(at, d.get(at) & ~bit);
  }

  // ── the selected queue ─────────────────────────────────────────────────────

  selectQueue(d: Device, value: number): void {
    if (value >>> 0 < mostQueues) this.set(d, Word.queue, value);
  }

  queue(d: Device, word: number): number {
    return this.queues.get(d, this.get(d, Word.queue), word);
  }

  setQueue(d: Device, word: number, value: number): void {
    this.queues.set(d, this.get(d, Word.queue), word, value);
  }

  setQueueSize(d: Device, value: number): void {
    this.setQueue(d, Queue.wanted, value & 0xffff);
    this.queues.resize(d, this.get(d, Word.queue), value & 0xffff);
  }

  enableQueue(d: Device, value: number): void {
    if (value !== 1) return this.fail(d);
    const queue = this.get(d, Word.queue);
    this.queues.resize(d, queue, this.queue(d, Queue.wanted));
    const words = [0, 1, 2, 3, 4, 5].map((n) => this.queue(d, Queue.rings + n));
    this.queues.place(d, queue, words);
    this.setQueue(d, Queue.enabled, 1);
  }

  /** As a legacy driver says it: one page number; the rings follow the descriptors, the used one on a page of its own. */
  placeQueue(d: Device, page: number): void {
    const size = this.queue(d, Queue.size);
    const descriptors = page * pageBytes;
    const available = descriptors + size * 16;
    const used = Math.ceil((available + 4 + size * 2) / pageBytes) * pageBytes;
    const words = [descriptors, available, used].flatMap((address) => [lowWord(address), highWord(address)]);
    this.queues.place(d, this.get(d, Word.queue), words);
  }

  /** A driver says that it has put buffers into a queue. */
  kick(d: Device, queue: number): void {
    if (queue >= mostQueues || this.get(d, Word.broken)) return;
    if (this.queues.get(d, queue, Queue.ring) === 0 && this.queues.get(d, queue, Queue.ring + 1) === 0)
      return;
    if ((this.get(d, Word.driver + 1) & packed) === 0) this.device.served?.(queue, new Ring(this, d, queue));
  }

  resetQueue(d: Device, value: number): void {
    if (value !== 1) return;
    this.queues.restart(d, this.get(d, Word.queue));
    this.setQueue(d, Queue.enabled, 0);
  }

  // ── the device's own configuration ─────────────────────────────────────────

  /** Reads take a fresh copy of all of it. */
  readConfig(d: Device, offset: number, bytes: number): number {
    if (offset + bytes > this.device.config.length) return -1;
    for (let at = this.config; at < this.copy; at++) d.set(at + this.copy - this.config, d.get(at));
    let value = 0;
    for (let i = bytes - 1; i >= 0; i--) value = (value << 8) | byteAt(d, this.config, offset + i);
    return value;
  }

  writeConfig(d: Device, offset: number, value: number, bytes: number): void {
    if (offset + bytes > this.device.config.length) return;
    for (let i = 0; i < bytes; i++) putByte(d, this.copy, offset + i, (value >>> (i * 8)) & 0xff);
    this.device.written?.(this.driver(d));
  }

  private driver(d: Device): Driver {
    return {
      features: [this.get(d, Word.driver), this.get(d, Word.driver + 1)],
      wrote: (offset) => byteAt(d, this.copy, offset),
      holds: (offset) => byteAt(d, this.config, offset),
      put: (offset, value) => putByte(d, this.config, offset, value),
      changed: () => this.changed(d),
      fail: () => this.fail(d),
    };
  }
}

const byteAt = (d: Device, first: number, offset: number): number =>
  (d.get(first + (offset >> 2)) >>> ((offset & 3) * 8)) & 0xff;

function putByte(d: Device, first: number, offset: number, value: number): void {
  const word = first + (offset >> 2);
  const shift = (offset & 3) * 8;
  d.set(word, (d.get(word) & ~(0xff << shift)) | (value << shift));
}
