/** A serial EEPROM of the 93xx family: 64 words behind chip select, clock, data in and data out (qemu: hw/nvram/eeprom93xx.c). */
import type { Device } from '../../engine/device.ts';

const words = 64;
const addressBits = 6;

/** Private words that it takes, counted from where its owner puts them: its pins, what has been shifted in, contents. */
const Pin = {
  select: 0,
  clock: 1,
  out: 2,
  ticks: 3,
  command: 4,
  address: 5,
  data: 6,
  writable: 7,
  contents: 8,
} as const;
export const microwireWords = Pin.contents + words;

/** Reset values of its private words; without power-on there is none. Data out floats high. */
export const microwireReset = (contents: readonly number[]): number[] => {
  const reset = Array.from({ length: microwireWords }, () => 0);
  reset[Pin.out] = 1;
  reset.splice(Pin.contents, words, ...contents);
  return reset;
};

/** Two start bits, two bits of command, the address, then 16 of data. */
const Ticks = { command: 2, address: 4, data: 4 + addressBits, end: 4 + addressBits + 16 } as const;
const Command = { special: 0, write: 1, read: 2, erase: 3 } as const;
/** Special commands are in the upper two bits of the address. */
const Special = { disable: 0, writeAll: 1, eraseAll: 2, enable: 3 } as const;

export const dataOut = (device: Device, own: number): boolean => device.get(own + Pin.out) !== 0;

/** Its owner drives the pins. */
export function drive(device: Device, own: number, select: boolean, clock: boolean, input: 0 | 1): void {
  const get = (pin: number): number => device.get(own + pin);
  const set = (pin: number, value: number): void => device.set(own + pin, value);
  const selected = get(Pin.select) !== 0;
  if (select && !selected) for (const pin of [Pin.ticks, Pin.command, Pin.address]) set(pin, 0);
  else if (selected && !select) {
    program(device, own);
    set(Pin.out, 1);
  } else if (select && clock && get(Pin.clock) === 0) shift(device, own, input);
  set(Pin.select, select ? 1 : 0);
  set(Pin.clock, clock ? 1 : 0);
}

function shift(device: Device, own: number, input: 0 | 1): void {
  const get = (pin: number): number => device.get(own + pin);
  const set = (pin: number, value: number): void => device.set(own + pin, value);
  const ticks = get(Pin.ticks);
  if (ticks >= Ticks.end) return;
  // a second start bit that does not come keeps it waiting; a wrong first one is taken for both
  if (ticks === 0) return set(Pin.ticks, input === 0 ? 1 : Ticks.command);
  if (ticks === 1 && input === 0) return;
  set(Pin.ticks, ticks + 1);
  if (ticks === 1) return;
  if (ticks < Ticks.address) return set(Pin.command, (get(Pin.command) << 1) | input);
  if (ticks < Ticks.data) {
    set(Pin.address, (get(Pin.address) << 1) | input);
    if (ticks + 1 === Ticks.data) begin(device, own);
    return;
  }
  if (get(Pin.command) === Command.read) set(Pin.out, (get(Pin.data) >>> 15) & 1);
  set(Pin.data, ((get(Pin.data) << 1) | input) & 0xffff);
}

const special = (address: number): number => address >> (addressBits - 2);

/** Command and address are there. */
function begin(device: Device, own: number): void {
  const command = device.get(own + Pin.command);
  const address = device.get(own + Pin.address);
  if (command === Command.read) device.set(own + Pin.out, 0);
  if (command !== Command.special) device.set(own + Pin.data, device.get(own + Pin.contents + address));
  else if (special(address) === Special.disable) device.set(own + Pin.writable, 0);
  else if (special(address) === Special.enable) device.set(own + Pin.writable, 1);
}

/** The end of a cycle writes and erases; writing only clears bits. */
function program(device: Device, own: number): void {
  if (device.get(own + Pin.writable) === 0) return;
  const command = device.get(own + Pin.command);
  const address = device.get(own + Pin.address);
  const complete = device.get(own + Pin.ticks) >= Ticks.end;
  const put = (at: number, change: (old: number) => number): void => {
    const word = own + Pin.contents + (at % words);
    device.set(word, change(device.get(word)));
  };
  const erased = (): number => 0xffff;
  const written = (old: number): number => old & device.get(own + Pin.data);
  const all = command === Command.special ? special(address) : -1;
  if (all === Special.eraseAll) for (let at = 0; at < words; at++) put(at, erased);
  else if (command === Command.erase) put(address, erased);
  else if (complete && command === Command.write) put(address, written);
  else if (complete && all === Special.writeAll) for (let at = 0; at < words; at++) put(at, written);
}
