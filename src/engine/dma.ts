/** A function as bus master: reads and writes of system memory that it starts itself. */
import type { Machine } from './machine.ts';
import { load, store } from './dispatch.ts';
import { Op, Outcome } from './trace.ts';

const busMaster = 4;

/** Reads up to 4 bytes; without Bus Master Enable nothing goes out and zero comes back (qemu: bus_master_as). */
export function dmaRead(m: Machine, fn: number, address: number, bytes: number): number {
  const allowed = (m.word(fn, 1) & busMaster) !== 0;
  const value = allowed ? load(m, 'memory', address, bytes) : 0;
  m.trace.push(
    Op.dma,
    bytes,
    allowed ? Outcome.claimed : Outcome.ignored,
    address,
    value,
    0,
    fn,
    0,
    m.image.tape.position,
  );
  return value;
}

export function dmaWrite(m: Machine, fn: number, address: number, value: number, bytes: number): void {
  const allowed = (m.word(fn, 1) & busMaster) !== 0;
  if (allowed) store(m, 'memory', address, value, bytes);
  m.trace.push(
    Op.dma | 128,
    bytes,
    allowed ? Outcome.claimed : Outcome.ignored,
    address,
    value,
    0,
    fn,
    0,
    m.image.tape.position,
  );
}
