/** What QEMU's monitor prints for `info pci` and `info mtree -f`. Wording: QEMU 7.2, `monitor/hmp-cmds.c`, `softmmu/memory.c`. */
import { hex, hex0x } from '../base/hex.ts';

/** Addresses are exact up to 2^53; both ends are included, a closed window has `from` above `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface InfoBar {
  /** 6 is the expansion ROM. */
  readonly index: number;
  readonly kind: 'io' | 'memory';
  /** 64 bits wide. */
  readonly wide: boolean;
  readonly prefetchable: boolean;
  readonly bytes: number;
  /** Where it is decoded now; missing: nowhere, which QEMU shows as all ones. */
  readonly from?: number;
}

export interface InfoBridge {
  readonly primary: number;
  readonly secondary: number;
  readonly subordinate: number;
  readonly io: Range;
  readonly memory: Range;
  readonly prefetchable: Range;
}

export interface InfoFunction {
  readonly bdf: number;
  /** Base class << 8 | subclass. */
  readonly classCode: number;
  readonly vendor: number;
  readonly device: number;
  /** Missing: a bridge, which has none in its header. */
  readonly subsystem?: { readonly vendor: number; readonly device: number };
  /** Pin 1 is A; missing: no pin. */
  readonly interrupt?: { readonly line: number; readonly pin: number };
  readonly bars: readonly InfoBar[];
  readonly bridge?: InfoBridge;
  /** The `id=` it was plugged in with, or nothing. */
  readonly id: string;
}

/** QEMU's own words, which are not those of the list of PCI ids. */
const classes: ReadonlyMap<number, string> = new Map([
  [0x0001, 'VGA controller'],
  [0x0100, 'SCSI controller'],
  [0x0101, 'IDE controller'],
  [0x0102, 'Floppy controller'],
  [0x0103, 'IPI controller'],
  [0x0104, 'RAID controller'],
  [0x0106, 'SATA controller'],
  [0x0107, 'SAS controller'],
  [0x0180, 'Storage controller'],
  [0x0200, 'Ethernet controller'],
  [0x0201, 'Token Ring controller'],
  [0x0202, 'FDDI controller'],
  [0x0203, 'ATM controller'],
  [0x0280, 'Network controller'],
  [0x0300, 'VGA controller'],
  [0x0301, 'XGA controller'],
  [0x0302, '3D controller'],
  [0x0380, 'Display controller'],
  [0x0400, 'Video controller'],
  [0x0401, 'Audio controller'],
  [0x0402, 'Phone'],
  [0x0403, 'Audio controller'],
  [0x0480, 'Multimedia controller'],
  [0x0500, 'RAM controller'],
  [0x0501, 'Flash controller'],
  [0x0580, 'Memory controller'],
  [0x0600, 'Host bridge'],
  [0x0601, 'ISA bridge'],
  [0x0602, 'EISA bridge'],
  [0x0603, 'MC bridge'],
  [0x0604, 'PCI bridge'],
  [0x0605, 'PCMCIA bridge'],
  [0x0606, 'NUBUS bridge'],
  [0x0607, 'CARDBUS bridge'],
  [0x0608, 'RACEWAY bridge'],
  [0x0680, 'Bridge'],
  [0x0700, 'Serial port'],
  [0x0701, 'Parallel port'],
  [0x0800, 'Interrupt controller'],
  [0x0801, 'DMA controller'],
  [0x0802, 'Timer'],
  [0x0803, 'RTC'],
  [0x0900, 'Keyboard'],
  [0x0901, 'Pen'],
  [0x0902, 'Mouse'],
  [0x0a00, 'Dock station'],
  [0x0b00, 'i386 cpu'],
  [0x0c00, 'Firewire controller'],
  [0x0c01, 'Access bus controller'],
  [0x0c02, 'SSA controller'],
  [0x0c03, 'USB controller'],
  [0x0c04, 'Fibre channel controller'],
  [0x0c05, 'SMBus'],
]);

const ids = (vendor: number, device: number): string => `${hex(vendor, 4)}:${hex(device, 4)}`;
const rangeText = (range: Range, digits: number): string =>
  `[${hex0x(range.from, digits)}, ${hex0x(range.to, digits)}]`;

function barText(bar: InfoBar): string {
  const digits = bar.kind === 'io' ? 4 : 8;
  // QEMU adds the size to all ones, and the sum wraps around.
  const from = bar.from === undefined ? `0x${'f'.repeat(16)}` : hex0x(bar.from, digits);
  const to = hex0x(bar.from === undefined ? bar.bytes - 2 : bar.from + bar.bytes - 1, digits);
  const what =
    bar.kind === 'io'
      ? 'I/O'
      : `${bar.wide ? '64' : '32'} bit${bar.prefetchable ? ' prefetchable' : ''} memory`;
  return `      BAR${String(bar.index)}: ${what} at ${from} [${to}].\n`;
}

function functionText(f: InfoFunction): string {
  const decimal = (n: number, width: number): string => String(n).padStart(width);
  const place = `Bus ${decimal(f.bdf >> 8, 2)}, device ${decimal((f.bdf >> 3) & 31, 3)}, function ${String(f.bdf & 7)}`;
  // QEMU prints the number of an unknown class in decimal.
  const name = classes.get(f.classCode) ?? `Class ${String(f.classCode).padStart(4, '0')}`;
  let text = `  ${place}:\n    ${name}: PCI device ${ids(f.vendor, f.device)}\n`;
  if (f.subsystem) text += `      PCI subsystem ${ids(f.subsystem.vendor, f.subsystem.device)}\n`;
  if (f.interrupt) {
    const pin = String.fromCodePoint((0x40 + f.interrupt.pin) & 0xff);
    text += `      IRQ ${String(f.interrupt.line)}, pin ${pin}\n`;
  }
  if (f.bridge) {
    text += `      BUS ${String(f.bridge.primary)}.\n`;
    text += `      secondary bus ${String(f.bridge.secondary)}.\n`;
    text += `      subordinate bus ${String(f.bridge.subordinate)}.\n`;
    text += `      IO range ${rangeText(f.bridge.io, 4)}\n`;
    text += `      memory range ${rangeText(f.bridge.memory, 8)}\n`;
    text += `      prefetchable memory range ${rangeText(f.bridge.prefetchable, 8)}\n`;
  }
  return `${text}${f.bars.map(barText).join('')}      id "${f.id}"\n`;
}

/** `info pci`: the root buses, the highest first, what is behind a bridge right after it. */
export function infoPci(functions: readonly InfoFunction[]): string {
  const list = functions.toSorted((a, b) => a.bdf - b.bdf);
  const behind = new Set(list.flatMap((f) => f.bridge?.secondary ?? []));
  const told = new Set<InfoFunction>();
  const tell = (f: InfoFunction): string => {
    if (told.has(f)) return '';
    told.add(f);
    const secondary = f.bridge?.secondary ?? 0;
    const below = secondary === 0 ? [] : list.filter((other) => other.bdf >> 8 === secondary);
    return functionText(f) + below.map(tell).join('');
  };
  const roots = list.filter((f) => f.bdf >> 8 === 0 || !behind.has(f.bdf >> 8));
  // QEMU tells of the host bridge made last first; expander buses usually count upwards.
  roots.sort((a, b) => (b.bdf >> 8) - (a.bdf >> 8) || a.bdf - b.bdf);
  return [...roots, ...list].map(tell).join('');
}

/** A piece of an address space as the CPU sees it. */
export interface FlatRange extends Range {
  /** As QEMU says it: "ram", "rom", "i/o", "romd", "ramd". */
  readonly kind: string;
  readonly name: string;
  /** Where in the region the piece starts. */
  readonly offset?: number;
  readonly priority?: number;
}

export interface FlatView {
  /** Address spaces that share the view, each with the name of its root region. */
  readonly spaces: readonly { readonly name: string; readonly root: string }[];
  readonly root: string;
  readonly ranges: readonly FlatRange[];
}

function flatRangeText(range: FlatRange): string {
  const offset = range.offset === undefined || range.offset === 0 ? '' : ` @${hex(range.offset, 16)}`;
  const place = `${hex(range.from, 16)}-${hex(range.to, 16)}`;
  return `  ${place} (prio ${String(range.priority ?? 0)}, ${range.kind}): ${range.name}${offset}\n`;
}

/** `info mtree -f`. */
export const infoMtree = (views: readonly FlatView[]): string =>
  views
    .map((view, i) => {
      const spaces = view.spaces.map(({ name, root }) => ` AS "${name}", root: ${root}\n`).join('');
      const ranges =
        view.ranges.length === 0 ? '  No rendered FlatView\n' : view.ranges.map(flatRangeText).join('');
      return `FlatView #${String(i)}\n${spaces} Root memory region: ${view.root}\n${ranges}\n`;
    })
    .join('');
