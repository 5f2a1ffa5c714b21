/** How large must the windows be that the firmware left closed? Deepest buses first, so that windows count as what they hold. */
import { size as sizeText } from '../../base/hex.ts';
import { say } from '../../base/problem.ts';
import { formatBdf } from '../../pci/bdf.ts';
import type { Program } from '../program.ts';
import type { Bus } from './kernel.ts';
import { up, type Resource } from './resources.ts';
import { routines } from '../depth.ts';

const grain = { io: 0x1000, memory: 0x10_0000 } as const;
/** Kept behind a slot for a card to come. */
const spare = { io: 0x100, memory: 0x20_0000, prefetch: 0x20_0000 } as const;
const ports = 0x400; // from here on an I/O BAR is more than one card's

export function* sizeWindows(bus: Bus): Program {
  for (const { below } of bus.devices) if (below) yield* sizeWindows(below);
  const windows = bus.bridge?.windows;
  if (bus.bridge === undefined || windows === undefined) return;
  const { hotPlug } = bus.bridge;
  const wanted = bus.devices
    .flatMap((device) => device.resources)
    .filter((each) => each.open && each.parent === undefined);
  const of = (fits: (resource: Resource) => boolean): Resource[] =>
    wanted.filter((each) => !each.io && fits(each));
  const { io, memory, prefetch } = windows;
  if (io !== undefined) {
    const list = wanted.filter((each) => each.io && !each.fixed);
    yield* sized(bus, io, list, ioSize, hotPlug ? spare.io : 0);
  }
  const inPrefetch = ({ prefetch: yes, wide }: Resource): boolean =>
    prefetch !== undefined && yes && (wide || !prefetch.wide);
  const room = hotPlug ? spare.prefetch : 0;
  if (prefetch !== undefined) yield* sized(bus, prefetch, of(inPrefetch), memorySize, room);
  const rest = of((each) => !inPrefetch(each));
  const more = (hotPlug ? spare.memory : 0) + (prefetch === undefined ? room : 0);
  yield* sized(bus, memory, rest, memorySize, more);
}

interface Need {
  readonly bytes: number;
  readonly align: number;
}

function* sized(
  { bridge, number }: Bus,
  window: Resource,
  list: readonly Resource[],
  sizeOf: (list: readonly Resource[]) => Need,
  room: number,
): Program {
  if (window.parent !== undefined) return; // the firmware's, and kept
  const { bytes: sum, align } = sizeOf(list);
  const children = list.reduce((all, { extra }) => all + extra, 0);
  const bytes = up(sum, align);
  const wish = room === 0 && children === 0 ? bytes : up(Math.max(sum, room) + children, align);
  window.open = wish > 0;
  Object.assign(window, { start: 0, bytes, align, extra: wish - bytes });
  if (wish === 0 || bridge === undefined) return;
  const slots = { who: formatBdf(bridge.bdf), bus: number, bar: window.index };
  yield { say: say('linux.window-size', { ...slots, size: sizeText(bytes), extra: wish - bytes }) };
}

function ioSize(list: readonly Resource[]): Need {
  const sum = (large: boolean): number =>
    list.reduce((all, { bytes }) => all + (bytes >= ports === large ? bytes : 0), 0);
  return { bytes: sum(false) + sum(true), align: Math.max(grain.io, ...list.map(({ align }) => align)) };
}

/** The smallest alignment that still lets everything be packed, largest first. */
function memorySize(list: readonly Resource[]): Need {
  const bytes = list.reduce((all, each) => all + Math.max(each.bytes, each.align), 0);
  const sums = new Map<number, number>();
  let largest: number = grain.memory;
  for (const { bytes: size, align } of list) {
    const step = Math.max(align, grain.memory);
    largest = Math.max(largest, step);
    if (size <= align) sums.set(step, (sums.get(step) ?? 0) + align);
  }
  let sum = 0;
  let align: number = grain.memory;
  for (let step: number = grain.memory; step <= largest; step *= 2) {
    if (sum === 0) align = step;
    else if (up(sum + align, align) < step) align = step / 2;
    sum += sums.get(step) ?? 0;
  }
  return { bytes, align: Math.max(align, grain.memory) };
}

routines(sizeWindows, sized);
