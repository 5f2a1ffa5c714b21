/** From a function's bytes to what QEMU's `info pci` tells of it. Mapping rules: `pci_bar_address` of QEMU 7.2, `hw/pci/pci.c`. */
import { byteAt, longAt, wordAt } from './lspci/listed.ts';
import type { ListedFunction } from './lspci/listed.ts';
import type { InfoBar, InfoBridge, InfoFunction } from './qemu-info.ts';

const top32 = 2 ** 32 - 1;

/** Where QEMU decodes a BAR now; undefined: nowhere. */
function mappedAt(f: ListedFunction, index: number, bytes: number): number | undefined {
  const isBridge = (byteAt(f, 0x0e) & 0x7f) === 1;
  const at = index === 6 ? (isBridge ? 0x38 : 0x30) : 0x10 + 4 * index;
  const raw = longAt(f, at);
  const isRom = index === 6;
  const isIo = !isRom && (raw & 1) === 1;
  const isWide = !isRom && !isIo && (raw & 6) === 4;
  if (!(wordAt(f, 4) & (isIo ? 1 : 2)) || (isRom && !(raw & 1))) return undefined;
  const address = (isWide ? longAt(f, at + 4) * 2 ** 32 : 0) + raw;
  const from = address - (address % bytes);
  const to = from + bytes - 1;
  if (from === 0 || to > (isIo ? 0xffff : isWide ? Infinity : top32 - 1)) return undefined;
  return from;
}

/** The BARs whose sizes are known. */
function barsOf(f: ListedFunction): InfoBar[] {
  const bars: InfoBar[] = [];
  for (let index = 0; index <= 6; index++) {
    const bytes = f.sizes?.[index];
    if (bytes === undefined || bytes === 0) continue;
    const raw = index === 6 ? 0 : longAt(f, 0x10 + 4 * index);
    const isIo = (raw & 1) === 1;
    const from = mappedAt(f, index, bytes);
    bars.push({
      index,
      kind: isIo ? 'io' : 'memory',
      wide: !isIo && (raw & 6) === 4,
      prefetchable: !isIo && (raw & 8) === 8,
      bytes,
      ...(from === undefined ? {} : { from }),
    });
  }
  return bars;
}

function bridgeOf(f: ListedFunction): InfoBridge {
  const isWideIo = (byteAt(f, 0x1c) & 15) === 1;
  const isWide = (wordAt(f, 0x24) & 15) === 1;
  const io = (at: number, upper: number): number =>
    ((byteAt(f, at) & 0xf0) << 8) + (isWideIo ? wordAt(f, upper) * 0x10000 : 0);
  const memory = (at: number): number => (wordAt(f, at) & 0xfff0) * 0x10000;
  const upper = (at: number): number => (isWide ? longAt(f, at) * 2 ** 32 : 0);
  return {
    primary: byteAt(f, 0x18),
    secondary: byteAt(f, 0x19),
    subordinate: byteAt(f, 0x1a),
    io: { from: io(0x1c, 0x30), to: io(0x1d, 0x32) + 0xfff },
    memory: { from: memory(0x20), to: memory(0x22) + 0xfffff },
    prefetchable: { from: memory(0x24) + upper(0x28), to: memory(0x26) + upper(0x2c) + 0xfffff },
  };
}

/** `id` is what the part was plugged in as. */
export function infoOf(f: ListedFunction, id = ''): InfoFunction {
  const type = byteAt(f, 0x0e) & 0x7f;
  const subsystem = type === 0 ? 0x2c : 0x40;
  const pin = byteAt(f, 0x3d);
  return {
    bdf: f.bdf,
    classCode: wordAt(f, 0x0a),
    vendor: wordAt(f, 0),
    device: wordAt(f, 2),
    ...(type === 1 ? {} : { subsystem: { vendor: wordAt(f, subsystem), device: wordAt(f, subsystem + 2) } }),
    ...(pin === 0 ? {} : { interrupt: { line: byteAt(f, 0x3c), pin } }),
    bars: barsOf(f),
    ...(type === 1 ? { bridge: bridgeOf(f) } : {}),
    id,
  };
}
