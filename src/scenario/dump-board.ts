/** A board of functions known only from their bytes: an imported dump. What a dump cannot tell is left unknown. */
import { hex } from '../base/hex.ts';
import { say, type Problem } from '../base/problem.ts';
import { formatBdf } from '../pci/bdf.ts';
import { className } from '../pci/classes.ts';
import { deviceName } from '../pci/ids.ts';
import { BoardBuilder } from '../engine/board.ts';
import { Under, type Platform } from '../engine/platform.ts';
import type { BarSpec, Shape } from '../engine/shape.ts';
import { Effect } from '../engine/shape.ts';
import type { Kind } from '../models/model.ts';
import type { Built } from './build.ts';
import { applyOverrides } from './overrides.ts';
import type { DumpedFunction, Scenario } from './scenario.ts';

/** Just enough around the buses: CF8/CFC, and no RAM or ECAM that the dump did not mention. */
const platform: Platform = {
  id: 'dump',
  mechanism1: true,
  privates: [],
  survives: new Set(),
  fixed: [],
  under: () => Under.pci,
  ecam: () => -1,
  rom: () => -1,
  map: () => [],
  interrupt: () => {},
};

export function dumpBoard(scenario: Scenario): Built {
  const functions = [...(scenario.functions ?? [])].sort((a, b) => a.domain - b.domain || a.bdf - b.bdf);
  const builder = new BoardBuilder('0000:00', true);
  const kinds: Kind[] = [];
  const problems: Problem[] = [];
  /** Wire that each bus number leads to, as the dumped bridges say. */
  const wires = new Map<number, number>([[0, 0]]);
  const seen = new Set<string>();
  for (const dumped of functions) {
    if (dumped.domain !== 0) {
      problems.push({ message: say('problem.other-domain', { domain: dumped.domain }) });
      continue;
    }
    const wire = wires.get(dumped.bdf >> 8);
    if (wire === undefined) {
      problems.push({
        message: say('problem.unreachable-bus', { bus: hex(dumped.bdf >> 8, 2) }),
      });
      continue;
    }
    const [slot, devfn] = [formatBdf(dumped.bdf), dumped.bdf & 0xff];
    if (seen.has(slot)) {
      problems.push({ message: say('problem.dumped-twice', { slot }) });
      continue;
    }
    seen.add(slot);
    const shape = shapeOf(dumped);
    const secondary = shape.header === 0 ? 0 : ((shape.reset[6] ?? 0) >>> 8) & 0xff;
    const index = builder.plug({
      path: slot,
      model: nameFor(dumped, shape),
      shape,
      wire,
      devfn,
    });
    const below = builder.parts[index]?.below;
    if (below !== undefined && secondary !== 0 && !wires.has(secondary)) wires.set(secondary, below);
    kinds.push(shape.header === 0 ? 'unknown' : 'bridge');
  }
  applyOverrides(builder.parts, scenario, (message) => void problems.push({ message }));
  return {
    board: builder.done(platform, scenario.ram * 0x100000, scenario.authentic),
    problems,
    kinds,
    lines: kinds.map(() => undefined),
  };
}

/** The text's own name for the device, else what the lists of ids and classes know. */
function nameFor(dumped: DumpedFunction, shape: Shape): string {
  const id = shape.reset[0] ?? 0;
  const known = deviceName(id & 0xffff, id >>> 16) ?? className((shape.reset[2] ?? 0) >>> 8);
  return dumped.name ?? known;
}

/** Reset values are the dumped bytes; what a write would keep follows the architecture, BAR sizes only what the text told. */
function shapeOf(dumped: DumpedFunction): Shape {
  const bytes = dumped.config.length >> 1;
  const words = bytes > 256 ? 1024 : 64;
  const reset = new Int32Array(words);
  for (let i = 0; i < bytes; i++) {
    const byte = Number.parseInt(dumped.config.slice(i * 2, i * 2 + 2), 16);
    reset[i >> 2] = (reset[i >> 2] ?? 0) | (byte << ((i & 3) * 8));
  }
  const type = ((reset[3] ?? 0) >>> 16) & 0x7f;
  const bridge = type === 1 || type === 2;
  const write = new Int32Array(words);
  const w1c = new Int32Array(words);
  const effect = new Uint8Array(words);
  write[1] = 0x0547;
  w1c[1] = 0xf900_0000 | 0;
  write[3] = 0xff;
  write[15] = bridge ? 0x0bff_00ff : 0xff;
  effect[1] = Effect.decode | Effect.command | (bridge ? Effect.window : 0);
  if (bridge) {
    write.set([0x00ff_ffff, 0xf0f0, 0xfff0_fff0 | 0, 0xfff0_fff0 | 0, -1, -1], 6);
    effect[6] = Effect.busNumbers;
    for (const i of [7, 8, 9, 10, 11, 12, 15]) effect[i] = Effect.window;
  }
  const bars = barsOf(dumped, reset, bridge, write, effect);
  return {
    words,
    reset,
    write,
    w1c,
    effect,
    resets: new Int32Array(words),
    bars,
    header: bridge ? 1 : 0,
    express: words > 64,
    ...(bridge ? { below: { express: true, oneDevice: false } } : {}),
    legacy: [],
    privates: [],
    caps: {},
    behave: {},
  };
}

function barsOf(
  dumped: DumpedFunction,
  reset: Int32Array,
  bridge: boolean,
  write: Int32Array,
  effect: Uint8Array,
): BarSpec[] {
  const bars: BarSpec[] = [];
  for (let index = 0; index < (bridge ? 2 : 6); index++) {
    const low = reset[4 + index] ?? 0;
    const wide = (low & 7) === 4;
    const bytes = dumped.sizes?.[index];
    const at = 0x10 + index * 4;
    if (bytes !== undefined) {
      const kind = low & 1 ? 'io' : wide ? 'mem64' : 'mem32';
      write[4 + index] = bytes > 0x8000_0000 ? 0 : ~(bytes - 1);
      effect[4 + index] = Effect.decode;
      if (wide) {
        write[5 + index] = -1;
        effect[5 + index] = Effect.decode;
      }
      bars.push({ index, kind, bytes, prefetchable: (low & 9) === 8, at, stretches: [], modelled: false });
    }
    if (wide) index++;
  }
  return bars;
}
