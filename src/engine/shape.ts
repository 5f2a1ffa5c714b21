/** The immutable half of a function: reset values, masks, BARs and behaviour. Shared by all functions of one model. */
import type { Device } from './device.ts';

/** What the engine must do after (or before) an access to a config word; a sum of flags. */
export const Effect = {
  none: 0,
  /** A BAR, the ROM BAR or Command: BARs may map or unmap. */
  decode: 1,
  /** Secondary and subordinate numbers: routes change. */
  busNumbers: 2,
  /** Bridge windows and Bridge Control. */
  window: 4,
  /** The Command register: INTx Disable, Bus Master Enable. */
  command: 8,
  /** The model's `configWritten` wants to know. */
  written: 16,
  /** The model's `configRead` computes part of the value. */
  computed: 32,
} as const;

export type BarKind = 'io' | 'mem32' | 'mem64' | 'rom';

/** How a stretch of a BAR (or of fixed ports or memory) answers. Sizes are bytes per access. */
export interface Ops {
  readonly name: string;
  /** Access sizes that the device accepts; others read 0 (memory) and are dropped. Default: any up to 4. */
  readonly valid?: Sizes;
  /** Sizes that `read` and `write` handle; the engine splits and joins. Default 1–4. */
  readonly impl?: Sizes;
  /** The low word of the value; an 8-byte read leaves the high word in `device.machine.high`. */
  read(device: Device, offset: number, bytes: number): number;
  /** An 8-byte write finds the high word in `device.machine.high`. */
  write(device: Device, offset: number, value: number, bytes: number): void;
}

export interface Sizes {
  readonly min: number;
  readonly max: number;
  readonly unaligned?: boolean;
}

/** A stretch of a BAR. `ops` undefined: memory that the device holds (a framebuffer), kept as sparse pages. */
export interface Stretch {
  readonly from: number;
  readonly bytes: number;
  readonly ops?: Ops;
  /** The function has switched it off: what lies under it answers. Whoever changes that tells `machine.forgetPorts`. */
  readonly off?: (device: Device) => boolean;
}

export interface BarSpec {
  /** 0–5; 6 is the expansion ROM. */
  readonly index: number;
  readonly kind: BarKind;
  /** A power of two. */
  readonly bytes: number;
  readonly prefetchable: boolean;
  /** Byte offset of the register. */
  readonly at: number;
  /** Later ones lie over earlier ones; what none covers is unassigned. */
  readonly stretches: readonly Stretch[];
  /** ROM contents; the rest reads zero. */
  readonly contents?: Uint8Array;
  /** Registers that behave are modelled behind it (otherwise the Problems list says so). */
  readonly modelled: boolean;
}

/** Addresses that a function answers without a BAR: VGA's. Behind BARs, in the order given. */
export interface LegacyRange {
  readonly space: 'io' | 'memory';
  readonly from: number;
  readonly to: number;
  readonly ops: Ops;
}

/** What a model does when it is touched. State lives in words, never in the object. */
export interface Behaviour {
  /** After power-on or reset values are in place. */
  reset?(device: Device): void;
  /** After a write to a config word with the `written` effect; `old` is the word before. */
  configWritten?(device: Device, word: number, old: number, lanes: number, value: number): void;
  /** What a config word with the `computed` effect reads as, for a read of these lanes. */
  configRead?(device: Device, word: number, stored: number, lanes: number): number;
  /** Something on the bus below a bridge was plugged in or pulled out. */
  occupied?(device: Device): void;
  /** When its timer is due, virtual nanoseconds; undefined when it is not running. */
  deadline?(device: Device): number | undefined;
  /** Its timer is due. */
  expire?(device: Device): void;
}

/** Config offsets of capabilities that the engine itself acts on. */
export interface Capabilities {
  readonly msi?: number;
  readonly msix?: number;
  readonly express?: number;
  readonly pm?: number;
  /** Advanced Error Reporting. */
  readonly aer?: number;
  /** The model's private word at which the MSI-X table begins: 4 words a vector, then the pending bits. */
  readonly msixTable?: number;
  /** How many vectors the table has; Message Control may say fewer. */
  readonly msixVectors?: number;
  /** Single Root I/O Virtualization, in extended space. */
  readonly sriov?: number;
}

export interface Shape {
  /** Config words: 64, or 1024 with extended space. */
  readonly words: number;
  readonly reset: Int32Array;
  readonly write: Int32Array;
  readonly w1c: Int32Array;
  readonly effect: Uint8Array;
  /** Bits that a function reset returns to their reset value. */
  readonly resets: Int32Array;
  readonly bars: readonly BarSpec[];
  readonly header: 0 | 1 | 2;
  /** Sits on PCI Express: may have 4096 bytes of config space. */
  readonly express: boolean;
  /** For bridges: is the bus below PCI Express, and does a lone device 0 live there (a port)? */
  readonly below?: { readonly express: boolean; readonly oneDevice: boolean };
  /** For expanders: the root bus that comes with it, and its number. */
  readonly root?: { readonly express: boolean; readonly number: number };
  readonly legacy: readonly LegacyRange[];
  /** Reset values of the model's private words. */
  readonly privates: readonly number[];
  /** What returns them to those: any reset of the function (the default), only one of the whole machine, or none. */
  readonly privatesReset?: 'function' | 'machine' | 'never';
  /** Those of them that no reset returns, by index. */
  readonly survives?: ReadonlySet<number>;
  readonly caps: Capabilities;
  readonly behave: Behaviour;
}

/** The shape of nothing: what the chipset's own handle has. */
export const emptyShape: Shape = {
  words: 0,
  reset: new Int32Array(0),
  write: new Int32Array(0),
  w1c: new Int32Array(0),
  effect: new Uint8Array(0),
  resets: new Int32Array(0),
  bars: [],
  header: 0,
  express: false,
  legacy: [],
  privates: [],
  caps: {},
  behave: {},
};
