/** QEMU's trace of memory regions, line by line, into configuration accesses and SeaBIOS's debug log. */
import { formatBdf } from '../../pci/bdf.ts';
import type { Access, Recording } from '../bios-run.ts';

/** The events to trace, and the port that SeaBIOS prints to. */
export const tracedEvents = ['memory_region_ops_read', 'memory_region_ops_write'] as const;
export const debugPort = 0x402;

const pattern =
  /^memory_region_ops_(read|write) cpu (-?\d+) mr \S+ addr (0x[\da-f]+) value (0x[\da-f]+) size (\d) name '(.*)'$/;

export class TraceReader {
  readonly trace: Access[] = [];
  /** Each line and the count of accesses before it; the last may still grow. */
  readonly log: [number, string][] = [];
  #latch = 0;
  #open = false;

  /** Takes a line; false when it is none of the trace. */
  line(text: string): boolean {
    const [, verb, cpu, address = '', data = '', bytes, region] = pattern.exec(text) ?? [];
    if (verb === undefined) return false;
    // CPU -1 is what qtest asks
    if (cpu !== '-1') this.#take(verb === 'write', Number(address), Number(data), Number(bytes), region);
    return true;
  }

  #take(write: boolean, address: number, value: number, bytes: number, region: string | undefined): void {
    if (region === 'isa-debugcon' && write) this.#print(value);
    else if (region === 'pci-conf-idx' && write && bytes === 4) this.#latch = value;
    else if (region === 'pci-conf-data' && this.#latch >= 0x8000_0000) {
      const at = (this.#latch & 0xff) | (address & 3);
      this.#access(write, (this.#latch >>> 8) & 0xffff, at, value, bytes, 'cf8');
    } else if (region === 'pcie-mmcfg-mmio') {
      this.#access(write, (address >>> 12) & 0xffff, address & 0xfff, value, bytes, 'ecam');
    }
  }

  #access(write: boolean, bdf: number, at: number, value: number, bytes: number, via: Access[5]): void {
    // where nothing answers, the trace says 32 ones whatever the size
    const seen = value % 2 ** (8 * bytes);
    this.trace.push([write ? 'w' : 'r', formatBdf(bdf), at, seen, bytes, via]);
  }

  #print(byte: number): void {
    if (byte === 10) {
      if (!this.#open) this.log.push([this.trace.length, '']);
      this.#open = false;
      return;
    }
    const last = this.log.at(-1);
    const character = String.fromCharCode(byte);
    if (this.#open && last) last[1] += character;
    else this.log.push([this.trace.length, character]);
    this.#open = true;
  }
}

/** Every function that answered when its vendor was asked for, in order. */
export function presentFunctions(trace: readonly Access[]): string[] {
  const present = trace.filter(
    ([op, , at, value, bytes]) => op === 'r' && at === 0 && value !== 0 && value !== 2 ** (8 * bytes) - 1,
  );
  return [...new Set(present.map(([, bdf]) => bdf))].toSorted();
}

type Story = Pick<Recording, 'log' | 'trace'>;

const start = /^=== PCI bus & bridge init ===/;
const outOfSpace = /^PCI: out of .*address space/;
/** The last words of PCI set-up, and how many accesses follow them. */
const ends: readonly (readonly [line: RegExp, after: number])[] = [
  [/^PCI: (No VGA devices found|Using .* for primary VGA)/, 0],
  [/^PCI: Enabling .* for primary VGA/, 2],
  [/^PCI: Setting VGA enable/, 4],
];

/** Whether the firmware waits for good: at its boot menu, or because it gave up. */
export const isWaiting = (text: string): boolean =>
  text === 'Press ESC for boot menu.' || outOfSpace.test(text);

/** The accesses since PCI set-up began. */
export const setUpSoFar = ({ log, trace }: Story): readonly Access[] =>
  trace.slice(log.find(([, text]) => start.test(text))?.[0] ?? trace.length);

/** The accesses of PCI set-up, which ends early if addresses do not suffice; undefined if the log tells of no end. */
export function setUpOf(story: Story): readonly Access[] | undefined {
  const { log, trace } = story;
  const all = setUpSoFar(story);
  if (gaveUp(story)) return all;
  const [n, text] = log.findLast(([, line]) => ends.some(([end]) => end.test(line))) ?? [];
  if (n === undefined || text === undefined) return undefined;
  const after = ends.find(([end]) => end.test(text))?.[1] ?? 0;
  return all.slice(0, n + after - (trace.length - all.length));
}

/** Whether the firmware stopped for want of addresses. */
export const gaveUp = ({ log }: Pick<Story, 'log'>): boolean => log.some(([, text]) => outOfSpace.test(text));
