/** Pass 2: addresses. Bus by bus, each list packed from its base; a bridge's window is an entry like any other. */
import { say } from '../../base/problem.ts';
import type { Program } from '../program.ts';
import { alignOf, down, kinds, sumOf, up, type Bus, type Entry, type Region } from './regions.ts';
import { barRegister } from './sizing.ts';
import { Reg, usbClass, type Firmware } from './state.ts';
import { routines } from '../depth.ts';

const gigabyte = 0x4000_0000;

/** False when the addresses do not suffice: the real one stops the machine there. */
export function* placeEverything(fw: Firmware, buses: readonly Bus[]): Program<boolean> {
  const root = buses[0];
  if (!root) return true;
  const { io } = root.regions;
  const ports = sumOf(io);
  io.base = ports < 0x4000 ? 0xc000 : 0x1000;
  if (ports >= 0x4000 && ports >= fw.ioEnd - 0x1000) return false;
  yield { say: say('seabios.io', { base: io.base, size: ports }) };
  if (!placeRoot(fw, root)) {
    const memory = moved(root.regions.memory);
    const prefetch = moved(root.regions.prefetch);
    yield { say: say('seabios.above', { count: memory.entries.length + prefetch.entries.length }) };
    if (!placeRoot(fw, root)) return false;
    memory.base = up(up(0x1_0000_0000 + fw.environment.ramAbove4G, alignOf(memory)), gigabyte);
    prefetch.base = up(up(memory.base + sumOf(memory), alignOf(prefetch)), gigabyte);
    yield* map(fw, buses, memory);
    yield* map(fw, buses, prefetch);
  }
  for (const bus of buses) for (const kind of kinds) yield* map(fw, buses, bus.regions[kind]);
  return true;
}

/** Memory and prefetchable memory end to end below the I/O APIC, the one with the larger alignment lower; false: no room. */
function placeRoot(fw: Firmware, { regions: { memory, prefetch } }: Bus): boolean {
  const [low, high] = alignOf(memory) < alignOf(prefetch) ? [prefetch, memory] : [memory, prefetch];
  high.base = down(fw.memoryEnd - sumOf(high), alignOf(high));
  low.base = down(high.base - sumOf(low), alignOf(low));
  return low.base >= fw.memoryStart && low.base <= fw.memoryEnd;
}

/** Takes out what may lie above 4 GiB; USB controllers stay, some drivers know 32 bits only. */
function moved(region: Region): Region {
  const may = ({ is64, found }: Entry): boolean => is64 && found.class !== usbClass;
  const entries = region.entries.filter(may);
  region.entries = region.entries.filter((entry) => !may(entry));
  return { base: 0, entries };
}

function* map(fw: Firmware, buses: readonly Bus[], region: Region): Program {
  let address = region.base;
  for (const entry of region.entries) {
    const below = entry.bar < 0 ? buses[entry.found.secondary] : undefined;
    if (below) below.regions[entry.kind].base = address;
    const { who } = entry.found;
    if (entry.bar >= 0) {
      yield { say: say('seabios.map', { who, bar: entry.bar, base: address, size: entry.bytes }) };
      mapBar(fw, entry, address);
    } else {
      yield { say: say('seabios.open', { who, kind: entry.kind, base: address, size: entry.bytes }) };
      openWindow(fw, entry, address);
    }
    address += entry.bytes;
  }
}

const upper = (n: number): number => Math.floor(n / 0x1_0000_0000) >>> 0;

function mapBar({ config }: Firmware, { found, bar, is64 }: Entry, address: number): void {
  const at = barRegister(found, bar);
  config.write(found.bdf, at, address >>> 0, 4);
  if (is64) config.write(found.bdf, at + 4, upper(address), 4);
}

/** A window of no bytes closes: its limit lies below its base. */
function openWindow({ config }: Firmware, { found: { bdf }, kind, bytes }: Entry, address: number): void {
  const limit = address + bytes - 1;
  const part = (n: number, shift: number): number => Math.floor(n / 2 ** shift);
  if (kind === 'io') {
    config.write(bdf, Reg.ioBase, part(address, 8) & 0xff, 1);
    config.write(bdf, Reg.ioBaseUpper, 0, 2);
    config.write(bdf, Reg.ioLimit, part(limit, 8) & 0xff, 1);
    config.write(bdf, Reg.ioLimitUpper, 0, 2);
  } else {
    const at = kind === 'memory' ? Reg.memoryBase : Reg.prefetchBase;
    config.write(bdf, at, part(address, 16) & 0xffff, 2);
    config.write(bdf, at + 2, part(limit, 16) & 0xffff, 2);
    if (kind === 'memory') return;
    config.write(bdf, Reg.prefetchBaseUpper, upper(address), 4);
    config.write(bdf, Reg.prefetchLimitUpper, upper(limit), 4);
  }
}

routines(placeEverything, map);
