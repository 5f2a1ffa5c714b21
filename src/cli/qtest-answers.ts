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
    case 'read-block': {
      const from = numberOf(request.address);
      const data = Uint8Array.from({ length: request.size }, (_, i) => machine.load(from + i, 1));
      return qtestAnswer.block(data, request.coding);
    }
    case 'write-block': {
      const from = numberOf(request.address);
      request.data.forEach((byte, i) => machine.store(from + i, byte, 1));
      return qtestAnswer.ok;
    }
    case 'fill': {
      const from = numberOf(request.address);
      for (let i = 0; i < request.size; i++) machine.store(from + i, request.byte, 1);
      return qtestAnswer.ok;
    }
    case 'clock-step': {
      const { at } = machine.nextTimer();
      return clock(machine, request.ns ?? (Number.isFinite(at) ? at - machine.now : 0));
    }
    case 'clock-set':
      return clock(machine, request.ns - machine.now);
    case 'endianness':
      return qtestAnswer.endianness;
    // no lines outside of the machine: QEMU's paths of objects mean nothing here
    case 'intercept':
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
