/** Commands and entries as bytes. An access through CF8 and CFC takes three to five of them. */
import type { Command, Entry } from '../command.ts';
import type { Reader, Writer } from './bytes.ts';
import { spell } from './spell.ts';

/** What a command's first byte says. The numbers are part of the format: add, never change. */
const kinds = {
  /** Whatever the others cannot say: its JSON. */
  other: 0,
  /** CONFIG_ADDRESS names a register. */
  name: 1,
  in: 2,
  out: 3,
  load: 4,
  store: 5,
  storeWide: 6,
  config: 7,
  configWrite: 8,
  configMasked: 9,
  reset: 10,
  start: 11,
  step: 12,
  clock: 13,
  plug: 14,
  unplug: 15,
  /** The same, at a port of CONFIG_DATA. */
  dataIn: 16,
  dataOut: 17,
  run: 18,
} as const;

const widths = [1, 2, 4, 8] as const;
const narrow = [1, 2, 4] as const;
type Wide = (typeof widths)[number];

/** Without another key than these, or with a value that is none. */
const hasOnly = (command: Command, keys: readonly string[]): boolean => {
  const own = Object.entries(command);
  return own.length === keys.length && own.every(([key, value]) => keys.includes(key) && value !== undefined);
};

const isName = (port: number, value: number): boolean =>
  port === 0xcf8 && (value & 0x7f00_0003) === 0 && value >>> 31 === 1;

const isData = (port: number): boolean => port >= 0xcfc && port <= 0xcff;

/** False: not to be said like this. */
function writeShort(w: Writer, c: Command): boolean {
  const head = (kind: number, bytes: Wide = 1): void => w.byte(kind | (widths.indexOf(bytes) << 5));
  switch (c.do) {
    case 'in':
      if (!hasOnly(c, ['do', 'port', 'bytes'])) return false;
      head(isData(c.port) ? kinds.dataIn : kinds.in, c.bytes);
      w.number(isData(c.port) ? c.port - 0xcfc : c.port);
      return true;
    case 'out':
      if (!hasOnly(c, ['do', 'port', 'bytes', 'value'])) return false;
      if (c.bytes === 4 && isName(c.port, c.value)) {
        head(kinds.name);
        w.number((c.value & 0x00ff_ffff) >> 2);
        return true;
      }
      head(isData(c.port) ? kinds.dataOut : kinds.out, c.bytes);
      w.number(isData(c.port) ? c.port - 0xcfc : c.port);
      w.number(c.value);
      return true;
    case 'load':
      if (!hasOnly(c, ['do', 'address', 'bytes'])) return false;
      head(kinds.load, c.bytes);
      w.number(c.address);
      return true;
    case 'store': {
      const isWide = hasOnly(c, ['do', 'address', 'bytes', 'value', 'high']);
      if (!isWide && !hasOnly(c, ['do', 'address', 'bytes', 'value'])) return false;
      head(isWide ? kinds.storeWide : kinds.store, c.bytes);
      w.number(c.address);
      w.number(c.value);
      if (isWide) w.number(c.high ?? 0);
      return true;
    }
    case 'config':
      return writeConfig(w, c, head);
    case 'reset':
      if (!hasOnly(c, ['do'])) return false;
      head(kinds.reset);
      return true;
    case 'start':
      if (!hasOnly(c, ['do', 'program'])) return false;
      head(kinds.start);
      w.text(c.program);
      return true;
    case 'step':
      if (!hasOnly(c, ['do', 'count'])) return false;
      head(c.count === 0xffff_ffff ? kinds.run : kinds.step);
      if (c.count !== 0xffff_ffff) w.number(c.count);
      return true;
    case 'clock':
      if (!hasOnly(c, ['do', 'ns'])) return false;
      head(kinds.clock);
      w.number(c.ns);
      return true;
    case 'plug':
    case 'unplug':
      if (!hasOnly(c, ['do', 'part'])) return false;
      head(kinds[c.do]);
      w.text(c.part);
      return true;
    default:
      return false;
  }
}

function writeConfig(
  w: Writer,
  c: Extract<Command, { do: 'config' }>,
  head: (kind: number, bytes: Wide) => void,
): boolean {
  const keys = ['do', 'bdf', 'offset', 'bytes'];
  const kind = hasOnly(c, keys)
    ? kinds.config
    : hasOnly(c, [...keys, 'value'])
      ? kinds.configWrite
      : hasOnly(c, [...keys, 'value', 'mask'])
        ? kinds.configMasked
        : undefined;
  if (kind === undefined) return false;
  head(kind, c.bytes);
  w.number(c.bdf);
  w.byte(c.offset);
  if (c.value !== undefined) w.number(c.value);
  if (c.mask !== undefined) w.number(c.mask);
  return true;
}

export function writeCommand(w: Writer, command: Command): void {
  if (writeShort(w, command)) return;
  w.byte(kinds.other);
  w.text(JSON.stringify(command));
}

/** JSON that somebody else wrote; undefined when it is none. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** A command as it was written, or anything else: what comes out is checked before it is used. */
function readCommand(r: Reader): unknown {
  const head = r.byte();
  const bytes: Wide = widths[head >> 5] ?? 1;
  const few = narrow.find((n) => n === bytes) ?? 4;
  switch (head & 31) {
    case kinds.other:
      return parsed(r.text());
    case kinds.name:
      return { do: 'out', port: 0xcf8, bytes: 4, value: (0x8000_0000 | (r.number() << 2)) >>> 0 };
    case kinds.in:
      return { do: 'in', port: r.number(), bytes: few };
    case kinds.dataIn:
      return { do: 'in', port: 0xcfc + r.number(), bytes: few };
    case kinds.out:
      return { do: 'out', port: r.number(), bytes: few, value: r.number() };
    case kinds.dataOut:
      return { do: 'out', port: 0xcfc + r.number(), bytes: few, value: r.number() };
    case kinds.load:
      return { do: 'load', address: r.number(), bytes };
    case kinds.store:
      return { do: 'store', address: r.number(), bytes, value: r.number() };
    case kinds.storeWide:
      return { do: 'store', address: r.number(), bytes, value: r.number(), high: r.number() };
    case kinds.config:
      return { do: 'config', bdf: r.number(), offset: r.byte(), bytes: few };
    case kinds.configWrite:
      return { do: 'config', bdf: r.number(), offset: r.byte(), bytes: few, value: r.number() };
    case kinds.configMasked:
      return {
        do: 'config',
        bdf: r.number(),
        offset: r.byte(),
        bytes: few,
        value: r.number(),
        mask: r.number(),
      };
    case kinds.reset:
      return { do: 'reset' };
    case kinds.start:
      return { do: 'start', program: r.text() };
    case kinds.step:
      return { do: 'step', count: r.number() };
    case kinds.run:
      return { do: 'step', count: 0xffff_ffff };
    case kinds.clock:
      return { do: 'clock', ns: r.number() };
    case kinds.plug:
      return { do: 'plug', part: r.text() };
    case kinds.unplug:
      return { do: 'unplug', part: r.text() };
    default:
      r.fail();
      return undefined;
  }
}

/** Bits of an entry's first byte; the bits above them say how many commands it has, 31 that a number follows. */
const ownText = 1;
const ownPhase = 2;
const ownRest = 4;
const many = 31;

export function writeEntry(w: Writer, entry: Entry): void {
  const { text, commands, phase, ...rest } = entry;
  const isSpelt = text === spell(commands);
  const hasRest = Object.keys(rest).length > 0;
  const count = commands.length;
  w.byte(
    (isSpelt ? 0 : ownText) |
      (phase === undefined ? 0 : ownPhase) |
      (hasRest ? ownRest : 0) |
      (Math.min(count, many) << 3),
  );
  if (count >= many) w.number(count);
  for (const command of commands) writeCommand(w, command);
  if (!isSpelt) w.text(text);
  if (phase !== undefined) w.text(phase);
  if (hasRest) w.text(JSON.stringify(rest));
}

/** What is read of an entry is not one yet: see `check`. */
export interface RawEntry {
  readonly commands: readonly unknown[];
  /** Undefined: as its commands are spelt. */
  readonly text: string | undefined;
  readonly rest: Readonly<Record<string, unknown>>;
}

/** `most`: commands that may still come. */
export function readEntry(r: Reader, most: number): RawEntry {
  const head = r.byte();
  const short = head >> 3;
  const count = short === many ? r.count(most) : short;
  if (count > most) r.fail();
  const commands: unknown[] = [];
  for (let i = 0; i < count && !r.isBroken(); i++) commands.push(readCommand(r));
  const text = head & ownText ? r.text() : undefined;
  const phase = head & ownPhase ? r.text() : undefined;
  const rest = head & ownRest ? parsed(r.text()) : undefined;
  return {
    commands,
    text,
    rest: {
      ...(typeof rest === 'object' && rest !== null ? rest : {}),
      ...(phase === undefined ? {} : { phase }),
    },
  };
}
