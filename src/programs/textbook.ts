/** How a bus is set up, as every book tells it: number, size, place, enable. Written to be read aloud. */
import { say } from '../base/problem.ts';
import { hex0x, size as sizeText } from '../base/hex.ts';
import { formatBdf } from '../pci/bdf.ts';
import { ConfigAccess, functionsOn } from './config-access.ts';
import type { Cpu, Program } from './program.ts';
import { routines } from './depth.ts';

/** The next free address of each space; each BAR and each window takes what it needs from here. */
interface Free {
  io: number;
  memory: number;
}

const bridge = 0x0604;
const windowGrain = { io: 0x1000, memory: 0x10_0000 } as const;

export function* textbook(cpu: Cpu): Program {
  const config = new ConfigAccess(cpu);
  const free: Free = { io: 0xc000, memory: 0xe000_0000 };
  yield { say: say('textbook.number', {}), phase: 'phase.bus-numbers' };
  const last = yield* numberBuses(config, 0, 0);
  yield { say: say('textbook.place', { buses: last + 1 }), phase: 'phase.placing' };
  yield* placeBus(config, 0, free);
  yield { say: say('textbook.enable', {}), phase: 'phase.enable' };
  for (let bus = 0; bus <= last; bus++) yield* enableBus(config, bus);
}

/** Depth first: behind every bridge lies the next number. Gives the highest one used. */
function* numberBuses(config: ConfigAccess, bus: number, used: number): Program<number> {
  let last = used;
  yield { say: say('textbook.look', { bus }) };
  for (const bdf of functionsOn(config, bus)) {
    if (config.read(bdf, 0x0a, 2) !== bridge) continue;
    const secondary = last + 1;
    yield { say: say('textbook.bridge', { who: formatBdf(bdf), bus, secondary }) };
    config.write(bdf, 0x18, bus, 1);
    config.write(bdf, 0x19, secondary, 1);
    config.write(bdf, 0x1a, 0xff, 1); // we do not know yet how far it reaches
    last = yield* numberBuses(config, secondary, secondary);
    yield { say: say('textbook.reach', { who: formatBdf(bdf), secondary, subordinate: last }) };
    config.write(bdf, 0x1a, last, 1); // now we do
  }
  return last;
}

/** Gives every BAR on the bus its place, then every bridge a window around what lies behind it. */
function* placeBus(config: ConfigAccess, bus: number, free: Free): Program {
  for (const bdf of functionsOn(config, bus)) {
    const isBridge = config.read(bdf, 0x0a, 2) === bridge;
    for (let bar = 0; bar < (isBridge ? 2 : 6); bar++) bar += yield* placeBar(config, bdf, bar, free);
    if (isBridge) yield* placeBehind(config, bdf, free);
  }
}

/** Sizes one BAR and places it; gives how many more registers it takes: 1 when it is 64 bits wide. */
function* placeBar(config: ConfigAccess, bdf: number, bar: number, free: Free): Program<number> {
  const at = 0x10 + 4 * bar;
  const who = formatBdf(bdf);
  yield { say: say('textbook.size', { who, bar }) };
  const command = config.read(bdf, 0x04, 2);
  config.write(bdf, 0x04, command & ~3, 2); // while a BAR holds ones, it must not decode
  config.write(bdf, at, 0xffff_ffff, 4);
  const mask = config.read(bdf, at, 4);
  config.write(bdf, at, 0, 4);
  config.write(bdf, 0x04, command, 2);
  const io = (mask & 1) !== 0;
  const wide = !io && (mask & 6) === 4 ? 1 : 0;
  // an I/O BAR may leave its upper half at zero: ports have 16 bits
  const bytes = -(io ? (mask & ~3) | 0xffff_0000 : mask & ~15) >>> 0;
  if (mask === 0 || bytes === 0) return wide;
  const space: keyof Free = io ? 'io' : 'memory';
  const address = align(free[space], bytes);
  free[space] = address + bytes;
  const told = { on: bdf >> 8, kind: space, bytes, address };
  yield { say: say('textbook.bar', { who, bar, size: sizeText(bytes), base: hex0x(address), ...told }) };
  config.write(bdf, at, address, 4);
  if (wide === 1) config.write(bdf, at + 4, 0, 4);
  return wide;
}

/** What lies behind a bridge is placed end to end; the window is drawn around it, in the bridge's own grain. */
function* placeBehind(config: ConfigAccess, bdf: number, free: Free): Program {
  const who = formatBdf(bdf);
  const io = (free.io = align(free.io, windowGrain.io));
  const memory = (free.memory = align(free.memory, windowGrain.memory));
  const secondary = config.read(bdf, 0x19, 1);
  yield* placeBus(config, secondary, free);
  free.io = align(free.io, windowGrain.io);
  free.memory = align(free.memory, windowGrain.memory);
  const bytes = free.memory - memory;
  const told = { on: bdf >> 8, secondary, bytes, address: memory, ports: free.io - io, port: io };
  yield { say: say('textbook.window', { who, base: hex0x(memory), size: sizeText(bytes), ...told }) };
  config.write(bdf, 0x1c, io >> 8, 1);
  config.write(bdf, 0x1d, (free.io - 1) >> 8, 1); // a limit below its base: a closed window
  config.write(bdf, 0x20, memory >>> 16, 2);
  config.write(bdf, 0x22, (free.memory - 1) >>> 16, 2);
  config.write(bdf, 0x24, 0xfff0, 2);
  config.write(bdf, 0x26, 0x0000, 2); // no prefetchable window: memory does for all
}

function* enableBus(config: ConfigAccess, bus: number): Program {
  for (const bdf of functionsOn(config, bus)) {
    yield { say: say('textbook.on', { who: formatBdf(bdf) }) };
    config.set(bdf, 0x04, 0x07); // I/O, memory, bus master
  }
}

const align = (n: number, grain: number): number => Math.ceil(n / grain) * grain;

routines(numberBuses, placeBus, placeBar, placeBehind, enableBus);
