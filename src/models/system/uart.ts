/** A 16550A without anybody at the other end of its line (qemu: hw/char/serial.c): registers, FIFO, loopback, interrupt. */
import { highWord, join, lowWord } from '../../base/bits.ts';
import type { Device } from '../../engine/device.ts';
import type { Ops } from '../../engine/shape.ts';

/** Private words of one UART. */
const Own = {
  received: 0,
  enabled: 1,
  identification: 2,
  line: 3,
  lineStatus: 4,
  divisor: 5,
  modem: 6,
  scratch: 7,
  control: 8,
  emptied: 9,
  timedOut: 10,
  due: 11,
  dueHigh: 12,
  characterTime: 13,
  waiting: 14,
  oldest: 15,
  fifo: 16,
} as const;
const fifoBytes = 16;
const words = Own.fifo + fifoBytes;
export const uartBytes = 8;

const Enable = { received: 0x01, emptied: 0x02, line: 0x04 } as const;
const Identified = { nothing: 0x01, emptied: 0x02, received: 0x04, line: 0x06, timedOut: 0x0c } as const;
const Line = { ready: 0x01, overrun: 0x02, breaking: 0x10, errors: 0x1e, empty: 0x60 } as const;
const fifoEnabled = 0x01;
const fifosWork = 0xc0;
const divisorLatch = 0x80;
const loopback = 0x10;
/** Carrier, data set ready, clear to send: nobody says otherwise. */
const modemStatus = 0xb0;

const uartReset: readonly number[] = Array.from({ length: words }, (_, i) => {
  if (i === Own.identification) return Identified.nothing;
  if (i === Own.lineStatus) return Line.empty;
  if (i === Own.divisor) return 0x0c;
  if (i === Own.modem) return 0x08;
  return i === Own.characterTime ? 1_041_660 : 0; // 10 bits at 9600 baud
});

const each = <T>(count: number, make: (own: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i * words));

/** Private words of `count` UARTs. */
export const uartWords = (count: number): number[] => each(count, () => uartReset).flat();

/** FIFO Control is what QEMU does not reset. */
export const uartSurvivors = (count: number): number[] => each(count, (own) => own + Own.control);

/** When the first of `count` UARTs will say that its received bytes have waited long enough. */
export function uartDeadline(device: Device, count: number): number | undefined {
  const due = each(count, (own) => dueAt(device, own)).filter((time) => time > 0);
  return due.length > 0 ? Math.min(...due) : undefined;
}

const dueAt = (device: Device, own: number): number =>
  join(device.get(own + Own.dueHigh), device.get(own + Own.due));

function setDue(device: Device, own: number, time: number): void {
  device.set(own + Own.due, lowWord(time));
  device.set(own + Own.dueHigh, highWord(time));
}

export function uartExpire(device: Device, count: number): void {
  for (const own of each(count, (at) => at)) {
    const due = dueAt(device, own);
    if (due === 0 || due > device.now) continue;
    setDue(device, own, 0);
    if (device.get(own + Own.waiting) === 0) continue;
    device.set(own + Own.timedOut, 1);
    new Uart(device, own, count).interrupt();
  }
}

/** UART number `index` of `count` that share one pin. */
export const uartOps = (index: number, count: number, baudBase: number): Ops => ({
  name: count > 1 ? `UART ${String(index + 1)}` : 'UART',
  valid: { min: 1, max: 4, unaligned: true },
  impl: { min: 1, max: 1 },
  read: (device, offset) => new Uart(device, index * words, count).read(offset),
  write: (device, offset, value) => new Uart(device, index * words, count).write(offset, value, baudBase),
});

/** One UART's words, for the length of an access. */
class Uart {
  private readonly device: Device;
  private readonly own: number;
  private readonly count: number;

  constructor(device: Device, own: number, count: number) {
    this.device = device;
    this.own = own;
    this.count = count;
  }

  private get(word: number): number {
    return this.device.get(this.own + word);
  }

  private set(word: number, value: number): void {
    this.device.set(this.own + word, value);
  }

  private get hasFifo(): boolean {
    return (this.get(Own.control) & fifoEnabled) !== 0;
  }

  private get latched(): boolean {
    return (this.get(Own.line) & divisorLatch) !== 0;
  }

  /** The highest cause that is enabled, and the pin. */
  interrupt(): void {
    this.set(Own.identification, this.cause() | (this.get(Own.identification) & 0xf0));
    const pending = each(this.count, (own) => this.device.get(own + Own.identification));
    this.device.intx(pending.some((identification) => (identification & Identified.nothing) === 0));
  }

  private cause(): number {
    const enabled = this.get(Own.enabled);
    const status = this.get(Own.lineStatus);
    if (enabled & Enable.line && status & Line.errors) return Identified.line;
    if (enabled & Enable.received && this.get(Own.timedOut)) return Identified.timedOut;
    if (enabled & Enable.received && status & Line.ready && this.isEnough) return Identified.received;
    return enabled & Enable.emptied && this.get(Own.emptied) ? Identified.emptied : Identified.nothing;
  }

  /** Without FIFOs one byte is; with them the trigger level. */
  private get isEnough(): boolean {
    const level = [1, 4, 8, 14][(this.get(Own.control) >> 6) & 3] ?? 1;
    return !this.hasFifo || this.get(Own.waiting) >= level;
  }

  private clearLine(bits: number): void {
    this.set(Own.lineStatus, this.get(Own.lineStatus) & ~bits);
  }

  private wait(): void {
    setDue(this.device, this.own, this.device.now + 4 * this.get(Own.characterTime));
  }

  read(offset: number): number {
    switch (offset) {
      case 0:
        return this.latched ? this.get(Own.divisor) & 0xff : this.receive();
      case 1:
        return this.latched ? this.get(Own.divisor) >> 8 : this.get(Own.enabled);
      case 2: {
        const identification = this.get(Own.identification);
        if ((identification & 0x06) === Identified.emptied) {
          this.set(Own.emptied, 0);
          this.interrupt();
        }
        return identification;
      }
      case 3:
        return this.get(Own.line);
      case 4:
        return this.get(Own.modem);
      case 5: {
        const status = this.get(Own.lineStatus);
        if (status & (Line.breaking | Line.overrun)) {
          this.clearLine(Line.breaking | Line.overrun);
          this.interrupt();
        }
        return status;
      }
      case 6: {
        const modem = this.get(Own.modem);
        if ((modem & loopback) === 0) return modemStatus;
        // outputs are inputs: OUT2 and OUT1, RTS, DTR
        return ((modem & 0x0c) << 4) | ((modem & 0x02) << 3) | ((modem & 0x01) << 5);
      }
      default:
        return this.get(Own.scratch);
    }
  }

  private receive(): number {
    let byte = this.get(Own.received);
    if (this.hasFifo) {
      byte = this.pop();
      if (this.get(Own.waiting) === 0) this.clearLine(Line.ready | Line.breaking);
      else this.wait();
      this.set(Own.timedOut, 0);
    } else this.clearLine(Line.ready | Line.breaking);
    this.interrupt();
    return byte;
  }

  private pop(): number {
    const waiting = this.get(Own.waiting);
    if (waiting === 0) return 0;
    const oldest = this.get(Own.oldest);
    this.set(Own.waiting, waiting - 1);
    this.set(Own.oldest, (oldest + 1) % fifoBytes);
    return this.get(Own.fifo + oldest);
  }

  write(offset: number, value: number, baudBase: number): void {
    switch (offset) {
      case 0:
        if (!this.latched) return this.send(value);
        this.set(Own.divisor, (this.get(Own.divisor) & 0xff00) | value);
        return this.time(baudBase);
      case 1:
        if (!this.latched) return this.enable(value & 0x0f);
        this.set(Own.divisor, (this.get(Own.divisor) & 0xff) | (value << 8));
        return this.time(baudBase);
      case 2:
        return this.control(value);
      case 3:
        this.set(Own.line, value);
        return this.time(baudBase);
      case 4:
        return this.set(Own.modem, value & 0x1f);
      case 7:
        this.set(Own.scratch, value);
    }
  }

  /** How long a character takes, in single precision as QEMU reckons. */
  private time(baudBase: number): void {
    const line = this.get(Own.line);
    const divisor = this.get(Own.divisor);
    const bits = 1 + (line & 0x08 ? 1 : 0) + (line & 3) + 5 + (line & 0x04 ? 2 : 1);
    const speed = divisor === 0 ? 3500 : Math.fround(baudBase / divisor);
    this.set(Own.characterTime, Math.trunc(Math.fround(Math.fround(1e9 / speed) * bits)));
  }

  /** The byte is gone at once: to nobody, or back. */
  private send(byte: number): void {
    this.set(Own.emptied, 0);
    this.set(Own.lineStatus, this.get(Own.lineStatus) & ~Line.empty);
    this.interrupt();
    this.set(Own.emptied, 1);
    this.set(Own.lineStatus, this.get(Own.lineStatus) | 0x20);
    this.interrupt();
    if (this.get(Own.modem) & loopback) this.arrive(byte);
    this.set(Own.lineStatus, this.get(Own.lineStatus) | Line.empty);
  }

  private arrive(byte: number): void {
    let status = this.get(Own.lineStatus) | Line.ready;
    if (this.hasFifo) {
      const waiting = this.get(Own.waiting);
      if (waiting < fifoBytes) {
        this.set(Own.fifo + ((this.get(Own.oldest) + waiting) % fifoBytes), byte);
        this.set(Own.waiting, waiting + 1);
      } else status |= Line.overrun;
      this.wait();
    } else {
      if (this.get(Own.lineStatus) & Line.ready) status |= Line.overrun;
      this.set(Own.received, byte);
    }
    this.set(Own.lineStatus, status);
    this.interrupt();
  }

  private enable(value: number): void {
    const changed = this.get(Own.enabled) ^ value;
    this.set(Own.enabled, value);
    if (changed & Enable.emptied) this.set(Own.emptied, value & Enable.emptied ? 1 : 0);
    if (changed) this.interrupt();
  }

  private control(value: number): void {
    const clear = (value ^ this.get(Own.control)) & fifoEnabled ? value | 0x06 : value;
    if (clear & 0x02) {
      this.clearLine(Line.ready | Line.breaking);
      setDue(this.device, this.own, 0);
      for (const word of [Own.timedOut, Own.waiting, Own.oldest]) this.set(word, 0);
    }
    if (clear & 0x04) this.set(Own.emptied, 1);
    this.set(Own.control, value & 0xc9);
    const identification = this.get(Own.identification);
    this.set(
      Own.identification,
      value & fifoEnabled ? identification | fifosWork : identification & ~fifosWork,
    );
    this.interrupt();
  }
}
