/** Sizing, as every program does it: ones in, mask out, the old value back. */
import type { ConfigAccess } from './config-access.ts';

export interface Sized {
  readonly io: boolean;
  readonly wide: boolean;
  readonly prefetchable: boolean;
  /** 0: there is no BAR. */
  readonly bytes: number;
  /** The register as it was; its upper half for a 64-bit BAR. */
  readonly old: number;
  readonly oldHigh: number;
}

/** Sizes BAR `bar`. Whether it may decode meanwhile is the caller's affair. */
export function sizeBar(config: ConfigAccess, bdf: number, bar: number): Sized {
  const at = 0x10 + 4 * bar;
  const old = config.read(bdf, at, 4);
  const low = ones(config, bdf, at, old);
  const io = (low & 1) !== 0;
  const wide = !io && (low & 6) === 4;
  const oldHigh = wide ? config.read(bdf, at + 4, 4) : 0;
  const high = wide ? ones(config, bdf, at + 4, oldHigh) : 0xffff_ffff;
  // an I/O BAR may leave its upper half at zero: ports have 16 bits
  const mask = (io ? (low & ~3) | 0xffff_0000 : low & ~15) >>> 0;
  const above = ((~high >>> 0) + (mask === 0 ? 1 : 0)) % 0x1_0000_0000;
  const bytes = low === 0 ? 0 : (wide ? above * 0x1_0000_0000 : 0) + (-mask >>> 0);
  return { io, wide, prefetchable: !io && (low & 8) !== 0, bytes, old, oldHigh };
}

/** Writes ones, reads which of them stay, writes the old value back. */
function ones(config: ConfigAccess, bdf: number, at: number, old: number): number {
  config.write(bdf, at, 0xffff_ffff, 4);
  const mask = config.read(bdf, at, 4);
  config.write(bdf, at, old, 4);
  return mask;
}
