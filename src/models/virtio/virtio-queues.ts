/** Queue registers: QEMU has 1024 of every one, whether or not the device has the queue. They lie in sparse pages. */
import type { Device } from '../../engine/device.ts';
import { pageBytes } from '../../engine/image.ts';
import { backing } from '../../engine/route.ts';

export const mostQueues = 1024;
const mostEntries = 1024;
export const noVector = 0xffff;

/** Words of a queue: what the device goes by, then what a modern driver wrote and only enabling makes real. */
export const Queue = {
  size: 0,
  vector: 1,
  /** Addresses of the descriptors, of the available and the used ring; low and high each. */
  ring: 2,
  available: 4,
  used: 6,
  /** How many buffers were taken and given back, modulo 65536; how many when the driver was last told, and whether it was. */
  taken: 8,
  given: 9,
  told: 10,
  everTold: 11,
  wanted: 12,
  enabled: 13,
  /** The three addresses as a driver reads them back. */
  rings: 14,
} as const;
const stride = 128;
/** No BAR has this number. */
const store = 7;

export interface Queues {
  get(device: Device, queue: number, word: number): number;
  set(device: Device, queue: number, word: number, value: number): void;
  /** A queue neither appears nor vanishes by its size. */
  resize(device: Device, queue: number, size: number): void;
  /** Where descriptors, available and used ring are (low and high words); ignored when there is no such queue. */
  place(device: Device, queue: number, addresses: readonly number[]): void;
  /** One queue as at reset, but not what a modern driver wrote. */
  restart(device: Device, queue: number): void;
  /** Every register of every queue as at reset. */
  clear(device: Device): void;
}

/** The queues of a device, sizes in order. Words are kept as their difference from the reset value: zero pages are at reset. */
export function queuesOf(sizes: readonly number[]): Queues {
  const initial = (queue: number, word: number): number =>
    word === Queue.size ? (sizes[queue] ?? 0) : word === Queue.vector ? noVector : 0;
  const at = (device: Device, queue: number, word: number): number =>
    backing(device.fn, store) + queue * stride + word * 4;
  const queues: Queues = {
    get: (device, queue, word) => {
      const { image } = device.machine;
      const index = image.find(at(device, queue, word));
      return (index < 0 ? 0 : image.get(index)) ^ initial(queue, word);
    },
    set: (device, queue, word, value) => {
      if (queues.get(device, queue, word) === (value | 0)) return;
      const { image } = device.machine;
      image.set(image.touch(at(device, queue, word)), value ^ initial(queue, word));
    },
    resize: (device, queue, size) => {
      if ((size === 0) === (queues.get(device, queue, Queue.size) === 0) && size <= mostEntries)
        queues.set(device, queue, Queue.size, size);
    },
    place: (device, queue, addresses) => {
      if (queues.get(device, queue, Queue.size) === 0) return;
      addresses.forEach((word, i) => queues.set(device, queue, Queue.ring + i, word));
    },
    restart: (device, queue) => {
      for (let word = 0; word < Queue.wanted; word++) queues.set(device, queue, word, initial(queue, word));
    },
    clear: (device) => {
      const { image } = device.machine;
      for (let byte = 0; byte < mostQueues * stride; byte += pageBytes) {
        const first = image.find(backing(device.fn, store) + byte);
        if (first < 0) continue;
        for (let i = 0; i < pageBytes / 4; i++) image.set(first + i, 0);
      }
    },
  };
  return queues;
}
