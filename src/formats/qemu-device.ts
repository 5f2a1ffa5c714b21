/** One `-device` option, in both of QEMU's spellings: `MODEL,key=value` and JSON. */
import { hex } from '../base/hex.ts';
import { say } from '../base/problem.ts';
import type { Message } from '../base/problem.ts';
import type { PartSpec } from '../scenario/scenario.ts';
import { parsePairs } from './qemu-key-values.ts';

type Report = (message: Message, from?: number, to?: number) => void;

/** "0x1c.0x2", "1C.2" → "1c.2"; undefined: no slot. Source: `set_pci_devfn` in `hw/core/qdev-properties-system.c`. */
export function normalAddress(text: string): string | undefined {
  const found = /^(?:0x)?([0-9a-f]+)(?:\.(?:0x)?([0-7]))?$/i.exec(text.trim());
  const device = Number.parseInt(found?.[1] ?? '', 16);
  if (!found || device > 31) return undefined;
  return found[2] === undefined ? hex(device) : `${hex(device)}.${found[2]}`;
}

interface Given {
  readonly key: string;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

function partOf(given: readonly Given[], length: number, report: Report): PartSpec | undefined {
  const properties: Record<string, string> = {};
  let [model, id, bus, addr]: (string | undefined)[] = [];
  for (const { key, value, from, to } of given) {
    if (key === 'driver') model = value;
    else if (key === 'id') id = value;
    else if (key === 'bus') bus = value;
    else if (key === 'addr') {
      addr = normalAddress(value);
      if (addr === undefined)
        report(say('problem.expected', { expected: 'addr=1f.7', given: value }), from, to);
    } else properties[key] = value;
  }
  if (model === undefined || model === '') {
    report(say('problem.expected', { expected: '-device MODEL,key=value', given: '' }), 0, length);
    return undefined;
  }
  return {
    model,
    ...(id === undefined ? {} : { id }),
    ...(bus === undefined ? {} : { bus }),
    ...(addr === undefined ? {} : { addr }),
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
  };
}

const spell = (key: string, value: unknown): string | undefined => {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  // As a number, addr is device << 3 | function.
  if (typeof value === 'number')
    return key === 'addr' ? `${hex(value >> 3)}.${String(value & 7)}` : String(value);
  return typeof value === 'string' ? value : undefined;
};

function readJson(text: string, report: Report): PartSpec | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    parsed = undefined;
  }
  const expected = '{"driver":"MODEL","key":"value"}';
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    report(say('problem.expected', { expected, given: text }), 0, text.length);
    return undefined;
  }
  const entries: [string, unknown][] = Object.entries(parsed);
  const given: Given[] = [];
  for (const [key, raw] of entries) {
    const value = spell(key, raw);
    const from = Math.max(0, text.indexOf(`"${key}"`));
    const to = from + key.length + 2;
    if (value === undefined)
      report(say('problem.expected', { expected: `"${key}":"…"`, given: key }), from, to);
    else given.push({ key, value, from, to });
  }
  return partOf(given, text.length, report);
}

/** The part that the option's value plugs in; undefined when it names no model. Places are characters of the value. */
export function readDevice(text: string, report: Report): PartSpec | undefined {
  if (text.trimStart().startsWith('{')) return readJson(text, report);
  return partOf(parsePairs(text, 'driver'), text.length, report);
}
