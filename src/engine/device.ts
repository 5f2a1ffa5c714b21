/** What a model's behaviour sees of its function: its own words, its interrupt and bus-master cycles. No state of its own. */
import type { Machine } from './machine.ts';
import { dmaRead, dmaWrite } from './dma.ts';
import { setIntx } from './intx.ts';
import { sendMessage } from './messages.ts';
import type { Shape } from './shape.ts';

export class Device {
  readonly machine: Machine;
  readonly fn: number;
  readonly shape: Shape;
  private readonly config: number;
  private readonly own: number;

  constructor(machine: Machine, fn: number, shape: Shape, config: number, own: number) {
    this.machine = machine;
    this.fn = fn;
    this.shape = shape;
    this.config = config;
    this.own = own;
  }

  /** Private word `n`, signed. */
  get(n: number): number {
    return this.machine.image.words[this.own + n] ?? 0;
  }

  set(n: number, value: number): void {
    this.machine.image.set(this.own + n, value | 0);
  }

  /** Config word (dword) `n` as stored, signed. */
  word(n: number): number {
    return this.machine.image.words[this.config + n] ?? 0;
  }

  /** Changes a config word from inside: no masks, no effects. */
  setWord(n: number, value: number): void {
    this.machine.image.set(this.config + n, value | 0);
  }

  /** Drives the function's INTx pin. */
  intx(level: boolean): void {
    setIntx(this.machine, this.fn, level);
  }

  /** Sends MSI or MSI-X message `vector` if either is enabled; false when neither is. */
  message(vector: number): boolean {
    return sendMessage(this.machine, this.fn, vector);
  }

  dmaRead(address: number, bytes: number): number {
    return dmaRead(this.machine, this.fn, address, bytes);
  }

  dmaWrite(address: number, value: number, bytes: number): void {
    dmaWrite(this.machine, this.fn, address, value, bytes);
  }

  /** Virtual nanoseconds. */
  get now(): number {
    return this.machine.now;
  }
}
