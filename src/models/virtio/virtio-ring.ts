/** A split ring in the driver's memory (virtio 1.1 §2.6; qemu: hw/virtio/virtio.c): buffers are taken, given back, told of. */
import { join } from '../../base/bits.ts';
import type { Device } from '../../engine/device.ts';
import type { VirtioCore } from './virtio-core.ts';
import { Queue } from './virtio-queues.ts';

const notifyOnEmpty = 1 << 24;
const eventIndex = 1 << 29;
const noInterrupt = 1;
const headerBytes = 4;
const usedBytes = 8;
const descriptorBytes = 16;

const Flag = { next: 1, write: 2, indirect: 4 } as const;

export interface Buffer {
  /** Its first descriptor. */
  readonly head: number;
  /** Bytes that the driver has written for the device. */
  readonly readable: number;
}

interface Descriptor {
  readonly address: number;
  readonly length: number;
  readonly flags: number;
  readonly next: number;
}

export class Ring {
  private readonly core: VirtioCore;
  private readonly device: Device;
  private readonly queue: number;

  constructor(core: VirtioCore, device: Device, queue: number) {
    this.core = core;
    this.device = device;
    this.queue = queue;
  }

  /** The driver has said where the available ring is. */
  get isReady(): boolean {
    return this.address(Queue.available) !== 0;
  }

  /** The next buffer; undefined when there is none, or it makes no sense. */
  take(): Buffer | undefined {
    if (this.isEmpty()) return undefined;
    const size = this.get(Queue.size);
    const taken = this.get(Queue.taken);
    const waiting = (this.available(2) - taken) & 0xffff;
    const head = this.available(headerBytes + (taken % size) * 2);
    this.set(Queue.taken, taken + 1);
    if (waiting > size || head >= size) return this.fail();
    if (this.has(eventIndex)) this.write(headerBytes + usedBytes * size, taken + 1, 2);
    const readable = this.walk(head, size);
    return readable === undefined ? this.fail() : { head, readable };
  }

  /** How many bytes the device may read in the chain from `head` on; undefined when it is broken. */
  private walk(head: number, size: number): number | undefined {
    let table = this.address(Queue.ring);
    let left = size;
    let index = head;
    const first = this.descriptor(table, head);
    if (first.flags & Flag.indirect) {
      if (first.length === 0 || first.length % descriptorBytes !== 0) return undefined;
      table = first.address;
      left = first.length / descriptorBytes;
      index = 0;
    }
    const entries = left;
    let readable = 0;
    let writes = false;
    while (left-- > 0) {
      const { length, flags, next } = this.descriptor(table, index);
      const isWrite = (flags & Flag.write) !== 0;
      if (length === 0 || (writes && !isWrite)) return undefined;
      if (isWrite) writes = true;
      else readable += length;
      if ((flags & Flag.next) === 0) return readable;
      if (next >= entries) return undefined;
      index = next;
    }
    return undefined;
  }

  private descriptor(table: number, index: number): Descriptor {
    const at = table + index * descriptorBytes;
    const word = (offset: number): number => this.device.dmaRead(at + offset, 4);
    const last = word(12);
    const [low, high, length] = [word(0), word(4), word(8)];
    return { address: join(high, low), length: length >>> 0, flags: last & 0xffff, next: last >>> 16 };
  }

  private fail(): undefined {
    this.core.fail(this.device);
  }

  /** Gives a buffer back, so many bytes of it written. */
  give({ head }: Buffer, length: number): void {
    const given = this.get(Queue.given);
    const at = headerBytes + (given % this.get(Queue.size)) * usedBytes;
    this.write(at, head, 4);
    this.write(at + 4, length, 4);
    this.write(2, given + 1, 2);
    this.set(Queue.given, given + 1);
    const behind = ((given + 1 - this.get(Queue.told)) << 16) >> 16 < 1;
    if (behind) this.set(Queue.everTold, 0);
  }

  /** Tells the driver, if it wants to know. */
  tell(): void {
    if (this.isWanted()) this.core.tell(this.device, this.queue);
  }

  private isWanted(): boolean {
    if (this.has(notifyOnEmpty) && this.get(Queue.taken) === this.get(Queue.given) && this.isEmpty())
      return true;
    if (!this.has(eventIndex)) return (this.available(0) & noInterrupt) === 0;
    const first = this.get(Queue.everTold) === 0;
    const old = this.get(Queue.told);
    const now = this.get(Queue.given);
    this.set(Queue.everTold, 1);
    this.set(Queue.told, now);
    const event = this.available(headerBytes + this.get(Queue.size) * 2);
    return first || ((now - event - 1) & 0xffff) < ((now - old) & 0xffff);
  }

  private isEmpty(): boolean {
    return this.core.isSilent(this.device) || !this.isReady || this.available(2) === this.get(Queue.taken);
  }

  private has(feature: number): boolean {
    return (this.core.acknowledged(this.device) & feature) !== 0;
  }

  private get(word: number): number {
    return this.core.queues.get(this.device, this.queue, word);
  }

  private set(word: number, value: number): void {
    this.core.queues.set(this.device, this.queue, word, value & 0xffff);
  }

  private address(word: number): number {
    return join(this.get(word + 1), this.get(word));
  }

  private available(offset: number): number {
    return this.device.dmaRead(this.address(Queue.available) + offset, 2) & 0xffff;
  }

  private write(offset: number, value: number, bytes: number): void {
    if (this.address(Queue.used) !== 0) this.device.dmaWrite(this.address(Queue.used) + offset, value, bytes);
  }
}
