/** The output of `lspci -x`, `-xxx`, `-xxxx`, with or without `-v`: read into functions, and written for `lspci -F`. */
import { hex } from '../base/hex.ts';
import { fail, ok, say } from '../base/problem.ts';
import type { Problem, Result } from '../base/problem.ts';
import type { DumpedFunction, Scenario } from '../scenario/scenario.ts';
import type { Imported, Importer, LineStatus } from './format.ts';
import { hexRows } from './lspci/hex-rows.ts';
import type { Digits } from './lspci/hex-rows.ts';
import { listedFromDump, longAt, slotText, sorted, wordAt } from './lspci/listed.ts';
import type { ListedFunction } from './lspci/listed.ts';
import { classOf } from './lspci/names.ts';

const headerLine = /^(?:([0-9a-f]{4,8}):)?([0-9a-f]{2}):([01][0-9a-f])\.([0-7])(?:\s+(.*))?$/i;
const rowLine = /^\s*([0-9a-f]{2,3}):((?: [0-9a-f]{2}){1,16})\s*$/i;
/** Meant as a row of bytes, whatever is wrong with it. */
const rowLike = /^\s*[0-9a-f]{1,3}:\s/i;
const sizedLine = /^(?:\t| {4,8})\S.*\[size=(\d+)([KMGT]?)\]/;
const numberedRegion = /^\s+Region (\d):/;
const regionAt = /(?:Memory|I\/O ports) at ([0-9a-f]+)/;

const powers: Readonly<Record<string, number>> = { '': 0, K: 1, M: 2, G: 3, T: 4 };

/** A size that the text told, by number or, with a single v, by where the BAR points. */
interface Sized {
  readonly index: number | undefined;
  readonly base: number | undefined;
  readonly size: number;
}

interface Entry {
  readonly domain: number;
  readonly bdf: number;
  readonly name: string | undefined;
  readonly line: number;
  config: string;
  /** A row was broken or left out: what follows cannot be placed. */
  isCut: boolean;
  readonly sized: Sized[];
}

/** "Intel Corporation 82540EM [8086:100e] (rev 03)" → the words without the numbers; undefined when there are only numbers. */
function nameIn(text: string): string | undefined {
  const name = text
    .replace(/^[^:]*?(?:\[[0-9a-f]{4}\])?:\s+/i, '')
    .replaceAll(/\s+\((?:rev|prog-if)\b[^)]*\)/g, '')
    .replace(/\s+\[[0-9a-f]{4}:[0-9a-f]{4}\]\s*$/i, '')
    .trim();
  const saysNothing =
    name === '' || /^(?:Device )?\[?[0-9a-f]{4}:[0-9a-f]{4}\]?$/i.test(name) || name === 'Device';
  return saysNothing ? undefined : name;
}

function sizedIn(line: string): Sized | undefined {
  const found = sizedLine.exec(line);
  if (!found) return undefined;
  const size = Number(found[1]) * 1024 ** (powers[found[2] ?? ''] ?? 0);
  const region = numberedRegion.exec(line)?.[1];
  const at = regionAt.exec(line)?.[1];
  const index = region !== undefined ? Number(region) : line.includes('Expansion ROM') ? 6 : undefined;
  if (index === undefined && at === undefined) return undefined;
  return { index, base: at === undefined ? undefined : Number.parseInt(at, 16), size };
}

/** The BAR that points to `base`; the high half of a 64-bit one counts. */
function barAt(f: ListedFunction, base: number): number | undefined {
  const count = (f.config[0x0e] ?? 0) & 0x7f ? 2 : 6;
  for (let i = 0; i < count; i++) {
    const raw = longAt(f, 0x10 + 4 * i);
    const isIo = (raw & 1) === 1;
    const isWide = !isIo && (raw & 6) === 4;
    const high = isWide ? longAt(f, 0x14 + 4 * i) : 0;
    if (high * 2 ** 32 + ((raw & (isIo ? ~3 : ~15)) >>> 0) === base && raw !== 0) return i;
    if (isWide) i++;
  }
  return undefined;
}

function finish(entry: Entry): DumpedFunction | undefined {
  const bytes = entry.config.length / 2;
  const kept = bytes >= 4096 ? 4096 : bytes >= 256 ? 256 : bytes >= 64 ? 64 : 0;
  if (kept === 0) return undefined;
  const dumped: DumpedFunction = {
    domain: entry.domain,
    bdf: entry.bdf,
    config: entry.config.slice(0, 2 * kept),
  };
  const listed = listedFromDump(dumped);
  const sizes: Record<number, number> = {};
  for (const { index, base, size } of entry.sized) {
    const bar = index ?? (base === undefined ? undefined : barAt(listed, base));
    if (bar !== undefined && bar <= 6) sizes[bar] = size;
  }
  return {
    ...dumped,
    ...(Object.keys(sizes).length === 0 ? {} : { sizes }),
    ...(entry.name === undefined ? {} : { name: entry.name }),
  };
}

interface Reading {
  readonly entries: Entry[];
  readonly problems: Problem[];
  readonly lines: LineStatus[];
}

function readRow(text: string, at: number, entry: Entry, reading: Reading): LineStatus {
  const row = rowLine.exec(text);
  const isNext = row !== null && Number.parseInt(row[1] ?? '', 16) === entry.config.length / 2;
  if (row && isNext && !entry.isCut) {
    entry.config += (row[2] ?? '').replaceAll(' ', '').toLowerCase();
    return 'used';
  }
  // The first broken row is the news; the good ones behind it are lost with it.
  if (!entry.isCut || !row) {
    const place = { line: at + 1, from: 0, to: text.length };
    reading.problems.push({ message: say('formats.dump-row', { given: text.trim() }), place });
  }
  entry.isCut = true;
  return row ? 'partly' : 'ignored';
}

function readLines(lines: readonly string[]): Reading {
  const reading: Reading = { entries: [], problems: [], lines: [] };
  let entry: Entry | undefined;
  for (const [at, text] of lines.entries()) {
    const header = headerLine.exec(text.trimEnd());
    let status: LineStatus = 'ignored';
    if (header) {
      const [, domain = '0', bus = '', device = '', fn = '', rest = ''] = header;
      const bdf = (Number.parseInt(bus, 16) << 8) | (Number.parseInt(device, 16) << 3) | Number(fn);
      const name = nameIn(rest);
      entry = {
        domain: Number.parseInt(domain, 16),
        bdf,
        name,
        line: at + 1,
        config: '',
        isCut: false,
        sized: [],
      };
      reading.entries.push(entry);
      status = 'used';
    } else if (text.trim() === '') {
      status = 'used';
    } else if (entry && rowLike.test(text)) {
      status = readRow(text, at, entry, reading);
    } else if (entry && /^\s/.test(text)) {
      const sized = sizedIn(text);
      if (sized) entry.sized.push(sized);
      // The rest of -v is what the bytes say anyway.
      status = sized ? 'used' : 'partly';
    }
    reading.lines.push(status);
  }
  return reading;
}

/** RAM is 0: a dump says nothing about it. */
function scenarioOf(functions: readonly DumpedFunction[]): Scenario {
  const first = sorted(functions)[0];
  return { title: first?.name ?? 'lspci', machine: 'dump', ram: 0, authentic: 'spec', parts: [], functions };
}

/** Every function with at least a header's 64 bytes, in the order of the text. */
export function parseLspciDump(text: string): Imported {
  const reading = readLines(text.split(/\r?\n/));
  const problems = [...reading.problems];
  const functions: DumpedFunction[] = [];
  for (const entry of reading.entries) {
    const dumped = finish(entry);
    if (dumped) {
      functions.push(dumped);
      continue;
    }
    const slot = slotText(entry, entry.domain !== 0);
    const message = say('formats.dump-short', { slot, bytes: entry.config.length / 2 });
    problems.push({ message, place: { line: entry.line } });
    reading.lines[entry.line - 1] = 'partly';
  }
  return { scenario: scenarioOf(functions), problems, notes: [], lines: reading.lines };
}

/** A dump that `lspci -F` reads; with the number of x that the option would have. */
export function writeLspciDump(functions: readonly ListedFunction[], digits: Digits = 4): string {
  const withDomain = functions.some((f) => f.domain !== 0);
  return functions
    .map((f) => {
      const ids = `${hex(wordAt(f, 0), 4)}:${hex(wordAt(f, 2), 4)}`;
      const head = `${slotText(f, withDomain)} Class ${hex(classOf(f), 4)}: Device ${ids}`;
      return `${head}\n${hexRows(f, digits)}\n`;
    })
    .join('');
}

const anyHeader = /^(?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[01][0-9a-f]\.[0-7](?:\s|$)/im;
const anyRow = /^\s*00:(?: [0-9a-f]{2}){16}\s*$/im;

export const lspciDump: Importer = {
  id: 'lspci-dump',
  sniff: (text) => anyHeader.test(text) && anyRow.test(text),
  parse(text): Result<Imported> | undefined {
    if (!lspciDump.sniff(text)) return undefined;
    const imported = parseLspciDump(text);
    if (imported.scenario.functions?.length !== 0) return ok(imported);
    return fail(say('formats.dump-empty', { lines: imported.lines.length }));
  },
};
