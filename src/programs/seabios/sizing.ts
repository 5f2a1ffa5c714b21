/** Pass 1: how much every BAR and every window needs. BARs decode while they are sized: SeaBIOS leaves Command alone. */
import { say } from '../../base/problem.ts';
import { size as sizeText } from '../../base/hex.ts';
import { findCapability } from '../config-access.ts';
import type { Program } from '../program.ts';
import { findReserve } from './bus-numbers.ts';
import { alignOf, emptyBus, insert, kinds, sumOf, up, type Bus, type Kind } from './regions.ts';
import { bridgeClass, Reg, type Firmware, type Found } from './state.ts';
import { routines } from '../depth.ts';

const leastMemory = 0x1000;
const leastWindow = { io: 0x1000, memory: 0x20_0000, prefetch: 0x20_0000 } as const;

export function* sizeEverything(fw: Firmware): Program<Bus[]> {
  const buses = Array.from({ length: fw.lastBus + 1 }, emptyBus);
  // the needs of all roots are counted as bus 0's
  const countedOn = (number: number): number => (buses[number]?.bridge ? number : 0);
  const busOf = (number: number): Bus => buses[number] ?? emptyBus();
  for (const found of fw.devices) {
    const isBridge = found.class === bridgeClass;
    const below = buses[found.secondary];
    if (isBridge && below) below.bridge = found;
    const on = countedOn(found.bdf >> 8);
    yield* sizeBars(fw, found, isBridge, on, busOf(on));
  }
  for (let number = fw.lastBus; number > 0; number--) {
    const bus = buses[number];
    if (!bus?.bridge) continue;
    const on = countedOn(bus.bridge.bdf >> 8);
    yield* sizeWindows(fw, bus, bus.bridge, on, busOf(on));
  }
  return buses;
}

function* sizeBars(fw: Firmware, found: Found, isBridge: boolean, on: number, bus: Bus): Program {
  const { who } = found;
  for (let bar = 0; bar <= 6; bar++) {
    if (isBridge && bar >= 2 && bar < 6) continue;
    yield { say: say('seabios.bar', { who, bar }) };
    const { kind, bytes, is64 } = sizeOf(fw, found, bar);
    if (bytes === 0) continue;
    const rounded = kind === 'io' ? bytes : Math.max(bytes, leastMemory);
    yield { say: say('seabios.bar-size', { who, bar, on, kind, bytes, takes: rounded }) };
    insert(bus, { found, bar, bytes: rounded, align: rounded, is64, kind });
    if (is64) bar++;
  }
}

export function barRegister({ headerType }: Found, bar: number): number {
  if (bar < 6) return Reg.bar0 + 4 * bar;
  return (headerType & 0x7f) === 1 ? Reg.bridgeRom : Reg.rom;
}

/** Writes ones, reads which of them stay, writes back what was there. */
function sizeOf(
  { config }: Firmware,
  found: Found,
  bar: number,
): { kind: Kind; bytes: number; is64: boolean } {
  const { bdf } = found;
  const at = barRegister(found, bar);
  const old = config.read(bdf, at, 4);
  const rom = bar === 6;
  const io = !rom && (old & 1) !== 0;
  const is64 = !rom && !io && (old & 6) === 4;
  const kind = io ? 'io' : !rom && (old & 8) !== 0 ? 'prefetch' : 'memory';
  const typeBits = rom ? 0x7ff : io ? 3 : 15;
  config.write(bdf, at, rom ? 0xffff_f800 : 0xffff_ffff, 4);
  const low = (config.read(bdf, at, 4) & ~typeBits) >>> 0;
  config.write(bdf, at, old, 4);
  if (!is64) return { kind, bytes: -low >>> 0, is64 };
  const oldHigh = config.read(bdf, at + 4, 4);
  config.write(bdf, at + 4, 0xffff_ffff, 4);
  const high = config.read(bdf, at + 4, 4);
  config.write(bdf, at + 4, oldHigh, 4);
  return { kind, bytes: negated64(high, low), is64 };
}

/** 2^64 minus the value: the size that address bits tell. */
const negated64 = (high: number, low: number): number =>
  ((~high + (low === 0 ? 1 : 0)) >>> 0) * 0x1_0000_0000 + (-low >>> 0);

function* sizeWindows(fw: Firmware, bus: Bus, bridge: Found, on: number, parent: Bus): Program {
  const { bdf, who, secondary } = bridge;
  const express = findCapability(fw.config, bdf, 0x10);
  const reserve = findReserve(fw, bdf);
  const hotPlug = hotPlugOf(fw, bdf, express);
  for (const kind of kinds) {
    yield { say: say('seabios.window', { who, bus: secondary, kind }) };
    if (!hasWindow(fw, bdf, kind)) continue;
    const region = bus.regions[kind];
    const wish = reserve === 0 ? 0 : reserved(fw, bdf, reserve, kind);
    const align = Math.max(leastWindow[kind], alignOf(region));
    let sum = sumOf(region);
    // room for what may be plugged in later; behind a PCI Express port no ports are kept
    if (sum === 0 && hotPlug !== 'none' && !(hotPlug === 'express' && kind === 'io')) sum = align;
    const bytes = wish > sum ? (kind === 'io' ? wish : up(wish, align)) : up(sum, align);
    const is64 = kind === 'prefetch' && is64Window(fw, bdf) && region.entries.every((entry) => entry.is64);
    const size = sizeText(bytes);
    yield { say: say('seabios.window-size', { who, bus: secondary, kind, size, on, bytes, align }) };
    insert(parent, { found: bridge, bar: -1, bytes, align, is64, kind });
  }
}

/** Whether cards may come and go behind a bridge: a port with a slot, or a standard hot-plug controller. */
function hotPlugOf({ config }: Firmware, bdf: number, express: number): 'none' | 'express' | 'shpc' {
  if (express !== 0) {
    const flags = config.read(bdf, express + 2, 2);
    const type = (flags >> 4) & 15;
    if (type !== 7) return (type === 4 || type === 6) && (flags & 0x100) !== 0 ? 'express' : 'none';
  }
  return findCapability(config, bdf, 0x0c) === 0 ? 'none' : 'shpc';
}

/** A window that is not there keeps reading zero. Trying closes it. */
function hasWindow({ config }: Firmware, bdf: number, kind: Kind): boolean {
  if (kind === 'memory') return true;
  const at = kind === 'io' ? Reg.ioBase : Reg.prefetchBase;
  config.write(bdf, at, 0xff, 1);
  return config.read(bdf, at, 1) !== 0;
}

/** What the bridge's reserve capability asks for; 0 when it does not say. */
function reserved({ config }: Firmware, bdf: number, at: number, kind: Kind): number {
  const word = (offset: number): number => config.read(bdf, at + offset, 4);
  const none = 0xffff_ffff;
  if (kind === 'memory') {
    const bytes = word(16);
    return bytes === none ? 0 : bytes;
  }
  const narrow = kind === 'prefetch' ? word(20) : none;
  const [low, high] = kind === 'io' ? [word(8), word(12)] : [word(24), word(28)];
  const wide = low === none && high === none ? undefined : high * 0x1_0000_0000 + low;
  if (narrow === none) return wide ?? 0;
  return wide === undefined ? narrow : 0;
}

function is64Window({ config }: Firmware, bdf: number): boolean {
  let base = config.read(bdf, Reg.prefetchBase, 4);
  if (base === 0) {
    config.write(bdf, Reg.prefetchBase, 0xfff0_fff0, 4);
    base = config.read(bdf, Reg.prefetchBase, 4);
    config.write(bdf, Reg.prefetchBase, 0, 4);
  }
  return (base & 15) === 1;
}

routines(sizeEverything, sizeBars, sizeWindows);
