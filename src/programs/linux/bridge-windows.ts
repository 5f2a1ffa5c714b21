/** The windows of a bridge: which it can have, where the firmware opened them, and writing them. */
import { say } from '../../base/problem.ts';
import { formatBdf } from '../../pci/bdf.ts';
import type { Program } from '../program.ts';
import { Reg, type Device, type Kernel, type Windows } from './kernel.ts';
import { Resource } from './resources.ts';
import { routines } from '../depth.ts';

const firstIndex = 7;
const word = 0x1_0000_0000;

/** A window that the bridge does not have reads zero whatever is written; 64 bits show in a prefetchable base's upper half. */
export function* testWindows({ config }: Kernel, device: Device): Program {
  const { bdf } = device;
  yield { say: say('linux.test-windows', { who: formatBdf(bdf) }) };
  const answers = (at: number, bytes: 2 | 4, bits: number): number => {
    const old = config.read(bdf, at, bytes);
    if (old !== 0) return old;
    config.write(bdf, at, bits, bytes);
    const read = config.read(bdf, at, bytes);
    config.write(bdf, at, 0, bytes);
    return read;
  };
  const io = answers(Reg.ioBase, 2, 0xe0f0);
  const prefetch = answers(Reg.prefetchBase, 4, 0xffe0_fff0);
  let wide = false;
  if ((prefetch & 15) === 1) {
    const old = config.read(bdf, Reg.prefetchBaseUpper, 4);
    config.write(bdf, Reg.prefetchBaseUpper, 0xffff_ffff, 4);
    wide = config.read(bdf, Reg.prefetchBaseUpper, 4) !== 0;
    config.write(bdf, Reg.prefetchBaseUpper, old, 4);
  }
  const window = (i: number, kind: { io?: boolean; prefetch?: boolean; wide?: boolean }): Resource => {
    const made = new Resource(firstIndex + i, { io: false, prefetch: false, wide: false, ...kind });
    made.open = false;
    device.resources.push(made);
    return made;
  };
  device.windows = {
    io: io === 0 ? undefined : window(0, { io: true }),
    memory: window(1, {}),
    prefetch: prefetch === 0 ? undefined : window(2, { prefetch: true, wide }),
  };
}

/** Reads where the windows are. A base above its limit is a closed window. */
export function readWindows({ config }: Kernel, { bdf, windows }: Device): void {
  const open = (window: Resource | undefined, base: number, limit: number, grain: number): void => {
    if (window === undefined || base > limit) return;
    window.open = true;
    window.start = base;
    window.bytes = limit + grain - base;
  };
  const ioBase = config.read(bdf, Reg.ioBase, 1);
  const ioLimit = config.read(bdf, Reg.ioLimit, 1);
  const is32 = (ioBase & 15) === 1;
  const ioHigh = is32 ? config.read(bdf, Reg.ioBaseUpper, 2) : 0;
  const ioLimitHigh = is32 ? config.read(bdf, Reg.ioLimitUpper, 2) : 0;
  const port = (low: number, high: number): number => high * 0x1_0000 + ((low & 0xf0) << 8);
  open(windows?.io, port(ioBase, ioHigh), port(ioLimit, ioLimitHigh), 0x1000);

  const memory = (low: number): number => ((low & 0xfff0) << 16) >>> 0;
  const base = config.read(bdf, Reg.memoryBase, 2);
  const limit = config.read(bdf, Reg.memoryLimit, 2);
  open(windows?.memory, memory(base), memory(limit), 0x10_0000);

  const low = config.read(bdf, Reg.prefetchBase, 2);
  const lowLimit = config.read(bdf, Reg.prefetchLimit, 2);
  const is64 = (low & 15) === 1;
  const high = is64 ? config.read(bdf, Reg.prefetchBaseUpper, 4) : 0;
  const highLimit = is64 ? config.read(bdf, Reg.prefetchLimitUpper, 4) : 0;
  const valid = high <= highLimit ? word : 0; // upper halves the wrong way round are nobody's doing
  open(windows?.prefetch, high * valid + memory(low), highLimit * valid + memory(lowLimit), 0x10_0000);
}

/** Writes all windows. While a half of one is old and the other new, it must not be open: the upper half goes out of the way. */
export function writeWindows(kernel: Kernel, { bdf, windows, below }: Device): void {
  const { config } = kernel;
  if (windows === undefined) return;
  const { io, memory, prefetch } = opened(windows);
  if (io) config.read(bdf, Reg.ioBase, 2);
  config.write(bdf, Reg.ioBaseUpper, 0xffff, 4);
  config.write(bdf, Reg.ioBase, io ? (((io.end >> 8) & 0xf0) << 8) | ((io.start >> 8) & 0xf0) : 0xf0, 2);
  config.write(bdf, Reg.ioBaseUpper, io ? ((io.end & 0xffff_0000) | (io.start >>> 16)) >>> 0 : 0, 4);

  const pair = (window: Resource | undefined): number =>
    window ? (((window.start >>> 16) & 0xfff0) | (window.end & 0xfff0_0000)) >>> 0 : 0xfff0;
  config.write(bdf, Reg.memoryBase, pair(memory), 4);

  const upper = (n: number | undefined): number =>
    prefetch?.wide === true ? Math.floor((n ?? 0) / word) : 0;
  config.write(bdf, Reg.prefetchLimitUpper, 0, 4);
  config.write(bdf, Reg.prefetchBase, pair(prefetch), 4);
  config.write(bdf, Reg.prefetchBaseUpper, upper(prefetch?.start), 4);
  config.write(bdf, Reg.prefetchLimitUpper, upper(prefetch?.end), 4);
  config.write(bdf, Reg.bridgeControl, below?.control ?? 0, 2);
}

function opened({ io, memory, prefetch }: Windows): Partial<Record<keyof Windows, Resource | undefined>> {
  const only = (window: Resource | undefined): Resource | undefined =>
    window?.open === true ? window : undefined;
  return { io: only(io), memory: only(memory), prefetch: only(prefetch) };
}

routines(testWindows);
