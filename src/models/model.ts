/** What a model is: everything that can be plugged in says this about itself. */
import type { Message } from '../base/problem.ts';
import type { Shape } from '../engine/shape.ts';

export type Kind =
  | 'host'
  | 'isa'
  | 'ide'
  | 'power'
  | 'bridge'
  | 'port'
  | 'network'
  | 'storage'
  | 'display'
  | 'sata'
  | 'smbus'
  | 'usb'
  | 'sound'
  | 'input'
  | 'serial'
  | 'system'
  | 'teaching'
  | 'unknown';

/** One `-device` property that shapes the function. */
export interface PropertySpec {
  readonly name: string;
  readonly kind: 'flag' | 'number' | 'size' | 'text' | 'choice' | 'mac';
  readonly choices?: readonly string[];
  /** For numbers: the least and the most. */
  readonly range?: readonly [number, number];
  /** There is no default: it must be given. */
  readonly required?: true;
  /** As QEMU defaults it; text as the command line would spell it. */
  readonly initial: string;
}

/** Where and how a model is being plugged in. */
export interface Context {
  /** The bus is PCI Express. */
  readonly express: boolean;
  /** The bus is a root bus. */
  readonly root: boolean;
  readonly multifunction: boolean;
  /** What was plugged in before, in order. */
  readonly before: readonly {
    readonly model: string;
    readonly id: string | undefined;
    readonly kind: Kind;
    readonly context: Context;
  }[];
  flag(name: string): boolean;
  number(name: string): number;
  text(name: string): string;
}

/** A function that comes with something else: with a machine, with an expander. */
export interface BuiltIn {
  readonly model: string;
  readonly kind: Kind;
  readonly devfn: number;
  readonly shape: Shape;
}

export interface Model {
  /** As QEMU spells it. */
  readonly id: string;
  readonly kind: Kind;
  /** The buses that it can sit on; `none`: it is no function, but something that others name. */
  readonly bus: 'conventional' | 'express' | 'either' | 'none';
  /** Besides those that every function has (`addr`, `bus`, `id`, `multifunction`, `romfile`, `rombar`). */
  readonly properties: readonly PropertySpec[];
  /** Why QEMU would refuse it with these properties at this place; undefined when it would not. */
  check?(context: Context): Message | undefined;
  shape(context: Context): Shape;
  /** What comes soldered to the bus behind it; that has its id for a name then. */
  behind?(context: Context): BuiltIn;
  /** The virtual functions (SR-IOV) that come with it: at most how many, and what each is. */
  virtual?(context: Context): { readonly count: number; readonly shape: Shape } | undefined;
}
