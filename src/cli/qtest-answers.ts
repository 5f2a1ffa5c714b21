/** QEMU's qtest protocol, server side: carries one line out on a machine and gives the line that answers it. */
import type { Machine } from '../engine/machine.ts';
import { parseQtest, qtestAnswer, type Long, type QtestRequest } from '../formats/qtest.ts';

const numberOf = ({ high, low }: Long): number => (high >>> 0) * 0x1_0000_0000 + (low >>> 0);

/** The answer, without a line end. Where QEMU would abort on a number that it cannot read, this says FAIL and goes on. */
export function answer(machine: Machine, line: string): string {
  const request = parseQtest(line);
  if (request.ok) return carryOut(machine, request.value);
  return `FAIL ${Object.values(request.problem.message.with).join(' ')}`;
}

function carryOut(machine: Machine, request: QtestRequest): string {
  switch (request.do) {
    case 'in':
      return qtestAnswer.in(machine.in(request.port, request.bytes));
    case 'out':
      machine.out(request.port, request.value, request.bytes);
      return qtestAnswer.ok;
    case 'read': {
      const low = machine.load(numberOf(request.address), request.bytes);
      return qtestAnswer.read({ high: request.bytes > 4 ? machine.high : 0, low });
    }
    case 'write': {
      const { address, value, bytes } = request;
      machine.store(numberOf(address), value.low, bytes, value.high);
      return qtestAnswer.ok;
    }
    case 'read-block':
      return qtestAnswer.block(readBlock(machine, numberOf(request.address), request.size), request.coding);
    case 'write-block':
      writeBlock(machine, numberOf(request.address), request.data);
      return qtestAnswer.ok;
    case 'fill':
      writeBlock(machine, numberOf(request.address), new Uint8Array(request.size).fill(request.byte));
      return qtestAnswer.ok;
    case 'clock-step': {
      const { at } = machine.nextTimer();
      return clock(machine, request.ns ?? (Number.isFinite(at) ? at - machine.now : 0));
    }
    case 'clock-set':
      return clock(machine, request.ns - machine.now);
    case 'endianness':
      return qtestAnswer.endianness;
    // taken, so that test programs start; no line is ever reported, since QEMU's paths of objects mean nothing here
    case 'intercept':
      return qtestAnswer.ok;
    case 'set-irq':
      return qtestAnswer.noDevice;
    case 'unknown':
      return qtestAnswer.unknown(request.command);
  }
}

function clock(machine: Machine, nanoseconds: number): string {
  if (nanoseconds > 0) machine.advance(nanoseconds);
  return qtestAnswer.clock(machine.now);
}

/** How many bytes of a block go in one access: naturally aligned, at most 8, as QEMU cuts them. */
function pieceAt(address: number, left: number): number {
  let bytes = 8;
  while (bytes > 1 && (address % bytes !== 0 || bytes > left)) bytes /= 2;
  return bytes;
}

function readBlock(machine: Machine, from: number, size: number): Uint8Array {
  const data = new Uint8Array(size);
  for (let i = 0, bytes = 0; i < size; i += bytes) {
    bytes = pieceAt(from + i, size - i);
    const low = machine.load(from + i, bytes);
    for (let k = 0; k < bytes; k++) data[i + k] = (k < 4 ? low : machine.high) >>> ((k & 3) * 8);
  }
  return data;
}

function writeBlock(machine: Machine, from: number, data: Uint8Array): void {
  const word = (i: number): number =>
    (data[i] ?? 0) | ((data[i + 1] ?? 0) << 8) | ((data[i + 2] ?? 0) << 16) | ((data[i + 3] ?? 0) << 24);
  for (let i = 0, bytes = 0; i < data.length; i += bytes) {
    bytes = pieceAt(from + i, data.length - i);
    const mask = bytes < 4 ? 2 ** (8 * bytes) - 1 : -1;
    machine.store(from + i, word(i) & mask, bytes, bytes === 8 ? word(i + 4) : 0);
  }
}
