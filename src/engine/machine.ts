/** The machine: a board, its image, and a CPU's accesses to it. Everything that can change is a word of the image. */
import { at } from '../base/assert.ts';
import { highWord, join, lowWord } from '../base/bits.ts';
import type { Board } from './board.ts';
import { configRead } from './config.ts';
import { Device } from './device.ts';
import { load, store } from './dispatch.ts';
import { Image } from './image.ts';
import { rebuildWindows, updateMappings } from './mappings.ts';
import { readData, writeData } from './mechanism1.ts';
import { resetMachine } from './reset.ts';
import { Claim, Claimant, routeIo, routeMemory } from './route.ts';
import { findWire } from './route-config.ts';
import { emptyShape, type Shape } from './shape.ts';
import { Event, Op, Outcome, Trace } from './trace.ts';
import { Global, Mapping, Private, State, wordsOf } from './words.ts';

const unknown = -2;
const decodeEnables = 3;

type Space = 'io' | 'memory';

/** What a row keeps of the claim on an access's first byte. */
interface First {
  readonly kind: number;
  readonly fn: number;
  readonly offset: number;
}

export class Machine {
  readonly board: Board;
  readonly image: Image;
  readonly trace: Trace;
  /** First config word of each function. */
  readonly base: Int32Array;
  /** First private word of each function. */
  private readonly own: Int32Array;
  /** Functions with a word that its model computes when read. */
  readonly computes: Uint8Array;
  /** Who answered last; scratch of the router. */
  readonly claim = new Claim();
  /** The function that the last config access reached, or -1; scratch. */
  answered = -1;
  /** The high word of an 8-byte value on its way in or out; scratch, meaningless between accesses. */
  high = 0;
  /** Firmware ROM, when there is one: the top of 4 GiB. */
  firmware: Uint8Array | undefined;

  private readonly shapes: readonly Shape[];
  private readonly slots: Int32Array;
  private readonly onWire: number[][];
  private readonly bridges: number[][];
  private readonly legacy: number[][];
  private readonly timed: number[] = [];
  private readonly devices: Device[] = [];
  private readonly platformDevice: Device;
  // derived from the words, forgotten whenever they may have changed
  private readonly busWire = new Int32Array(256).fill(unknown);
  /** Whether nothing lies over the ports of mechanism #1. */
  portsFree: boolean | undefined;

  constructor(board: Board) {
    this.board = board;
    this.trace = new Trace(board.parts.length);
    this.shapes = board.parts.map((p) => p.shape);
    this.base = new Int32Array(board.parts.length);
    this.own = new Int32Array(board.parts.length);
    this.computes = new Uint8Array(board.parts.length);
    this.slots = new Int32Array(board.wires.length * 256).fill(-1);
    this.onWire = board.wires.map(() => []);
    this.bridges = board.wires.map(() => []);
    this.legacy = board.wires.map(() => []);
    let size = Global.platform + board.platform.privates.length;
    board.parts.forEach((part, fn) => {
      this.base[fn] = size;
      this.own[fn] = size + part.shape.words;
      this.computes[fn] = part.shape.behave.configRead ? 1 : 0;
      size += wordsOf(part.shape);
      this.slots[part.wire * 256 + part.devfn] = fn;
      at(this.onWire, part.wire).push(fn);
      // newest first, as QEMU's lists of child buses and of isa-like ranges
      if (part.below !== undefined) at(this.bridges, part.wire).unshift(fn);
      if (part.shape.legacy.length > 0) at(this.legacy, part.wire).unshift(fn);
      if (part.shape.behave.deadline) this.timed.push(fn);
    });
    const words = new Int32Array(size);
    words.set(board.platform.privates, Global.platform);
    board.parts.forEach(({ shape, absent }, fn) => {
      const base = at(this.base, fn);
      words.set(shape.reset, base);
      words[base + shape.words + Private.state] = absent === true ? 0 : State.present | State.powered;
      words.set(shape.privates, this.models(fn));
    });
    this.image = new Image(words, board.parts.length);
    this.platformDevice = new Device(this, -1, emptyShape, 0, Global.platform);
    board.parts.forEach(({ shape }, fn) => {
      shape.behave.reset?.(this.device(fn));
      // what comes up decoding (a dumped machine does) is mapped from the start
      if (((shape.reset[1] ?? 0) & decodeEnables) !== 0) {
        updateMappings(this, fn);
        if (shape.below) rebuildWindows(this, fn);
      }
    });
    board.platform.reset?.(this);
    this.image.tape.clear();
  }

  // ── what is where ──────────────────────────────────────────────────────────

  shape(fn: number): Shape {
    return this.shapes[fn] ?? emptyShape;
  }

  /** First private word of a function. */
  privates(fn: number): number {
    return this.own[fn] ?? 0;
  }

  /** First private word that belongs to the function's model. */
  models(fn: number): number {
    return this.privates(fn) + Private.bars + this.shape(fn).bars.length * Mapping.words;
  }

  /** Config word of a function as stored, signed. Looking causes no bus cycle. */
  word(fn: number, word: number): number {
    return this.image.words[(this.base[fn] ?? 0) + word] ?? 0;
  }

  /** Config word as a bus read would give it, signed: computed bits included. Looking causes no bus cycle. */
  look(fn: number, word: number): number {
    return configRead(this, fn, word * 4, 4, 4096) | 0;
  }

  /** The handle through which a model's behaviour sees function `fn`; -1 is the chipset itself. */
  device(fn: number): Device {
    if (fn < 0) return this.platformDevice;
    return (this.devices[fn] ??= new Device(this, fn, this.shape(fn), this.base[fn] ?? 0, this.models(fn)));
  }

  partsOn(wire: number): readonly number[] {
    return this.onWire[wire] ?? [];
  }

  /** Bridges on a wire, newest first. */
  bridgesOn(wire: number): readonly number[] {
    return this.bridges[wire] ?? [];
  }

  legacyOn(wire: number): readonly number[] {
    return this.legacy[wire] ?? [];
  }

  wireBelow(fn: number): number {
    return this.board.parts[fn]?.below ?? -1;
  }

  /** The function at a place on the board, or -1. */
  functionAt(wire: number, devfn: number): number {
    return this.slots[wire * 256 + devfn] ?? -1;
  }

  /** Is plugged in. */
  isPresent(fn: number): boolean {
    return (this.image.get(this.privates(fn) + Private.state) & State.present) !== 0;
  }

  /** Virtual time, nanoseconds. */
  get now(): number {
    return join(this.image.get(Global.clockHigh), this.image.get(Global.clock));
  }

  /** CONFIG_ADDRESS, unsigned. */
  get latch(): number {
    return (this.image.words[Global.latch] ?? 0) >>> 0;
  }

  /** The wire that a bus number reaches now, or -1. */
  wireOf(bus: number): number {
    const known = this.busWire[bus] ?? -1;
    if (known !== unknown) return known;
    return (this.busWire[bus] = findWire(this, bus));
  }

  /** The function that a bus number and devfn reach now, or -1. */
  find(bdf: number): number {
    const wire = this.wireOf((bdf >>> 8) & 0xff);
    const fn = wire < 0 ? -1 : (this.slots[(wire << 8) | (bdf & 0xff)] ?? -1);
    if (fn < 0) return -1;
    const state = this.image.words[this.own[fn] ?? 0] ?? 0;
    return (state & (State.present | State.powered)) === (State.present | State.powered) ? fn : -1;
  }

  // ── the CPU ────────────────────────────────────────────────────────────────

  /** IN: reads 1, 2 or 4 bytes of I/O space; unsigned. */
  in(port: number, bytes: number): number {
    if (this.isConfigData(port, bytes)) {
      const value = readData(this, port & 3, bytes);
      this.recordData(Op.config, port, bytes, value);
      return value;
    }
    const first = this.first('io', port);
    const value = load(this, 'io', port, bytes);
    this.record(0, 'io', port, bytes, value, first);
    return value;
  }

  /** OUT: writes 1, 2 or 4 bytes of I/O space. */
  out(port: number, value: number, bytes: number): void {
    if (port === 0xcf8 && bytes === 4 && this.arePortsFree()) {
      const { image } = this;
      image.set(Global.latch, value | 0);
      this.trace.push(Op.latch | 128, 4, Outcome.platform, port, value | 0, 0, -1, 0, image.tape.position);
      return;
    }
    if (this.isConfigData(port, bytes)) {
      writeData(this, port & 3, value, bytes);
      this.recordData(Op.config | 128, port, bytes, value);
      return;
    }
    const first = this.first('io', port);
    store(this, 'io', port, value, bytes);
    this.record(128, 'io', port, bytes, value, first);
  }

  /** A memory read of 1, 2, 4 or 8 bytes; the low word, unsigned. The high word is left in `high`. */
  load(address: number, bytes: number): number {
    const first = this.first('memory', address);
    const value = load(this, 'memory', address, bytes);
    const { high } = this;
    this.record(0, 'memory', address, bytes, value, first, high);
    this.high = high;
    return value;
  }

  /** A memory write of 1, 2, 4 or 8 bytes. */
  store(address: number, value: number, bytes: number, high = 0): void {
    const first = this.first('memory', address);
    this.high = high;
    store(this, 'memory', address, value, bytes);
    this.record(128, 'memory', address, bytes, value, first, high);
  }

  /** The power button's gentler sibling. `port`: the reset control register whose write brought it about, 0 for the person. */
  reset(port = 0): void {
    resetMachine(this);
    this.trace.push(Op.event, 0, Outcome.platform, port, 0, 0, -1, Event.reset, this.image.tape.position);
  }

  /** Lets virtual time pass; timers that fall due run at their moment. */
  advance(nanoseconds: number): void {
    const target = this.now + nanoseconds;
    for (;;) {
      const { fn, at: due } = this.nextTimer();
      this.setClock(Math.max(Math.min(due, target), this.now));
      if (due > target) break;
      this.shape(fn).behave.expire?.(this.device(fn));
    }
    this.trace.push(
      Op.event,
      0,
      Outcome.platform,
      0,
      lowWord(nanoseconds),
      highWord(nanoseconds),
      -1,
      Event.clock,
      this.image.tape.position,
    );
  }

  /** The function whose timer is due first, and when: Infinity while none runs. */
  nextTimer(): { readonly fn: number; readonly at: number } {
    let next = { fn: -1, at: Infinity };
    for (const fn of this.timed) {
      const deadline = this.shape(fn).behave.deadline?.(this.device(fn));
      if (deadline !== undefined && deadline < next.at) next = { fn, at: deadline };
    }
    return next;
  }

  private setClock(now: number): void {
    this.image.set(Global.clock, lowWord(now));
    this.image.set(Global.clockHigh, highWord(now));
  }

  // ── the trace ──────────────────────────────────────────────────────────────

  /** Who will answer the first byte, noted beforehand: an access may change the answer by happening. */
  private first(space: Space, address: number): First {
    if (space === 'io') routeIo(this, address & 0xffff);
    else routeMemory(this, address);
    const { kind, fn, offset } = this.claim;
    return { kind, fn, offset };
  }

  /** CONFIG_DATA, naturally aligned, with nothing lying over the ports: by far the most common access. */
  private isConfigData(port: number, bytes: number): boolean {
    return (port & 0xfffc) === 0xcfc && (port & (bytes - 1)) === 0 && this.arePortsFree();
  }

  /** The row of such an access. CONFIG_DATA never changes the latch. */
  private recordData(op: number, port: number, bytes: number, value: number): void {
    const latch = this.image.words[Global.latch] ?? 0;
    const fn = this.answered;
    const target = ((latch & 0xffff00) << 4) | (latch & 0xff) | (port & 3);
    const outcome = fn < 0 ? Outcome.unclaimed : Outcome.claimed;
    this.trace.push(op, bytes, outcome, port, value | 0, 0, fn, target, this.image.tape.position);
  }

  private record(
    write: number,
    space: Space,
    address: number,
    bytes: number,
    value: number,
    { kind, fn, offset }: First,
    high = 0,
  ): void {
    let op: number = space === 'io' ? Op.io : Op.memory;
    let target = 0;
    let who = fn;
    if (kind === Claimant.latch) op = Op.latch;
    if (kind === Claimant.data) {
      op = Op.config;
      target = ((this.latch & 0xffff00) << 4) | (this.latch & 0xff) | offset;
      who = this.answered;
    }
    if (kind === Claimant.ecam) {
      op = Op.ecam;
      target = offset | 0;
      who = this.answered;
    }
    const config = op === Op.config || op === Op.ecam;
    const outcome =
      kind === Claimant.none || (config && who < 0)
        ? Outcome.unclaimed
        : kind === Claimant.latch && write !== 0 && bytes < 4
          ? Outcome.ignored
          : who >= 0
            ? Outcome.claimed
            : Outcome.platform;
    this.trace.push(
      op | write,
      bytes,
      outcome,
      address,
      value | 0,
      high | 0,
      who,
      target,
      this.image.tape.position,
    );
  }

  // ── time ───────────────────────────────────────────────────────────────────

  /** Winds to the state just after `rows` rows of the trace (0 = power on). */
  seek(rows: number): void {
    this.wind(rows === 0 ? 0 : at(this.trace.tape, rows - 1));
  }

  /** Winds to a tape position. */
  wind(position: number): void {
    this.image.wind(position);
    this.forgetRoutes();
    this.forgetPorts();
  }

  /** Forgets every row after `rows`: the future that an act in the past replaces. */
  cut(rows: number): void {
    this.seek(rows);
    this.trace.cut(rows);
    this.image.tape.length = this.image.tape.position;
  }

  /** Bus numbers may have changed. */
  forgetRoutes(): void {
    this.busWire.fill(unknown);
  }

  /** I/O decoding may have changed: an I/O BAR can lie over the config ports. */
  forgetPorts(): void {
    this.portsFree = undefined;
  }

  private arePortsFree(): boolean {
    return this.portsFree ?? this.lookAtPorts();
  }

  private lookAtPorts(): boolean {
    // the reset control register over CF9 does not take part: wide accesses go by their first byte
    return (this.portsFree = [0xcf8, 0xcfa, 0xcfb, 0xcfc, 0xcfd, 0xcfe, 0xcff].every((port) => {
      routeIo(this, port);
      return this.claim.kind === Claimant.latch || this.claim.kind === Claimant.data;
    }));
  }
}
