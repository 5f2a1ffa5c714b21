/** Which functions are meant: `-s SLOT` and `-d ID`, as lspci and setpci read them. */
import { fail, ok, say } from '../../base/problem.ts';
import type { Result } from '../../base/problem.ts';

/** Missing: any. */
export interface SlotFilter {
  readonly domain?: number;
  readonly bus?: number;
  readonly device?: number;
  readonly function?: number;
}

/** `classMask` has a zero digit for each `x`. Missing: any. */
export interface IdFilter {
  readonly vendor?: number;
  readonly device?: number;
  readonly classCode?: number;
  readonly classMask?: number;
  readonly progIf?: number;
}

interface Part {
  readonly text: string;
  readonly from: number;
}

/** Splits at `separator`, from left, and keeps where each part starts. */
function split(text: string, separator: string, from = 0): Part[] {
  let at = from;
  return text.split(separator).map((part) => {
    const found = { text: part, from: at };
    at += part.length + separator.length;
    return found;
  });
}

/** A hex number up to `max`; undefined in the value when anything will do. */
function number(part: Part | undefined, max: number, expected: string): Result<number | undefined> {
  if (part === undefined || part.text === '' || part.text === '*') return ok(undefined);
  const value = /^[0-9a-f]{1,8}$/i.test(part.text) ? Number.parseInt(part.text, 16) : Infinity;
  if (value <= max) return ok(value);
  const place = { from: part.from, to: part.from + part.text.length };
  return fail(say('problem.expected', { expected, given: part.text }), place);
}

const slotShape = '[[[[domain]:]bus]:][device][.[function]]';
const idShape = '[vendor]:[device][:class[:prog-if]]';

/** `[[[[domain]:]bus]:][device][.[function]]`, all hex; a part left out or `*` means any. */
export function parseSlot(text: string): Result<SlotFilter> {
  const colons = split(text, ':');
  const last = colons.at(-1) ?? { text: '', from: 0 };
  const dots = split(last.text, '.', last.from);
  const whole = { from: 0, to: text.length };
  if (colons.length > 3 || dots.length > 2) {
    return fail(say('problem.expected', { expected: slotShape, given: text }), whole);
  }
  const domain = number(colons.at(-3), 0x7fffffff, '0-7fffffff');
  if (!domain.ok) return domain;
  const bus = number(colons.at(-2), 0xff, '00-ff');
  if (!bus.ok) return bus;
  const device = number(dots[0], 0x1f, '00-1f');
  if (!device.ok) return device;
  const fn = number(dots[1], 7, '0-7');
  if (!fn.ok) return fn;
  return ok({
    ...(domain.value === undefined ? {} : { domain: domain.value }),
    ...(bus.value === undefined ? {} : { bus: bus.value }),
    ...(device.value === undefined ? {} : { device: device.value }),
    ...(fn.value === undefined ? {} : { function: fn.value }),
  });
}

/** Four hex digits, each of which may be an `x`; shorter means leading zeroes. */
function classOf(part: Part | undefined): Result<{ classCode?: number; classMask?: number }> {
  if (part === undefined || part.text === '' || part.text === '*') return ok({});
  if (!/^[0-9a-fx]{1,4}$/i.test(part.text)) {
    const place = { from: part.from, to: part.from + part.text.length };
    return fail(say('problem.expected', { expected: '0000-ffff, 06xx', given: part.text }), place);
  }
  const digits = part.text.padStart(4, '0');
  return ok({
    classCode: Number.parseInt(digits.replaceAll(/x/gi, '0'), 16),
    classMask: Number.parseInt(digits.replaceAll(/[0-9a-f]/gi, 'f').replaceAll(/x/gi, '0'), 16),
  });
}

/** `[vendor]:[device][:class[:prog-if]]`, all hex; a part left out or `*` means any. */
export function parseId(text: string): Result<IdFilter> {
  const parts = split(text, ':');
  if (parts.length < 2 || parts.length > 4) {
    return fail(say('problem.expected', { expected: idShape, given: text }), { from: 0, to: text.length });
  }
  const vendor = number(parts[0], 0xffff, '0000-ffff');
  if (!vendor.ok) return vendor;
  const device = number(parts[1], 0xffff, '0000-ffff');
  if (!device.ok) return device;
  const classCode = classOf(parts[2]);
  if (!classCode.ok) return classCode;
  const progIf = number(parts[3], 0xff, '00-ff');
  if (!progIf.ok) return progIf;
  return ok({
    ...(vendor.value === undefined ? {} : { vendor: vendor.value }),
    ...(device.value === undefined ? {} : { device: device.value }),
    ...classCode.value,
    ...(progIf.value === undefined ? {} : { progIf: progIf.value }),
  });
}

export const isInSlot = (slot: SlotFilter, f: { readonly domain: number; readonly bdf: number }): boolean =>
  (slot.domain ?? f.domain) === f.domain &&
  (slot.bus ?? f.bdf >> 8) === f.bdf >> 8 &&
  (slot.device ?? (f.bdf >> 3) & 31) === ((f.bdf >> 3) & 31) &&
  (slot.function ?? f.bdf & 7) === (f.bdf & 7);

/** What a function says it is; `classCode` is base class << 8 | subclass. */
export interface Ids {
  readonly vendor: number;
  readonly device: number;
  readonly classCode: number;
  readonly progIf: number;
}

export const hasId = (filter: IdFilter, ids: Ids): boolean =>
  (filter.vendor ?? ids.vendor) === ids.vendor &&
  (filter.device ?? ids.device) === ids.device &&
  (((filter.classCode ?? ids.classCode) ^ ids.classCode) & (filter.classMask ?? 0xffff)) === 0 &&
  (filter.progIf ?? ids.progIf) === ids.progIf;
