/** Bus numbers: depth first, every bridge open to all buses while the firmware looks behind it. */
import { say } from '../../base/problem.ts';
import { formatBdf } from '../../pci/bdf.ts';
import { findCapability, functionsOn } from '../config-access.ts';
import type { Program } from '../program.ts';
import { bridgeClass, Reg, type Firmware } from './state.ts';
import { routines } from '../depth.ts';

/** Numbers every bus that can be reached, and the roots besides bus 0 by trying all that is left. False: it would never end. */
export function* numberBuses(fw: Firmware): Program<boolean> {
  let last = yield* behind(fw, 0, 0, []);
  while (last !== undefined && fw.environment.extraRoots > 0 && last < 0xff) {
    const bus = last + 1;
    last = yield* behind(fw, bus, bus, []);
    if (last !== undefined && last < bus) return yield* endless(last); // back at a bus that was tried before
  }
  return last !== undefined;
}

/** The real one would go round and round; this one stops. */
function* endless(bus: number): Program<false> {
  yield { say: say('seabios.endless', { bus }) };
  return false;
}

/**
 * Numbers what is behind the bridges of a bus; gives the last number used. A number handed out twice (`withReserve`) can lead
 * back to one of the buses above, where the real firmware goes round until its stack is full: undefined.
 */
function* behind(
  fw: Firmware,
  bus: number,
  used: number,
  above: readonly number[],
): Program<number | undefined> {
  const { config } = fw;
  yield { say: say('seabios.bus', { bus }) };
  if (above.includes(bus)) {
    yield* endless(bus);
    return undefined;
  }
  // numbers left from before the reset must not lead anywhere
  for (const bdf of functionsOn(config, bus)) {
    if (config.read(bdf, Reg.class, 2) !== bridgeClass) continue;
    config.write(bdf, Reg.secondary, 255, 1);
    config.write(bdf, Reg.subordinate, 0, 1);
  }
  let last = used;
  for (const bdf of functionsOn(config, bus)) {
    if (config.read(bdf, Reg.class, 2) !== bridgeClass) continue;
    const next = yield* bridge(fw, bdf, bus, last, [...above, bus]);
    if (next === undefined) return undefined;
    last = next;
  }
  return last;
}

function* bridge(
  fw: Firmware,
  bdf: number,
  bus: number,
  used: number,
  above: readonly number[],
): Program<number | undefined> {
  const { config } = fw;
  const who = formatBdf(bdf);
  const secondary = (used + 1) & 0xff;
  yield { say: say('seabios.bridge', { who, bus, secondary }) };
  if (config.read(bdf, Reg.primary, 1) !== bus) config.write(bdf, Reg.primary, bus, 1);
  if (config.read(bdf, Reg.secondary, 1) !== secondary) config.write(bdf, Reg.secondary, secondary, 1);
  const before = config.read(bdf, Reg.subordinate, 1);
  config.write(bdf, Reg.subordinate, 255, 1);
  const last = yield* behind(fw, secondary, secondary, above);
  if (last === undefined) return undefined;
  const subordinate = last === before ? last : withReserve(fw, bdf, secondary, last);
  yield { say: say('seabios.subordinate', { who, secondary, subordinate }) };
  config.write(bdf, Reg.subordinate, subordinate, 1);
  return subordinate;
}

/** The last number with those that the bridge wants kept for hot plug. A small wish replaces the count: SeaBIOS does so. */
function withReserve(fw: Firmware, bdf: number, secondary: number, last: number): number {
  const reserve = findReserve(fw, bdf);
  if (reserve === 0) return last;
  const wish = fw.config.read(bdf, reserve + 4, 4);
  if (wish === 0xffff_ffff) return last;
  const count = secondary + (wish & 0xff) > 0xff ? 0 : wish & 0xff;
  return secondary + count > last ? secondary + count : count;
}

const redHat = 0x1b36;
const vendorSpecific = 0x09;
const reserveBytes = 32;

/** Offset of the capability in which QEMU's bridges say what to reserve behind them, or 0. */
export function findReserve({ config }: Firmware, bdf: number): number {
  if (config.read(bdf, Reg.vendor, 2) !== redHat) return 0;
  const device = config.read(bdf, Reg.device, 2);
  if (device !== 0x000c && device !== 0x0001) return 0;
  let at = 0;
  do at = findCapability(config, bdf, vendorSpecific, at);
  while (at !== 0 && config.read(bdf, at + 3, 1) !== 1);
  return at !== 0 && config.read(bdf, at + 2, 1) < reserveBytes ? 0 : at;
}

routines(numberBuses, endless, behind, bridge);
