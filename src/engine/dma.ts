/** A function as bus master: reads and writes of system memory that it starts itself. */
import type { Machine } from './machine.ts';
import { load, store } from './dispatch.ts';
import { Op, Outcome } from './trace.ts';

const busMaster = 4;

/** Reads up to 4 bytes; without Bus Master Enable nothing goes out and zero comes back (qemu: bus_master_as). */
export function dmaRead(m: Machine, fn: number, address: number, bytes: number): number {
  const allowed = isMaster(m, fn);
  const value = allowed ? load(m, 'memory', address, bytes) : 0;
  record(m, Op.dma, fn, address, value, bytes, allowed);
  return value;
}

export function dmaWrite(m: Machine, fn: number, address: number, value: number, bytes: number): void {
  const allowed = isMaster(m, fn);
  if (allowed) store(m, 'memory', address, value, bytes);
  record(m, Op.dma | 128, fn, address, value, bytes, allowed);
}

const isMaster = (m: Machine, fn: number): boolean => (m.word(fn, 1) & busMaster) !== 0;

function record(
  m: Machine,
  op: number,
  fn: number,
  address: number,
  value: number,
  bytes: number,
  allowed: boolean,
): void {
  const outcome = allowed ? Outcome.claimed : Outcome.ignored;
  m.trace.push(op, bytes, outcome, address, value, 0, fn, 0, m.image.tape.position);
}
