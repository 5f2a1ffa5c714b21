/** The board: what is soldered to what. Static for a session; bus *numbers* are state, buses are wires. */
import { assert, at } from '../base/assert.ts';
import type { Platform } from './platform.ts';
import type { Shape } from './shape.ts';

/** One function on the board. Its index in `board.parts` is its identity (FunctionIndex); its BDF is what software makes of it. */
export interface Part {
  /** The id a person gave, or the model's name with its place: "e1000@3.0". Unique. */
  readonly path: string;
  /** Model name as QEMU spells it. */
  readonly model: string;
  readonly shape: Shape;
  readonly wire: number;
  readonly devfn: number;
  /** The wire behind a bridge or an expander. */
  readonly below?: number;
  /** The name of the bus behind a bridge, as `bus=` spells it. */
  readonly busName?: string;
  /** Came with the machine, not plugged in by the person. */
  readonly builtIn?: boolean;
  /** Not there at power-on: plugged in later. */
  readonly absent?: boolean;
  /** For a virtual function (SR-IOV): the physical function it belongs to. */
  readonly physical?: number;
}

/** A bus as a wire; wire 0 is the root, an expander brings another one. */
export interface Wire {
  readonly name: string;
  /** The bridge above it, or -1 for a root. */
  readonly bridge: number;
  readonly express: boolean;
  /** Every wire up to the root is PCI Express: extended config space gets through. */
  readonly extended: boolean;
  /** For a root that an expander brings: the function that it shows on wire 0, and its bus number, which never changes. */
  readonly root?: { readonly expander: number; readonly number: number };
}

export interface Board {
  readonly platform: Platform;
  readonly parts: readonly Part[];
  readonly wires: readonly Wire[];
  /** By wire, the functions that hear an address on it: those on the wire; of wire 0, those on every root. */
  readonly heard: readonly (readonly number[])[];
  /** RAM, bytes. */
  readonly ram: number;
  readonly authentic: 'qemu' | 'spec';
}

/** The root above a wire, or the wire itself. */
export function rootOf(board: Board, wire: number): number {
  const bridge = board.wires[wire]?.bridge ?? -1;
  return bridge < 0 ? wire : rootOf(board, board.parts[bridge]?.wire ?? 0);
}

/** Collects parts on wires. Programming errors throw: what a person may get wrong is checked before (models/build). */
export class BoardBuilder {
  readonly parts: Part[] = [];
  readonly wires: Wire[] = [];
  private readonly byDevfn: Map<number, Part>[] = [];
  private readonly paths = new Set<string>();
  /** Parts whose paths are among them: nobody asks after most. */
  private pathsKnown = 0;

  constructor(rootName: string, express: boolean) {
    this.wires.push({ name: rootName, bridge: -1, express, extended: express });
  }

  /** What hangs on a wire, by devfn. */
  on(wire: number): ReadonlyMap<number, Part> {
    return (this.byDevfn[wire] ??= new Map<number, Part>());
  }

  /** The bridge or expander above a wire. */
  above(wire: number): Part | undefined {
    const { bridge, root } = at(this.wires, wire);
    return this.parts[root?.expander ?? bridge];
  }

  isTaken(path: string): boolean {
    for (; this.pathsKnown < this.parts.length; this.pathsKnown++)
      this.paths.add(at(this.parts, this.pathsKnown).path);
    return this.paths.has(path);
  }

  /** Plugs a function in; gives its index. A bridge gets a wire below it, an expander a root. */
  plug(part: Omit<Part, 'below'>): number {
    const index = this.parts.length;
    const wire = at(this.wires, part.wire);
    const beside = (this.byDevfn[part.wire] ??= new Map<number, Part>());
    assert(!beside.has(part.devfn), `two functions at ${part.path}`);
    const { below, root } = part.shape;
    const name = part.busName ?? part.path;
    const plugged = below || root ? { ...part, below: this.wires.length } : part;
    beside.set(part.devfn, plugged);
    this.parts.push(plugged);
    if (below) {
      const { express } = below;
      this.wires.push({ name, bridge: index, express, extended: express && wire.extended });
    } else if (root) {
      const { express, number } = root;
      this.wires.push({ name, bridge: -1, express, extended: express, root: { expander: index, number } });
    }
    return index;
  }

  done(platform: Platform, ram: number, authentic: 'qemu' | 'spec'): Board {
    const { parts, wires } = this;
    return { platform, parts, wires, heard: heardOn(parts, wires), ram, authentic };
  }
}

/** `heard` of a board. */
export function heardOn(parts: readonly Part[], wires: readonly Wire[]): readonly (readonly number[])[] {
  const heard = wires.map((): number[] => []);
  parts.forEach(({ wire }, fn) => {
    const hears = at(wires, wire).root ? 0 : wire;
    at(heard, hears).push(fn);
  });
  return heard;
}
