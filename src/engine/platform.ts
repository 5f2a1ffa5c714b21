/** What surrounds the PCI buses: the chipset's fixed ports and memory, RAM, and what PIRQ lines lead to. */
import type { Ops } from './shape.ts';
import type { Machine } from './machine.ts';

/** A stretch of I/O ports or memory that the chipset answers itself. */
export interface FixedRange {
  readonly space: 'io' | 'memory';
  readonly from: number;
  readonly to: number;
  readonly ops: Ops;
  /** For stretches that a register moves or switches off: what to add to `from` and `to` now, or -1 when it is off. */
  readonly moves?: (machine: Machine) => number;
}

/** What lies at a physical address before PCI is asked. */
export const Under = {
  /** PCI, and nothing behind it. */
  pci: 0,
  /** RAM answers. */
  ram: 1,
  /** PCI is asked first, RAM answers what nobody claims (the VGA hole without a card). */
  pciOverRam: 2,
  /** RAM answers reads; writes are dropped. */
  ramReadOnly: 3,
} as const;
export type Under = (typeof Under)[keyof typeof Under];

export interface Platform {
  readonly id: 'pc' | 'q35' | 'dump';
  /** Has CONFIG_ADDRESS and CONFIG_DATA ports. */
  readonly mechanism1: boolean;
  /** Reset values of its private words. */
  readonly privates: readonly number[];
  /** Private words that a CF9 or system reset leaves alone, by index. */
  readonly survives: ReadonlySet<number>;
  /** Asked before RAM and PCI (memory) or after PCI (I/O). */
  readonly fixed: readonly FixedRange[];
  /** What is at `address`; sets `machine.claim.offset` (into RAM) and `.left` (bytes for which the answer holds). */
  under(machine: Machine, address: number): Under;
  /** Offset into the ECAM window at `address`, or -1; `left` as above. */
  ecam(machine: Machine, address: number): number;
  /** Firmware ROM inside PCI memory space, behind every BAR: offset, or -1. */
  rom(machine: Machine, address: number): number;
  /** The stretches of memory that are not PCI, for the address map. */
  map(machine: Machine): readonly MapRange[];
  /** A root interrupt pin (0–3, after swizzling to the root bus) of device `slot` changed. */
  interrupt(machine: Machine, slot: number, pin: number, level: boolean): void;
  /** Levels of the I/O APIC's inputs, one bit each; `word` gives the platform's private words. */
  inputs?(word: (n: number) => number): number;
  /** After reset values are in place. */
  reset?(machine: Machine): void;
  /** A function was plugged in while the machine runs. */
  plugged?(machine: Machine, fn: number): void;
  /** Somebody outside wants a function to leave: the guest is told, if it can be. */
  leave?(machine: Machine, fn: number): void;
}

export interface MapRange {
  readonly space: 'io' | 'memory';
  readonly from: number;
  /** Last address, included. */
  readonly to: number;
  readonly kind: 'ram' | 'rom' | 'ecam' | 'apic' | 'fixed';
  readonly name: string;
}
