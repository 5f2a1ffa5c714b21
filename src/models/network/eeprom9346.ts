/** The 93C46 inside of an RTL8139, as its wires show it (qemu: hw/net/rtl8139.c, prom9346_*): one start bit, and it is only read. */
import type { Device } from '../../engine/device.ts';

const Own = { mode: 0, tick: 1, input: 2, output: 3, select: 4, clock: 5, answer: 6, contents: 7 } as const;
const Mode = { none: 0, waiting: 1, command: 2, reading: 3 } as const;
const size = 64;

/** An EEPROM whose private words begin at `first`. */
export class Eeprom9346 {
  private readonly first: number;
  /** How many private words it takes. */
  readonly words = Own.contents + size;

  constructor(first: number) {
    this.first = first;
  }

  /** The words at power-on; no reset changes them. */
  initial(contents: readonly number[]): number[] {
    return [...Array.from({ length: Own.contents }, () => 0), ...contents];
  }

  /** The data wire, out. */
  read(d: Device): boolean {
    return d.get(this.first + Own.select) !== 0 && d.get(this.first + Own.answer) !== 0;
  }

  /** Chip select, clock and data in change; on a rising clock a bit goes in or out. */
  write(d: Device, select: boolean, clock: boolean, bit: number): void {
    const get = (word: number): number => d.get(this.first + word);
    const set = (word: number, value: number): void => d.set(this.first + word, value);
    const selected = get(Own.select) !== 0;
    const rises = clock && get(Own.clock) === 0;
    set(Own.select, select ? 1 : 0);
    set(Own.clock, clock ? 1 : 0);
    if (select && !selected) {
      for (const word of [Own.tick, Own.input, Own.output]) set(word, 0);
      set(Own.mode, Mode.waiting);
    }
    if (select && rises) this.shift(d, bit);
  }

  private shift(d: Device, bit: number): void {
    const get = (word: number): number => d.get(this.first + word);
    const set = (word: number, value: number): void => d.set(this.first + word, value);
    const count = get(Own.tick) + 1;
    set(Own.tick, count);
    const begin = (mode: number): void => {
      set(Own.mode, mode);
      set(Own.tick, 0);
    };
    switch (get(Own.mode)) {
      case Mode.waiting:
        if (bit === 0) return;
        set(Own.input, 0);
        return begin(Mode.command);
      case Mode.command: {
        const command = ((get(Own.input) << 1) | bit) & 0xffff;
        set(Own.input, command);
        if (count !== 8) return;
        const operation = command & 0xc0;
        if (operation === 0x80) {
          set(Own.output, get(Own.contents + (command & (size - 1))));
          set(Own.answer, 0);
          return begin(Mode.reading);
        }
        if (operation !== 0x40) return set(Own.mode, Mode.none);
        set(Own.input, 0);
        return begin(Mode.none);
      }
      case Mode.reading:
        set(Own.answer, (get(Own.output) >>> 15) & 1);
        set(Own.output, (get(Own.output) << 1) & 0xffff);
        if (count !== 16) return;
        set(Own.input, 0);
        begin(Mode.waiting);
    }
  }
}
