/** The command line of setpci, read into groups of operations, and the lines that it prints. Grammar: pciutils 3.9. */
import { hex } from '../base/hex.ts';
import { nearest } from '../base/nearest.ts';
import { fail, ok, say } from '../base/problem.ts';
import type { Message, Result } from '../base/problem.ts';
import {
  setpciCapabilities,
  setpciCapability,
  setpciRegister,
  setpciRegisters,
} from '../pci/setpci-names.ts';
import { parseId, parseSlot } from './lspci/filter.ts';
import type { IdFilter, SlotFilter } from './lspci/filter.ts';
import { slotText } from './lspci/listed.ts';
import { bridgeFlags, commandFlags, expressSizes } from './setpci-fields.ts';

/** A value to write; with a mask only the mask's bits change, by a read before the write. */
export interface SetpciValue {
  readonly value: number;
  readonly mask?: number;
}

/** Missing: the offset counts from 0. */
export interface SetpciCapability {
  readonly id: number;
  readonly extended: boolean;
  /** Which one of several with that id, from 0. */
  readonly instance: number;
}

export interface SetpciOperation {
  /** As it was typed, and where. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly capability?: SetpciCapability;
  /** From 0, or from where the capability starts. */
  readonly offset: number;
  readonly bytes: 1 | 2 | 4;
  /** Missing: read. Several values go to addresses that follow each other. */
  readonly values?: readonly SetpciValue[];
}

/** Operations on every function that both filters fit. */
export interface SetpciGroup {
  readonly slot: SlotFilter;
  readonly ids: IdFilter;
  readonly operations: readonly SetpciOperation[];
}

export interface Setpci {
  readonly verbose: boolean;
  /** -D: say what would be written, and write nothing. */
  readonly dry: boolean;
  readonly groups: readonly SetpciGroup[];
}

/** A piece of the line. */
interface Span {
  readonly text: string;
  readonly from: number;
}

const placeOf = (span: Span): { from: number; to: number } => ({
  from: span.from,
  to: span.from + span.text.length,
});

const wrong = (message: Message, span: Span, fix?: string): Result<never> =>
  fail(message, placeOf(span), fix);

const expected = (what: string, span: Span): Result<never> =>
  wrong(say('problem.expected', { expected: what, given: span.text }), span);

const part = (span: Span, from: number, to = span.text.length): Span => ({
  text: span.text.slice(from, to),
  from: span.from + from,
});

/** Text before and behind the first `separator`. */
function cut(span: Span, separator: string): [Span, Span | undefined] {
  const at = span.text.indexOf(separator);
  return at < 0 ? [span, undefined] : [part(span, 0, at), part(span, at + separator.length)];
}

/** Hex with or without 0x, decimal after 0d; undefined: no number. */
function numberIn(text: string): number | undefined {
  if (/^0d\d+$/i.test(text)) return Number.parseInt(text.slice(2), 10);
  return /^(?:0x)?[0-9a-f]{1,8}$/i.test(text) ? Number.parseInt(text, 16) : undefined;
}

const widths: Readonly<Record<string, 1 | 2 | 4>> = { B: 1, W: 2, L: 4 };

interface Base {
  readonly capability?: { id: number; extended: boolean };
  readonly offset: number;
  readonly bytes?: 1 | 2 | 4;
}

/** The register that a name, a hex number or a capability's number stands for. A name wins over a number. */
function baseOf(name: Span): Result<Base> {
  const register = setpciRegister(name.text);
  if (register) return ok({ offset: register.at, bytes: register.bytes });
  const known = setpciCapability(name.text);
  if (known) return ok({ capability: { id: known.id, extended: known.extended }, offset: 0 });
  const address = numberIn(name.text);
  if (address !== undefined) {
    return address < 0x1000 ? ok({ offset: address }) : expected('0-fff', name);
  }
  const [, extended = '', digits = ''] = /^(E?)CAP([0-9a-f]{1,4})$/i.exec(name.text) ?? [];
  const id = Number.parseInt(digits, 16);
  if (digits !== '' && id <= (extended === '' ? 0xff : 0xfff)) {
    return ok({ capability: { id, extended: extended !== '' }, offset: 0 });
  }
  const names = [...setpciRegisters, ...setpciCapabilities].map((r) => r.name);
  const guess = nearest(name.text, names);
  return wrong(
    say('problem.unknown', { what: 'setpci', given: name.text, nearest: guess }),
    name,
    guess === '' ? undefined : guess,
  );
}

function valueOf(given: Span, bytes: 1 | 2 | 4): Result<SetpciValue> {
  const [first, second] = cut(given, ':');
  const value = numberIn(first.text);
  const limit = 2 ** (8 * bytes) - 1;
  const range = `0-${hex(limit)}`;
  if (value === undefined || value > limit) return expected(range, first);
  if (!second) return ok({ value });
  const mask = numberIn(second.text);
  return mask === undefined || mask > limit ? expected(range, second) : ok({ value, mask });
}

function valuesOf(list: Span, bytes: 1 | 2 | 4): Result<SetpciValue[]> {
  const values: SetpciValue[] = [];
  let rest: Span | undefined = list;
  while (rest) {
    const [given, next]: [Span, Span | undefined] = cut(rest, ',');
    const value = valueOf(given, bytes);
    if (!value.ok) return value;
    values.push(value.value);
    rest = next;
  }
  return ok(values);
}

/** lspci's own words: `Mem+`, `BusMaster-`, `VGA+` (of a bridge), `MaxPayload=256`. */
function fieldOf(word: Span): SetpciOperation | undefined {
  const whole = { text: word.text, ...placeOf(word) };
  const [, name = '', sign = ''] = /^([\w/>]+)([+-])$/.exec(word.text) ?? [];
  const commandBit = commandFlags.get(name.toLowerCase());
  const bit = commandBit ?? bridgeFlags.get(name.toLowerCase());
  if (bit !== undefined) {
    const values = [{ value: sign === '+' ? bit : 0, mask: bit }];
    return { ...whole, offset: commandBit === undefined ? 0x3e : 4, bytes: 2, values };
  }
  const [, size = '', bytes = ''] = /^(\w+)=(\d+)$/.exec(word.text) ?? [];
  const shift = expressSizes.get(size.toLowerCase());
  const code = Math.log2(Number(bytes)) - 7;
  if (shift === undefined || !Number.isInteger(code) || code < 0 || code > 5) return undefined;
  const capability = { id: 0x10, extended: false, instance: 0 };
  return { ...whole, capability, offset: 8, bytes: 2, values: [{ value: code << shift, mask: 7 << shift }] };
}

/** One `reg[=values]`. */
function operationOf(word: Span): Result<SetpciOperation> {
  const field = fieldOf(word);
  if (field) return ok(field);
  const [target, list] = cut(word, '=');
  const [register, instanceText] = cut(target, '@');
  const instance = instanceText === undefined ? 0 : numberIn(instanceText.text);
  if (instance === undefined) return expected('@0, @1, …', instanceText ?? word);
  const [place, widthText] = cut(register, '.');
  const [name, offsetText] = cut(place, '+');
  const base = baseOf(name);
  if (!base.ok) return base;
  const offset = offsetText === undefined ? 0 : numberIn(offsetText.text);
  if (offset === undefined || offset > 0xfff) return expected('+0-+fff', offsetText ?? word);
  const width = widthText === undefined ? base.value.bytes : widths[widthText.text.toUpperCase()];
  if (width === undefined) {
    return expected('.B .W .L', widthText ?? { text: '', from: place.from + place.text.length });
  }
  const at = base.value.offset + offset;
  if (at + width > 0x1000) return expected(`0-${hex(0x1000 - width)}`, place);
  // A capability starts at a multiple of four, so its offsets say enough.
  if (at % width !== 0) {
    const below = at - (at % width);
    return expected(`${hex(below, 2)}, ${hex(below + width, 2)}`, place);
  }
  const values = list === undefined ? undefined : valuesOf(list, width);
  if (values && !values.ok) return values;
  const { capability } = base.value;
  return ok({
    text: word.text,
    ...placeOf(word),
    ...(capability ? { capability: { ...capability, instance } } : {}),
    offset: at,
    bytes: width,
    ...(values ? { values: values.value } : {}),
  });
}

const flagsAlone = /^-[vDfr]+$/;

/** Reads `setpci [-v] [-D] (-s slot | -d id) op… [-s … op…]`; the first word may be missing. Places are characters of the line. */
export function parseSetpci(line: string): Result<Setpci> {
  const words = Array.from(line.matchAll(/\S+/g), (found): Span => ({ text: found[0], from: found.index }));
  let next = words[0]?.text === 'setpci' ? 1 : 0;
  let verbose = false;
  let dry = false;
  for (; flagsAlone.test(words[next]?.text ?? ''); next++) {
    verbose ||= words[next]?.text.includes('v') ?? false;
    dry ||= words[next]?.text.includes('D') ?? false;
  }
  const end: Span = { text: '', from: line.length };
  const groups: SetpciGroup[] = [];
  while (next < words.length || groups.length === 0) {
    let slot: SlotFilter | undefined;
    let ids: IdFilter | undefined;
    for (; words[next]?.text.startsWith('-'); next++) {
      const word = words[next] ?? end;
      const letter = word.text.slice(0, 2);
      if (letter !== '-s' && letter !== '-d') return expected('-s SLOT, -d ID', word);
      const given = word.text.length > 2 ? part(word, 2) : words[++next];
      if (given === undefined) return wrong(say('formats.value-missing', { option: letter }), word);
      const filter = letter === '-s' ? parseSlot(given.text) : parseId(given.text);
      if (!filter.ok) {
        const { from = 0, to = given.text.length } = filter.problem.place ?? {};
        return fail(filter.problem.message, { from: given.from + from, to: given.from + to });
      }
      if (letter === '-s') slot = filter.value;
      else ids = filter.value;
    }
    if (slot === undefined && ids === undefined) return expected('-s SLOT, -d ID', words[next] ?? end);
    const operations: SetpciOperation[] = [];
    for (; next < words.length && !words[next]?.text.startsWith('-'); next++) {
      const operation = operationOf(words[next] ?? end);
      if (!operation.ok) return operation;
      operations.push(operation.value);
    }
    if (operations.length === 0) return expected('REGISTER, REGISTER=VALUE', words[next] ?? end);
    groups.push({ slot: slot ?? {}, ids: ids ?? {}, operations });
  }
  return ok({ verbose, dry, groups });
}

/** Where an operation went: a function, and the address that its capability was found at. */
export interface SetpciTarget {
  readonly domain: number;
  readonly bdf: number;
  /** Where the capability starts; missing: the operation names none. */
  readonly capabilityAt?: number;
}

/** "0000:00:03.0 (cap 05 @40) @42", the beginning of a verbose line. */
function heading(target: SetpciTarget, operation: SetpciOperation): string {
  const { capability, offset } = operation;
  const start = target.capabilityAt ?? 0;
  const digits = capability?.extended ? 4 : 2;
  const kind = capability?.extended ? 'ecap' : 'cap';
  const found = capability
    ? ` (${kind} ${hex(capability.id, digits)} @${hex(start, digits === 4 ? 3 : 2)})`
    : '';
  return `${slotText(target, true)}${found} @${hex(start + offset, 2)}`;
}

/** The line for a read; a write prints one only with -v. */
export function setpciReadLine(
  target: SetpciTarget,
  operation: SetpciOperation,
  value: number,
  verbose: boolean,
): string {
  const digits = hex(value >>> 0, 2 * operation.bytes);
  return verbose ? `${heading(target, operation)} = ${digits}` : digits;
}

/** The verbose line for a write; `old` are the values before, as far as a mask made setpci read them. */
export function setpciWriteLine(
  target: SetpciTarget,
  operation: SetpciOperation,
  old: readonly (number | undefined)[],
): string {
  const digits = (n: number): string => hex(n >>> 0, 2 * operation.bytes);
  const said = (operation.values ?? []).map(({ value, mask }, i) => {
    if (mask === undefined) return digits(value);
    const before = old[i] ?? 0;
    return `${digits(before)}->(${digits(value)}:${digits(mask)})->${digits(masked(before, { value, mask }))}`;
  });
  return [heading(target, operation), ...said].join(' ');
}

/** What a register holds after a value is written into it; unsigned. */
export const masked = (before: number, { value, mask }: SetpciValue): number =>
  mask === undefined ? value : ((before & ~mask) | (value & mask)) >>> 0;
