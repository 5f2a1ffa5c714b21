/** QEMU's qtest protocol, server side: one line in, one line out (qemu: softmmu/qtest.c). */
import { hex, hex64 } from '../base/hex.ts';
import type { Machine } from '../engine/machine.ts';

const sizes: Readonly<Record<string, number>> = { b: 1, w: 2, l: 4, q: 8 };
const ok = 'OK';
/** QEMU aborts on a number that it cannot read; a line that says so is kinder. */
const bad = (what: string): string => `FAIL ${what}`;

interface Value {
  readonly low: number;
  readonly high: number;
}

/** C's strtoull: 0x…, 0… or decimal; 64 bits. */
function parse(text: string | undefined): Value | undefined {
  if (text === undefined || !/^(0x[0-9a-f]{1,16}|\d{1,20})$/i.test(text)) return undefined;
  if (text.length <= 10) return { low: Number(text) | 0, high: Number(text) > 0xffff_ffff ? 2 : 0 };
  const value = BigInt(text);
  return { low: Number(BigInt.asIntN(32, value)), high: Number(BigInt.asIntN(32, value >> 32n)) };
}

const numberOf = ({ low, high }: Value): number => (high >>> 0) * 0x1_0000_0000 + (low >>> 0);

/** Carries one command out on the machine and gives the answer, without a line end. */
export function answer(machine: Machine, line: string): string {
  const [command = '', first, second, third] = line.trim().split(/\s+/);
  const access = /^(in|out|read|write)([bwlq])$/.exec(command);
  if (access) {
    const [, verb, letter = ''] = access;
    const bytes = sizes[letter] ?? 0;
    const where = parse(first);
    if (!where) return bad(`address ${first ?? ''}`);
    const address = numberOf(where);
    if (verb === 'in' && bytes < 8) return `${ok} 0x${hex(machine.in(address & 0xffff, bytes), 4)}`;
    if (verb === 'read') {
      const low = machine.load(address, bytes);
      return `${ok} 0x${hex64(bytes > 4 ? machine.high : 0, low, 16)}`;
    }
    const value = parse(second);
    if (!value) return bad(`value ${second ?? ''}`);
    if (verb === 'write') machine.store(address, value.low, bytes, value.high);
    else if (bytes < 8) machine.out(address & 0xffff, value.low, bytes);
    else return bad(`Unknown command '${command}'`);
    return ok;
  }
  switch (command) {
    case 'clock_step':
      return step(machine, first === undefined ? undefined : parse(first));
    case 'clock_set':
      return step(machine, parse(first), true);
    case 'read':
      return bulkRead(machine, parse(first), parse(second));
    case 'write':
      return bulkWrite(machine, parse(first), parse(second), third);
    case 'memset':
      return fill(machine, parse(first), parse(second), parse(third));
    case 'endianness':
      return `${ok} little`;
    case 'irq_intercept_in':
    case 'irq_intercept_out':
      return ok;
    default:
      return bad(`Unknown command '${command}'`);
  }
}

/** Without an argument QEMU goes to the next timer; a millisecond is as good where none is known. */
function step(machine: Machine, by: Value | undefined, absolute = false): string {
  const nanoseconds = by ? numberOf(by) - (absolute ? machine.now : 0) : 1_000_000;
  if (nanoseconds > 0) machine.advance(nanoseconds);
  return `${ok} ${String(machine.now)}`;
}

function bulkRead(machine: Machine, where: Value | undefined, length: Value | undefined): string {
  if (!where || !length) return bad('address and size');
  const address = numberOf(where);
  let text = '';
  for (let i = 0; i < numberOf(length); i++) text += hex(machine.load(address + i, 1), 2);
  return `${ok} 0x${text}`;
}

function bulkWrite(machine: Machine, where: Value | undefined, length: Value | undefined, data = ''): string {
  if (!where || !length || !/^0x([0-9a-f]{2})*$/i.test(data)) return bad('address, size and data');
  const address = numberOf(where);
  for (let i = 0; i < numberOf(length); i++) {
    machine.store(address + i, Number.parseInt(data.slice(2 + i * 2, 4 + i * 2) || '0', 16), 1);
  }
  return ok;
}

function fill(
  machine: Machine,
  where: Value | undefined,
  length: Value | undefined,
  byte: Value | undefined,
): string {
  if (!where || !length || !byte) return bad('address, size and byte');
  for (let i = 0; i < numberOf(length); i++) machine.store(numberOf(where) + i, byte.low & 0xff, 1);
  return ok;
}
