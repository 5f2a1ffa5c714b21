/** Sizing, one BAR at a time and each with decoding off: 6.1 does not yet size a function's BARs in one go. */
import { size as sizeText } from '../../base/hex.ts';
import { say } from '../../base/problem.ts';
import { formatBdf } from '../../pci/bdf.ts';
import type { Program } from '../program.ts';
import { Class, Reg, type Device, type Kernel } from './kernel.ts';
import { Resource } from './resources.ts';
import { routines } from '../depth.ts';

const decode = 0x03;
const romBits = 0xffff_f800;
const romIndex = 6;

/** Reads `count` BARs and the ROM at offset `rom` (0: there is none). */
export function* readBars(kernel: Kernel, device: Device, count: number, rom: number): Program {
  for (let bar = 0; bar < count; bar++) {
    const wide = yield* readBar(kernel, device, bar, Reg.bar0 + 4 * bar);
    if (wide) bar++;
  }
  if (rom !== 0) yield* readBar(kernel, device, romIndex, rom);
}

/** Gives whether it is 64 bits wide. */
function* readBar({ config }: Kernel, device: Device, bar: number, at: number): Program<boolean> {
  const { bdf } = device;
  const who = formatBdf(bdf);
  const rom = bar === romIndex;
  // a host bridge may be all that leads to memory: it keeps decoding
  const always = device.class === Class.host;
  yield { say: say('linux.bar', { who, bar, always: always ? 1 : 0 }) };
  const command = always ? 0 : config.read(bdf, Reg.command, 2);
  const decodes = (command & decode) !== 0;
  if (decodes) config.write(bdf, Reg.command, command & ~decode, 2);
  const ones = (offset: number, bits: number): [old: number, size: number] => {
    const old = config.read(bdf, offset, 4);
    config.write(bdf, offset, (old | bits) >>> 0, 4);
    const read = config.read(bdf, offset, 4);
    config.write(bdf, offset, old, 4);
    return [old, read];
  };
  const [low, lowRead] = ones(at, rom ? romBits : 0xffff_ffff);
  const old = low === 0xffff_ffff ? 0 : low;
  const io = !rom && (old & 1) !== 0;
  const wide = !rom && !io && (old & 6) === 4;
  const [high, highRead] = wide ? ones(at + 4, 0xffff_ffff) : [0, 0];
  if (decodes) config.write(bdf, Reg.command, command, 2);

  const bits = rom ? romBits : io ? 0xfffc : 0xffff_fff0;
  const address = (io ? old & ~3 : rom ? old & romBits : old & ~15) >>> 0;
  const size = ((lowRead === 0xffff_ffff ? 0 : lowRead) & bits) >>> 0;
  const bytes = size === 0 ? lowestBit(highRead) * 0x1_0000_0000 : lowestBit(size);
  const start = high * 0x1_0000_0000 + address;
  const top = io ? 0x1_0000 : wide ? 2 ** 64 : 0x1_0000_0000;
  // holding the very ones that sizing reads means nothing, but for a BAR at the very end
  const hollow = old === lowRead && high === highRead && start + bytes !== top;
  if (bytes === 0 || hollow) return wide;
  const kind = { io, wide, prefetch: rom || (!io && (old & 8) !== 0) };
  const resource = new Resource(bar, kind, start, bytes);
  resource.romOn = rom && (old & 1) !== 0;
  device.resources.push(resource);
  yield { say: say('linux.bar-size', { who, bar, size: sizeText(bytes) }) };
  return wide;
}

const lowestBit = (n: number): number => (n & -n) >>> 0;

/** An IDE controller in compatibility mode decodes what ISA had, whatever its BARs hold. */
export function legacyIde({ config }: Kernel, { bdf, resources }: Device): void {
  const mode = config.read(bdf, Reg.classRevision + 1, 1);
  const fix = (bar: number, start: number, bytes: number): void => {
    const found = resources.findIndex(({ index }) => index === bar);
    if (found >= 0) resources.splice(found, 1);
    resources.push(new Resource(bar, { io: true, prefetch: false, wide: false }, start, bytes, true));
  };
  if ((mode & 1) === 0) {
    fix(0, 0x1f0, 8);
    fix(1, 0x3f6, 1);
  }
  if ((mode & 4) === 0) {
    fix(2, 0x170, 8);
    fix(3, 0x376, 1);
  }
  resources.sort((a, b) => a.index - b.index);
}

routines(readBars, readBar);
