/** What lspci lists: functions known by their place and their bytes. */
import { formatBdf } from '../../pci/bdf.ts';
import type { DumpedFunction } from '../../scenario/scenario.ts';

export interface ListedFunction {
  readonly domain: number;
  /** bus << 8 | device << 3 | function. */
  readonly bdf: number;
  /** 64, 256 or 4096 bytes. */
  readonly config: Uint8Array;
  /** BAR sizes where they are known, by BAR number (6 = expansion ROM). */
  readonly sizes?: Readonly<Record<number, number>>;
  /** The interrupt that the system routed it to; missing: what Interrupt Line says. */
  readonly irq?: number;
}

/** Bytes of a hex string; a digit that is none ends it. */
export function bytesOf(text: string): Uint8Array {
  const digits = /^(?:[0-9a-f]{2})*/i.exec(text)?.[0] ?? '';
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) =>
    Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  );
}

export const listedFromDump = (dumped: DumpedFunction): ListedFunction => ({
  domain: dumped.domain,
  bdf: dumped.bdf,
  config: bytesOf(dumped.config),
  ...(dumped.sizes ? { sizes: dumped.sizes } : {}),
});

/** Little-endian values of a function's configuration space; bytes that are not known read as zero. */
export const byteAt = (f: ListedFunction, at: number): number => f.config[at] ?? 0;
export const wordAt = (f: ListedFunction, at: number): number => byteAt(f, at) | (byteAt(f, at + 1) << 8);
/** Unsigned. */
export const longAt = (f: ListedFunction, at: number): number =>
  (wordAt(f, at) | (wordAt(f, at + 2) << 16)) >>> 0;

/** Are the `bytes` bytes from `at` known? */
export const isKnown = (f: ListedFunction, at: number, bytes: number): boolean =>
  at + bytes <= f.config.length;

/** "00:1f.2", with the domain "0000:00:1f.2". */
export function slotText(f: { readonly domain: number; readonly bdf: number }, withDomain: boolean): string {
  return formatBdf(f.bdf, withDomain ? f.domain : undefined);
}

/** In lspci's order: domain, bus, device, function. */
export const sorted = <F extends { readonly domain: number; readonly bdf: number }>(
  list: readonly F[],
): F[] => list.toSorted((a, b) => a.domain - b.domain || a.bdf - b.bdf);
