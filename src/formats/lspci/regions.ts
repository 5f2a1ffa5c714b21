/** lspci -v: what a function decodes: BARs, expansion ROM, and the windows of bridges. */
import { hex, hex64 } from '../../base/hex.ts';
import { byteAt, longAt, wordAt } from './listed.ts';
import type { ListedFunction } from './listed.ts';
import { sizeText } from './text.ts';

const command = { io: 1, memory: 2 } as const;
const memoryTypes = ['32-bit', 'low-1M', '64-bit', 'type 3'] as const;

/** High word, low word and address of every BAR. An upper half has no address of its own, all ones are no BAR. */
interface Bar {
  readonly raw: number;
  readonly low: number;
  readonly high: number;
  readonly isUpper: boolean;
}

function barsOf(f: ListedFunction, count: number): Bar[] {
  const bars: Bar[] = [];
  for (let i = 0; i < count; i++) {
    const word = longAt(f, 0x10 + 4 * i);
    const raw = word === 0xffffffff ? 0 : word;
    const isWide = (raw & 7) === 4;
    if (!isWide) bars.push({ raw, low: raw & ((raw & 1) === 1 ? ~3 : ~15), high: 0, isUpper: false });
    else if (i === count - 1) bars.push({ raw, low: 0, high: 0, isUpper: false });
    else {
      i++;
      const upper = longAt(f, 0x10 + 4 * i);
      bars.push({ raw, low: raw & ~15, high: upper, isUpper: false });
      bars.push({ raw: upper === 0xffffffff ? 0 : upper, low: 0, high: 0, isUpper: true });
    }
  }
  return bars;
}

/**
 * The first `count` BARs, one line each. Without sizes the upper half of a 64-bit BAR above 4 GiB gets a line of its
 * own, as pciutils 3.9 does it with a dump.
 */
export function regionLines(f: ListedFunction, count: number, verbose: number): string {
  const cmd = wordAt(f, 4);
  let text = '';
  for (const [i, { raw, low, high, isUpper }] of barsOf(f, count).entries()) {
    const size = f.sizes?.[i];
    const isNothing = raw === 0 && high === 0 && size === undefined;
    if (isNothing || (isUpper && f.sizes !== undefined)) continue;
    text += verbose > 1 ? `\tRegion ${String(i)}: ` : '\t';
    const isZero = low === 0 && high === 0;
    if ((raw & 1) === 1) {
      const where = !isZero || cmd & command.io ? hex(low >>> 0, 4) : '<unassigned>';
      text += `I/O ports at ${where}${cmd & command.io ? '' : ' [disabled]'}`;
    } else {
      const where = isZero ? '<unassigned>' : hex64(high, low, 8);
      const kind = `${memoryTypes[(raw >> 1) & 3] ?? ''}, ${raw & 8 ? '' : 'non-'}prefetchable`;
      text += `Memory at ${where} (${kind})${cmd & command.memory ? '' : ' [disabled]'}`;
    }
    text += `${sizeText(size)}\n`;
  }
  return text;
}

/** The expansion ROM whose register is at `at`. */
export function romLine(f: ListedFunction, at: number): string {
  const raw = longAt(f, at);
  const size = f.sizes?.[6];
  if (raw === 0 && size === undefined) return '';
  const base = (raw & 0xfffff800) >>> 0;
  const where = base === 0 ? '<unassigned>' : hex(base, 8);
  const off = !(raw & 1) ? ' [disabled]' : wordAt(f, 4) & command.memory ? '' : ' [disabled by cmd]';
  return `\tExpansion ROM at ${where}${off}${sizeText(size)}\n`;
}

/** `base..limit`, both included, in `bits` address bits; exact below 2^53. */
function window(name: string, base: bigint, limit: bigint, bits: number, verbose: number): string {
  const disabled = base > limit;
  const digits = Math.ceil(bits / 4);
  const edge = (n: bigint): string => n.toString(16).padStart(digits, '0');
  const range = disabled && verbose < 3 ? '' : ` ${edge(base)}-${edge(limit)}`;
  const size = disabled ? ' [disabled]' : sizeText(Number(limit - base + 1n));
  return `\t${name}:${range}${size} [${String(bits)}-bit]\n`;
}

/** I/O, memory and prefetchable window of a PCI-to-PCI bridge. */
export function windowLines(f: ListedFunction, verbose: number): string {
  const [ioBase, ioLimit] = [byteAt(f, 0x1c), byteAt(f, 0x1d)];
  const [memBase, memLimit] = [wordAt(f, 0x20), wordAt(f, 0x22)];
  const [prefBase, prefLimit] = [wordAt(f, 0x24), wordAt(f, 0x26)];
  const ioType = ioBase & 15;
  const prefType = prefBase & 15;
  let text = '';
  if (ioType !== (ioLimit & 15) || ioType > 1) {
    text += `\t!!! Unknown I/O range types ${hex(ioBase)}/${hex(ioLimit)}\n`;
  } else {
    const upper = (at: number): bigint => (ioType === 1 ? BigInt(wordAt(f, at)) << 16n : 0n);
    const base = BigInt((ioBase & 0xf0) << 8) | upper(0x30);
    const limit = (BigInt((ioLimit & 0xf0) << 8) | upper(0x32)) + 0xfffn;
    text += window('I/O behind bridge', base, limit, ioType === 1 ? 32 : 16, verbose);
  }
  const low = (value: number): bigint => BigInt(value & 0xfff0) << 16n;
  if ((memBase & 15) !== 0 || (memLimit & 15) !== 0) {
    text += `\t!!! Unknown memory range types ${hex(memBase)}/${hex(memLimit)}\n`;
  } else {
    text += window('Memory behind bridge', low(memBase), low(memLimit) + 0xfffffn, 32, verbose);
  }
  if (prefType !== (prefLimit & 15) || prefType > 1) {
    text += `\t!!! Unknown prefetchable memory range types ${hex(prefBase)}/${hex(prefLimit)}\n`;
  } else {
    const upper = (at: number): bigint => (prefType === 1 ? BigInt(longAt(f, at)) << 32n : 0n);
    const base = low(prefBase) | upper(0x28);
    const limit = (low(prefLimit) | upper(0x2c)) + 0xfffffn;
    text += window('Prefetchable memory behind bridge', base, limit, prefType === 1 ? 64 : 32, verbose);
  }
  return text;
}

/** Memory and I/O windows of a CardBus bridge. */
export function cardBusLines(f: ListedFunction, verbose: number): string {
  const cmd = wordAt(f, 4);
  const control = wordAt(f, 0x3e);
  let text = '';
  for (let i = 0; i < 2; i++) {
    const base = longAt(f, 0x1c + 8 * i);
    const limit = (longAt(f, 0x20 + 8 * i) + 0xfff) >>> 0;
    const off = cmd & command.memory ? '' : ' [disabled]';
    const kind = control & (0x100 << i) ? ' (prefetchable)' : '';
    if (base <= limit || verbose > 1) {
      text += `\tMemory window ${String(i)}: ${hex(base, 8)}-${hex(limit, 8)}${off}${kind}\n`;
    }
  }
  for (let i = 0; i < 2; i++) {
    const raw = longAt(f, 0x2c + 8 * i);
    const keep = raw & 1 ? 0xfffffffc : 0xfffc;
    const base = (raw & keep) >>> 0;
    const limit = (((longAt(f, 0x30 + 8 * i) & keep) >>> 0) + 3) >>> 0;
    const off = cmd & command.io ? '' : ' [disabled]';
    if (base <= limit || verbose > 1) {
      text += `\tI/O window ${String(i)}: ${hex(base, 8)}-${hex(limit, 8)}${off}\n`;
    }
  }
  return text;
}
