/** A machine in words: what a person draws, a command line builds, a dump imports and a link carries. */

/** A value of a `-device` property, as QEMU's command line spells it. */
export type Property = string;

/** One part to plug in. Order matters: free slots are handed out in this order, as QEMU does. */
export interface PartSpec {
  /** Model name as QEMU spells it: "e1000", "pcie-root-port". */
  readonly model: string;
  readonly id?: string;
  /** The bus to hang on: "pci.0", "pcie.0", or the id of a bridge. Missing: the newest root bus, which is an expander's if there is one. */
  readonly bus?: string;
  /** Device and function, "3.0" or "3". Missing: the lowest free slot. */
  readonly addr?: string;
  readonly properties?: Readonly<Record<string, Property>>;
  /** `false`: not there at power-on; a `plug` command puts it in. */
  readonly plugged?: false;
  /** The same again in every place of its bus that is free, as functions 0–7 of 32 devices. `addr` plays no part. */
  readonly fill?: true;
}

/** A function known only from its bytes: an imported dump. Unknown bytes are absent from `config` (shorter), never invented. */
export interface DumpedFunction {
  readonly domain: number;
  /** bus << 8 | device << 3 | function, as dumped. */
  readonly bdf: number;
  /** 64, 256 or 4096 bytes as a hex string, lower case, no spaces. */
  readonly config: string;
  /** BAR sizes that the dump's text told ("[size=128K]"), by BAR number (6 = expansion ROM). */
  readonly sizes?: Readonly<Record<number, number>>;
  /** The device's name as the dump's text gave it. */
  readonly name?: string;
}

/** A byte of a function's configuration space that a person made other than the model has it. */
export interface Override {
  /** The function's name on the board. */
  readonly part: string;
  readonly offset: number;
  /** What the byte comes up as. */
  readonly reset?: number;
  /** The bits of it that a write reaches. */
  readonly mask?: number;
}

export interface Scenario {
  readonly title: string;
  /** `pc` = i440FX + PIIX3, `q35` = MCH + ICH9, `dump` = a host bridge that knows only what was dumped. */
  readonly machine: 'pc' | 'q35' | 'dump';
  /** RAM, MiB. */
  readonly ram: number;
  /** Whose rules apply where QEMU deviates from the specifications. */
  readonly authentic: 'qemu' | 'spec';
  readonly parts: readonly PartSpec[];
  /** For `dump`. */
  readonly functions?: readonly DumpedFunction[];
  /** Silicon that differs from its model. */
  readonly overrides?: readonly Override[];
}
