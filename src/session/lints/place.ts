/** Ways out: a free place for a BAR, a window made to fit, and the lines of setpci that bring them about. */
import { hex, hex0x } from '../../base/hex.ts';
import { highWord, lowWord } from '../../base/bits.ts';
import { say } from '../../base/problem.ts';
import { bdfOf } from '../../engine/explain.ts';
import type { Machine } from '../../engine/machine.ts';
import type { BarSpec } from '../../engine/shape.ts';
import { windowsOf, type Window } from '../../engine/windows.ts';
import { setpciRegisters } from '../../pci/setpci-names.ts';
import { barText, bdfText, functionText } from '../names.ts';
import type { Fix, Where } from './lint.ts';
import { spaceOf, type Range, type Scene, type Space } from './scene.ts';

/** Where a root bus keeps BARs on a PC: above the chipset's ports, and below the interrupt controllers. */
const roots: Readonly<Record<Space, Range>> = {
  io: { from: 0xc000, to: 0xfeff },
  memory: { from: 0xe000_0000, to: 0xfebf_ffff },
};

/** `setpci` of one function; undefined while no bus number leads to it. A value stands as it is written: `4:4` keeps other bits. */
export function setpciLine(
  m: Machine,
  fn: number,
  writes: Readonly<Record<string, string>>,
): string | undefined {
  const bdf = bdfOf(m, fn);
  if (bdf < 0 || m.find(bdf) !== fn) return undefined;
  const operations = Object.entries(writes).map(([register, value]) => `${register}=${value}`);
  return `setpci -s ${bdfText(bdf)} ${operations.join(' ')}`;
}

/** The register of a BAR as setpci names it. */
function registerName(m: Machine, fn: number, at: number): string {
  const { header } = m.shape(fn);
  const found = setpciRegisters.find((r) => r.at === at && r.bytes === 4 && r.headers.includes(header));
  return found?.name ?? `${hex(at, 2)}.L`;
}

export const registerOf = (fn: number, bar: BarSpec): Where => ({ fn, offset: bar.at, bytes: 4 });

/** Writes an address into a BAR; undefined when the function is out of reach. */
export function moveLine(m: Machine, fn: number, bar: BarSpec, address: number): string | undefined {
  const low = bar.kind === 'rom' ? lowWord(address) | 1 : lowWord(address);
  return setpciLine(m, fn, {
    [registerName(m, fn, bar.at)]: hex(low),
    ...(bar.kind === 'mem64' ? { [registerName(m, fn, bar.at + 4)]: hex(highWord(address)) } : {}),
  });
}

/** Moves a BAR to a free place; where there is none, stops it from decoding. */
export function moveAway(scene: Scene, fn: number, bar: BarSpec): Fix | undefined {
  return moveToFree(scene, fn, bar) ?? switchOff(scene.m, fn, bar);
}

export function moveToFree(scene: Scene, fn: number, bar: BarSpec): Fix | undefined {
  const { m } = scene;
  if (m.board.parts[fn]?.physical !== undefined) return undefined;
  const address = freePlace(scene, fn, bar);
  const line = address === undefined ? undefined : moveLine(m, fn, bar, address);
  if (address === undefined || line === undefined) return undefined;
  return { say: say('lint.fix-move', { bar: barText(bar), address: hex0x(address) }), line };
}

function switchOff(m: Machine, fn: number, bar: BarSpec): Fix | undefined {
  const line =
    bar.kind === 'rom'
      ? setpciLine(m, fn, { [registerName(m, fn, bar.at)]: '0:1' })
      : setpciLine(m, fn, { COMMAND: bar.kind === 'io' ? '0:1' : '0:2' });
  return line === undefined ? undefined : { say: say('lint.fix-off', { who: functionText(m, fn) }), line };
}

/** The lowest address at which a BAR is alone, inside every window on its way; undefined when there is none. */
export function freePlace(scene: Scene, fn: number, bar: BarSpec): number | undefined {
  const wire = scene.wireOf(fn);
  const windows = scene.windowsTo(wire);
  const kinds: readonly Window['kind'][] =
    bar.kind === 'io'
      ? ['io']
      : bar.kind === 'mem64' && bar.prefetchable
        ? ['prefetchable', 'memory']
        : ['memory'];
  const space = spaceOf(bar.kind);
  const ranges =
    windows === undefined ? [roots[space]] : kinds.flatMap((kind) => windows.filter((w) => w.kind === kind));
  for (const range of ranges) {
    const address = freeIn(scene, range, fn, bar, space);
    if (address !== undefined && scene.missing(wire, space, address, address + bar.bytes - 1) < 0)
      return address;
  }
  return undefined;
}

function freeIn(scene: Scene, range: Range, fn: number, bar: BarSpec, space: Space): number | undefined {
  const top = bar.kind === 'mem64' || bar.kind === 'io' ? range.to : Math.min(range.to, 0xffff_fffe);
  const taken = [
    ...scene.barsIn(space, range.from, range.to).filter((b) => b.fn !== fn || b.bar !== bar),
    ...scene.windowsOn(scene.hearing(fn)).filter((w) => spaceOf(w.kind) === space),
    ...scene.m.board.platform.map(scene.m).filter((r) => r.space === space),
  ]
    .filter((r) => r.to >= range.from && r.from <= range.to)
    .toSorted((a, b) => a.from - b.from);
  // the type bits of a register are no address bits, however small the BAR
  const step = Math.max(bar.bytes, bar.kind === 'io' ? 4 : 16);
  const up = (n: number): number => Math.ceil(n / step) * step;
  // address 0 is nowhere
  let address = Math.max(up(range.from), step);
  for (const { from, to } of taken) {
    if (from > address + bar.bytes - 1) break;
    if (to >= address) address = up(to + 1);
  }
  return address + bar.bytes - 1 <= top ? address : undefined;
}

const grain: Readonly<Record<Space, number>> = { io: 0x1000, memory: 0x10_0000 };

/** Draws a bridge's window around a range, and around what it holds already. */
export function openWindow(
  m: Machine,
  fn: number,
  kind: Window['kind'],
  { from, to }: Range,
): Fix | undefined {
  const now = windowsOf(m, fn).find((w) => w.kind === kind);
  const isOpen = now !== undefined && now.enabled && now.to >= now.from;
  const low = isOpen ? Math.min(now.from, from) : from;
  const high = isOpen ? Math.max(now.to, to) : to;
  const space = spaceOf(kind);
  const base = low - (low % grain[space]);
  const limit = high - (high % grain[space]) + grain[space] - 1;
  const writes = windowWrites(kind, base, limit);
  const line = writes && setpciLine(m, fn, { ...writes, COMMAND: space === 'io' ? '1:1' : '2:2' });
  if (line === undefined) return undefined;
  const slots = { bridge: functionText(m, fn), from: hex0x(base), to: hex0x(limit) };
  return { say: say('lint.fix-window', slots), line };
}

function windowWrites(kind: Window['kind'], base: number, limit: number): Record<string, string> | undefined {
  const high16 = (n: number): string => hex((lowWord(n) >>> 16) & 0xfff0, 4);
  switch (kind) {
    case 'io':
      if (limit > 0xffff) return undefined;
      return { IO_BASE: hex((base >>> 8) & 0xf0, 2), IO_LIMIT: hex((limit >>> 8) & 0xf0, 2) };
    case 'memory':
      if (limit > 0xffff_ffff) return undefined;
      return { MEMORY_BASE: high16(base), MEMORY_LIMIT: high16(limit) };
    case 'prefetchable':
      return {
        PREF_MEMORY_BASE: high16(base),
        PREF_MEMORY_LIMIT: high16(limit),
        PREF_BASE_UPPER32: hex(highWord(base)),
        PREF_LIMIT_UPPER32: hex(highWord(limit)),
      };
  }
}

/** Closes a window by a base above its limit. */
export function closeWindow(m: Machine, fn: number, kind: Window['kind']): Fix | undefined {
  const line = setpciLine(
    m,
    fn,
    {
      io: { IO_BASE: 'f0', IO_LIMIT: '00' },
      memory: { MEMORY_BASE: 'fff0', MEMORY_LIMIT: '0000' },
      prefetchable: {
        PREF_MEMORY_BASE: 'fff0',
        PREF_MEMORY_LIMIT: '0000',
        PREF_BASE_UPPER32: '0',
        PREF_LIMIT_UPPER32: '0',
      },
    }[kind],
  );
  return line === undefined
    ? undefined
    : { say: say('lint.fix-close', { bridge: functionText(m, fn) }), line };
}
