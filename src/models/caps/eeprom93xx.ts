/** A serial EEPROM of the 93Cxx family, as its four wires show it (qemu: hw/nvram/eeprom93xx.c). Its state lies in private words. */
import type { Device } from '../../engine/device.ts';

const Own = {
  tick: 0,
  address: 1,
  command: 2,
  writable: 3,
  select: 4,
  clock: 5,
  out: 6,
  data: 7,
  contents: 8,
} as const;

/** Start bits, operation code. */
const head = 4;
const dataBits = 16;

const Code = { extended: 0, write: 1, read: 2, erase: 3 } as const;

/** An EEPROM whose words begin at the model's private word `first`. */
export class Eeprom93xx {
  private readonly first: number;
  private readonly size: number;
  private readonly addressBits: number;

  constructor(first: number, size: number) {
    this.first = first;
    this.size = size;
    this.addressBits = size > 64 ? 8 : 6;
  }

  /** How many private words it takes. */
  get words(): number {
    return Own.contents + this.size;
  }

  /** The words at power-on; no reset changes them. */
  initial(contents: readonly number[]): number[] {
    return [0, 0, 0, 0, 0, 0, 1, 0, ...contents];
  }

  /** A word of the contents, and what the board itself puts there. */
  get(d: Device, at: number): number {
    return d.get(this.first + Own.contents + at);
  }

  set(d: Device, at: number, value: number): void {
    d.set(this.first + Own.contents + at, value & 0xffff);
  }

  /** The data wire, out. */
  read(d: Device): number {
    return d.get(this.first + Own.out);
  }

  /** Chip select, clock and data in change. */
  write(d: Device, select: boolean, clock: boolean, bit: number): void {
    const get = (word: number): number => d.get(this.first + word);
    const set = (word: number, value: number): void => d.set(this.first + word, value);
    const selected = get(Own.select) !== 0;
    if (!selected && select) for (const word of [Own.tick, Own.command, Own.address]) set(word, 0);
    else if (selected && !select) {
      this.finish(d);
      set(Own.out, 1);
    } else if (select && clock && get(Own.clock) === 0) this.shift(d, bit);
    set(Own.select, select ? 1 : 0);
    set(Own.clock, clock ? 1 : 0);
  }

  private shift(d: Device, bit: number): void {
    const get = (word: number): number => d.get(this.first + word);
    const set = (word: number, value: number): void => d.set(this.first + word, value);
    const tick = get(Own.tick);
    const end = head + this.addressBits;
    if (tick === 0) return set(Own.tick, bit === 0 ? 1 : 2);
    if (tick === 1) return set(Own.tick, bit === 0 ? 1 : 2);
    if (tick >= end + dataBits) return;
    set(Own.tick, tick + 1);
    if (tick < head) return set(Own.command, ((get(Own.command) << 1) | bit) & 0xff);
    if (tick >= end) {
      if (get(Own.command) === Code.read) set(Own.out, (get(Own.data) >>> 15) & 1);
      return set(Own.data, ((get(Own.data) << 1) | bit) & 0xffff);
    }
    const address = ((get(Own.address) << 1) | bit) & 0xff;
    set(Own.address, address);
    if (tick + 1 < end) return;
    set(Own.address, address % this.size);
    if (get(Own.command) === Code.read) set(Own.out, 0);
    if (get(Own.command) !== Code.extended) return set(Own.data, get(Own.contents + (address % this.size)));
    const extended = (address % this.size) >>> (this.addressBits - 2);
    if (extended === 0 || extended === 3) set(Own.writable, extended === 0 ? 0 : 1);
  }

  /** Deselected: what was to be written or erased is. */
  private finish(d: Device): void {
    const get = (word: number): number => d.get(this.first + word);
    if (get(Own.writable) === 0) return;
    const address = get(Own.address);
    const extended = address >>> (this.addressBits - 2);
    const command = get(Own.command);
    const filled = get(Own.tick) >= head + this.addressBits + dataBits;
    const put = (at: number, value: number): void => d.set(this.first + Own.contents + at, value);
    const all = Array.from({ length: this.size }, (_, i) => i);
    if (command === Code.erase) put(address, 0xffff);
    else if (command === Code.extended && extended === 2) for (const at of all) put(at, 0xffff);
    else if (filled && (command === Code.write || (command === Code.extended && extended === 1)))
      for (const at of command === Code.write ? [address] : all)
        put(at, get(Own.contents + at) & get(Own.data));
  }
}
