/** How a model declares a function: ids, BARs, capabilities. Masks follow QEMU's defaults (hw/pci/pci.c: pci_init_*mask). */
import { assert } from '../base/assert.ts';
import { isPowerOfTwo, lanes } from '../base/bits.ts';
import {
  Effect,
  type BarKind,
  type Behaviour,
  type Capabilities,
  type LegacyRange,
  type Shape,
  type Stretch,
} from './shape.ts';

export interface Identity {
  readonly vendor: number;
  readonly device: number;
  readonly revision?: number;
  /** 24 bits: base class, subclass, programming interface. */
  readonly classCode: number;
  readonly subsystemVendor?: number;
  readonly subsystem?: number;
  readonly header?: 0 | 1;
  readonly multifunction?: boolean;
  /** Interrupt pin: 1 = INTA … 4 = INTD, 0 = none. */
  readonly pin?: number;
  /** Has 4096 bytes of config space. */
  readonly express?: boolean;
  /** A virtual function: its BARs are programmed in the physical one's SR-IOV capability. */
  readonly virtual?: boolean;
  readonly below?: Shape['below'];
  readonly root?: Shape['root'];
}

export interface BarOptions {
  readonly prefetchable?: boolean;
  readonly stretches?: readonly Stretch[];
  readonly contents?: Uint8Array;
  readonly modelled?: boolean;
}

type Written = NonNullable<Behaviour['configWritten']>;
type ResetBy = NonNullable<Shape['privatesReset']>;

export class ShapeBuilder {
  readonly reset: Int32Array;
  readonly write: Int32Array;
  readonly w1c: Int32Array;
  private readonly effect: Uint8Array;
  private readonly resets: Int32Array;
  private readonly bars: Shape['bars'][number][] = [];
  private readonly legacyRanges: LegacyRange[] = [];
  private readonly caps: { -readonly [K in keyof Capabilities]: Capabilities[K] } = {};
  private readonly id: Identity;
  private readonly words: number;
  private initial: readonly number[] = [];
  private survivors: ReadonlySet<number> = new Set();
  private privatesReset: ResetBy = 'function';
  private behaviour: Behaviour = {};
  private readonly reactions: Written[] = [];

  constructor(id: Identity) {
    this.id = id;
    this.words = id.express ? 1024 : 64;
    this.reset = new Int32Array(this.words);
    this.write = new Int32Array(this.words);
    this.w1c = new Int32Array(this.words);
    this.effect = new Uint8Array(this.words);
    this.resets = new Int32Array(this.words);
    const bridge = id.header === 1;
    this.word(0x00, (id.device << 16) | id.vendor);
    this.word(0x04, 0, 0x0507, 0xf900_0000 | 0);
    this.word(0x08, (id.classCode << 8) | (id.revision ?? 0));
    this.word(0x0c, ((bridge ? 1 : 0) | (id.multifunction ? 0x80 : 0)) << 16, bridge ? 0xff : 0xff);
    this.word(0x3c, (id.pin ?? 0) << 8, 0xff);
    this.resets.set([0, 0xf900_0507 | 0, 0, 0xff], 0);
    this.resets[15] = 0xff;
    this.effect[1] = Effect.decode | Effect.command;
    if (bridge) this.bridge();
    else if (id.subsystem !== undefined || id.subsystemVendor !== undefined) {
      this.word(0x2c, ((id.subsystem ?? 0) << 16) | (id.subsystemVendor ?? 0));
    } else this.word(0x2c, (0x1100 << 16) | 0x1af4);
    // unclaimed device-specific space is scratch memory in QEMU; a capability takes its bytes back
    for (let i = 16; i < this.words; i++) this.write[i] = -1;
  }

  private bridge(): void {
    this.word(0x18, 0, 0xffff_ffff | 0);
    this.word(0x1c, 0, 0xf0f0, 0xf900_0000 | 0);
    this.word(0x20, 0, 0xfff0_fff0 | 0);
    this.word(0x24, 0x0001_0001, 0xfff0_fff0 | 0);
    this.word(0x28, 0, -1);
    this.word(0x2c, 0, -1);
    this.word(0x3c, (this.id.pin ?? 0) << 8, 0x0bff_00ff, 0x0400_0000);
    for (const i of [6, 7, 8, 9, 10, 11, 12]) this.resets[i] = (this.write[i] ?? 0) | (this.w1c[i] ?? 0);
    this.resets[15] = (this.write[15] ?? 0) | (this.w1c[15] ?? 0);
    this.effect[1] = Effect.decode | Effect.command | Effect.window;
    this.effect[6] = Effect.busNumbers;
    for (const i of [7, 8, 9, 10, 11, 12, 15]) this.effect[i] = Effect.window;
  }

  /** Sets a whole config word: reset value, writable bits, write-1-to-clear bits. `at` is a byte offset. */
  word(at: number, reset: number, write = 0, w1c = 0): this {
    const i = at >> 2;
    this.reset[i] = reset;
    this.write[i] = write;
    this.w1c[i] = w1c;
    return this;
  }

  /** Sets 1–4 bytes within a word, leaving the rest as it is. */
  field(at: number, bytes: number, reset: number, write = 0, w1c = 0): this {
    const i = at >> 2;
    const shift = (at & 3) * 8;
    const mask = lanes(at & 3, bytes);
    const merge = (column: Int32Array, value: number): void => {
      column[i] = ((column[i] ?? 0) & ~mask) | ((value << shift) & mask);
    };
    merge(this.reset, reset);
    merge(this.write, write);
    merge(this.w1c, w1c);
    return this;
  }

  /** Config bits that a function reset returns to their reset value. */
  resetting(at: number, bits: number): this {
    this.resets[at >> 2] = (this.resets[at >> 2] ?? 0) | bits;
    return this;
  }

  /** The model's `configWritten` hears of writes to this word. */
  watch(at: number): this {
    this.effect[at >> 2] = (this.effect[at >> 2] ?? 0) | Effect.written;
    return this;
  }

  /** Besides the model's own `configWritten`, and before it: what a capability does when its words are written. */
  react(written: Written): this {
    this.reactions.push(written);
    return this;
  }

  /** The model's `configRead` computes this word. */
  compute(at: number): this {
    this.effect[at >> 2] = (this.effect[at >> 2] ?? 0) | Effect.computed;
    return this;
  }

  bar(index: number, kind: BarKind, bytes: number, options: BarOptions = {}): this {
    assert(isPowerOfTwo(bytes), `BAR${String(index)}: ${String(bytes)} is not a power of two`);
    const at = kind === 'rom' ? (this.id.header === 1 ? 0x38 : 0x30) : 0x10 + index * 4;
    const prefetchable = options.prefetchable ?? false;
    if (this.id.virtual !== true) this.barRegister(at, kind, bytes, prefetchable);
    this.bars.push({
      index,
      kind,
      bytes,
      prefetchable,
      at,
      stretches: options.stretches ?? [],
      modelled: options.modelled ?? options.stretches !== undefined,
      ...(options.contents ? { contents: options.contents } : {}),
    });
    return this;
  }

  private barRegister(at: number, kind: BarKind, bytes: number, prefetchable: boolean): void {
    const type = kind === 'io' ? 1 : (kind === 'mem64' ? 4 : 0) | (prefetchable ? 8 : 0);
    const mask = bytes > 0x8000_0000 ? 0 : ~(bytes - 1);
    this.word(at, type, mask | (kind === 'rom' ? 1 : 0));
    this.resets[at >> 2] = mask | (kind === 'rom' ? 1 : 0);
    this.effect[at >> 2] = (this.effect[at >> 2] ?? 0) | Effect.decode;
    if (kind === 'mem64') {
      const upper = bytes > 0x1_0000_0000 ? ~(bytes / 0x1_0000_0000 - 1) : -1;
      this.word(at + 4, 0, upper);
      this.resets[(at >> 2) + 1] = upper;
      this.effect[(at >> 2) + 1] = (this.effect[(at >> 2) + 1] ?? 0) | Effect.decode;
    }
  }

  /**
   * Puts a capability at `at` and links it in front of the list, as QEMU does: the last one added is found first.
   * Its bytes become read-only; `field` then opens what is writable.
   */
  capability(id: number, at: number, bytes: number): this {
    const next = (this.reset[13] ?? 0) & 0xff;
    this.reset[1] = (this.reset[1] ?? 0) | 0x0010_0000;
    for (let i = at; i < at + bytes; i++) this.field(i, 1, 0);
    this.field(at, 1, id)
      .field(at + 1, 1, next)
      .field(0x34, 1, at);
    if (id === 0x05) this.caps.msi = at;
    if (id === 0x11) this.caps.msix = at;
    if (id === 0x10) this.caps.express = at;
    if (id === 0x01) this.caps.pm = at;
    return this;
  }

  /** The MSI-X table begins at the model's private word `own`. */
  msixTable(own: number, vectors: number): this {
    this.caps.msixTable = own;
    this.caps.msixVectors = vectors;
    return this;
  }

  private lastExtended = 0;

  /** Puts an extended capability at `at`, at the end of the list; the first must be at 0x100. */
  extended(id: number, version: number, at: number, bytes: number): this {
    for (let i = at; i < at + bytes; i += 4) this.word(i, 0);
    this.word(at, id | (version << 16));
    if (this.lastExtended !== 0) {
      const i = this.lastExtended >> 2;
      this.reset[i] = ((this.reset[i] ?? 0) & 0x000f_ffff) | (at << 20);
    }
    this.lastExtended = at;
    if (id === 0x10) this.caps.sriov = at;
    if (id === 0x01) this.caps.aer = at;
    return this;
  }

  legacy(...ranges: LegacyRange[]): this {
    this.legacyRanges.push(...ranges);
    return this;
  }

  /** What the model does when touched, and the reset values of its private words. */
  behave(behaviour: Behaviour, privates: readonly number[] = [], resetBy: ResetBy = 'function'): this {
    this.behaviour = behaviour;
    this.initial = privates;
    this.privatesReset = resetBy;
    return this;
  }

  /** Private words (by index) that no reset returns to their reset values. */
  surviving(words: Iterable<number>): this {
    this.survivors = new Set(words);
    return this;
  }

  done(): Shape {
    return {
      words: this.words,
      reset: this.reset,
      write: this.write,
      w1c: this.w1c,
      effect: this.effect,
      resets: this.resets,
      // QEMU maps them in the order of their numbers, the ROM last
      bars: this.bars.toSorted((a, b) => a.index - b.index),
      header: this.id.header ?? 0,
      express: this.id.express ?? false,
      ...(this.id.below ? { below: this.id.below } : {}),
      ...(this.id.root ? { root: this.id.root } : {}),
      legacy: this.legacyRanges,
      privates: this.initial,
      privatesReset: this.privatesReset,
      survives: this.survivors,
      caps: this.caps,
      behave: this.reactions.length === 0 ? this.behaviour : this.reacting(),
    };
  }

  private reacting(): Behaviour {
    const { behaviour, reactions } = this;
    const configWritten: Written = (...written) => {
      for (const reaction of reactions) reaction(...written);
      behaviour.configWritten?.(...written);
    };
    return { ...behaviour, configWritten };
  }
}
