/** The emulator around a machine: what comes and goes while it runs, and what the world outside is told of it. */
import type { Message } from '../base/problem.ts';
import { heardOn, type Board, type Part } from '../engine/board.ts';
import { grow, plug } from '../engine/hot-plug.ts';
import { Machine } from '../engine/machine.ts';
import { Event, Op, type Row } from '../engine/trace.ts';
import { Global } from '../engine/words.ts';
import { readDevice } from '../formats/qemu-device.ts';
import { catalogue } from '../models/catalogue.ts';
import { tcoBites } from '../models/chipset/ich9-tco.ts';
import { neverHot } from '../models/chipset/pcihp.ts';
import { build, slotText, type Built } from '../scenario/build.ts';
import { withBehind, withPart } from '../scenario/change.ts';
import { besideRefusal, hotPlugRefusal } from '../scenario/hot-plug.ts';
import type { PartSpec, Scenario } from '../scenario/scenario.ts';
import { isBehind, missingBus } from './behind.ts';
import type { Json } from './json-stream.ts';
import { deviceNotFound, generic, refusalOf, type Refusal } from './qmp-refusals.ts';
import { ownName } from './model-names.ts';
import { defaultActions, type Actions } from './outside.ts';

/** As QMP sends it, without the time. */
export interface Happening {
  readonly event: string;
  readonly data?: Json;
}

export type Status = 'prelaunch' | 'running' | 'paused' | 'guest-panicked' | 'watchdog';

/** Rows that the outside may have to be told of. */
const tells: ReadonlySet<number> = new Set([Op.event, Op.memory | 128]);
const longestStory = 2 ** 18;

const panicked = 1;
const crashLoaded = 2;
/** What stands in the trace for the watchdog's reset. */
const watchdogPort = 0x60;

export class Emulator {
  machine: Machine;
  status: Status = 'running';
  readonly actions: Actions;
  /** What can be plugged in later is built from this; every part has its place. */
  private scenario: Scenario;
  /** The part of the scenario that each function is of. */
  private readonly specs = new Map<number, PartSpec>();
  /** Functions that were pulled out; they will not come back. */
  private readonly gone = new Set<number>();
  /** What is behind controllers. */
  private readonly behind: PartSpec[] = [];
  /** Functions that were asked to leave in the first millisecond. */
  private readonly asked = new Set<number>();
  private readonly listeners = new Set<(happening: Happening) => void>();
  /** How far the trace has been told of, and the tape been looked at for interrupt lines. */
  private rows = 0;
  private input = 0;
  private bites = 0;
  private readonly inputs: number[];
  private readonly lpc: number;
  private intercepted = false;

  constructor(scenario: Scenario, { board, lines }: Built, actions: Actions = defaultActions) {
    this.machine = new Machine(board);
    this.actions = actions;
    this.inputs = [...board.platform.privates];
    this.lpc = board.parts.findIndex(({ model }) => model === 'ICH9-LPC');
    const parts = scenario.parts.flatMap((spec, line) => {
      const fn = lines.indexOf(line);
      const part = board.parts[fn];
      // what is on no bus stays in the scenario; what could not be built does not
      if (!part) return catalogue.some(({ id, bus }) => id === spec.model && bus === 'none') ? [spec] : [];
      const placed = { ...spec, addr: slotText(part.devfn) };
      this.specs.set(fn, placed);
      return [placed];
    });
    this.scenario = { ...scenario, parts };
  }

  /** Calls `listener` with whatever happens from now on. */
  listen(listener: (happening: Happening) => void): void {
    this.listeners.add(listener);
  }

  tell(event: string, data?: Json): void {
    for (const listener of this.listeners) listener(data ? { event, data } : { event });
  }

  /** From now on `lines` has something to give. Only the I/O APIC's inputs can be watched. */
  intercept(): void {
    this.lines();
    this.intercepted = true;
  }

  /** What became of the I/O APIC's inputs since the last time, in order. */
  lines(): readonly { readonly line: number; readonly level: boolean }[] {
    const { board, image } = this.machine;
    const found: { line: number; level: boolean }[] = [];
    const levels = (): number => board.platform.inputs?.((n) => this.inputs[n] ?? 0) ?? 0;
    let before = levels();
    for (; this.input < image.tape.position; this.input++) {
      const word = (image.tape.at[this.input] ?? 0) - Global.platform;
      if (word < 0 || word >= this.inputs.length) continue;
      this.inputs[word] = image.tape.now[this.input] ?? 0;
      const now = levels();
      for (let line = 0; line < 24; line++)
        if ((now ^ before) & (1 << line)) found.push({ line, level: (now & (1 << line)) !== 0 });
      before = now;
    }
    return this.intercepted ? found : [];
  }

  /** Looks at what the machine did since the last time, and tells of it. */
  settle(): void {
    const { trace } = this.machine;
    while (this.rows < trace.length) {
      const row = this.rows++;
      if (tells.has(trace.op[row] ?? 0)) this.seen(trace.row(row));
    }
    const bites = this.lpc < 0 ? 0 : tcoBites(this.machine.device(this.lpc));
    while (this.bites < bites) {
      this.bites++;
      this.bitten();
    }
    if (trace.length > longestStory) this.forget();
  }

  /** Nobody winds this machine back: what has been told of need not be kept. */
  private forget(): void {
    const { trace, image } = this.machine;
    if (!this.intercepted) this.lines();
    if (this.input < image.tape.position) return;
    trace.cut(0);
    image.tape.length = 0;
    image.tape.position = 0;
    this.rows = 0;
    this.input = 0;
  }

  /** The watchdog has bitten. */
  private bitten(): void {
    const { watchdog: action } = this.actions;
    this.tell('WATCHDOG', { action });
    if (action === 'pause') this.stop('watchdog');
    if (action === 'shutdown' || action === 'poweroff')
      this.tell('SHUTDOWN', { guest: true, reason: 'guest-shutdown' });
    if (action !== 'reset') return;
    this.machine.reset(watchdogPort);
    this.settle();
  }

  stop(status: Status): void {
    if (this.status !== 'running') return;
    this.status = status;
    this.tell('STOP');
  }

  reset(): void {
    this.machine.reset();
    this.tell('RESET', { guest: false, reason: 'host-qmp-system-reset' });
    this.settle();
  }

  /** The function of an id that a person gave, or -1. */
  find(id: string): number {
    for (const [fn, spec] of this.specs) if (spec.id === id) return fn;
    return -1;
  }

  /** The ids and models of what was plugged in. */
  peripherals(): readonly PartSpec[] {
    return [...this.specs.values(), ...this.behind];
  }

  /** Plugs in what QMP's `device_add` describes. */
  add(given: Json): Refusal | undefined {
    const messages: Message[] = [];
    const read = readDevice(JSON.stringify(given), (message) => void messages.push(message));
    const spec = read && { ...read, model: ownName(read.model) };
    if (!spec) return generic("Parameter 'driver' is missing");
    if (isBehind(spec.model)) return this.addBehind(spec);
    if (neverHot.has(spec.model)) return generic("Parameter 'driver' expects a pluggable device type");
    const next = withPart(this.scenario, spec);
    const built = build(next, catalogue);
    const line = next.parts.length - 1;
    messages.push(...built.problems.filter((p) => p.place?.line === line).map((p) => p.message));
    const fn = built.lines.indexOf(line);
    if (fn >= 0) {
      const refusal =
        hotPlugRefusal(next, built.board, fn) ?? besideRefusal(built.board, fn, (other) => other !== fn);
      if (refusal) messages.unshift(refusal);
    }
    const part = built.board.parts[fn];
    if (messages[0]) return refusalOf(messages[0], spec, this.modelAt);
    if (!part) return generic(`Device '${spec.model}' can not be hotplugged on this machine`);
    const { machine } = this;
    const at = machine.board.parts.length;
    this.machine = grow(machine, this.extended(built.board));
    this.rows = 0;
    this.input = 0;
    const placed = { ...spec, addr: slotText(part.devfn) };
    this.scenario = withPart(this.scenario, placed);
    this.specs.set(at, placed);
    plug(this.machine, at);
    this.settle();
    return undefined;
  }

  private readonly modelAt = (path: string): string =>
    this.machine.board.parts.find((part) => part.path === path)?.model ?? path;

  /** What is behind a controller comes and goes at once. */
  addBehind(spec: PartSpec): Refusal | undefined {
    const present = [...this.machine.board.parts, ...this.behind].map(({ model }) => model);
    const missing = missingBus(spec.model, present);
    if (missing !== undefined) return generic(`No '${missing}' bus found for device '${spec.model}'`);
    const { id } = spec;
    if (id !== undefined && (this.find(id) >= 0 || this.behind.some((other) => other.id === id)))
      return generic(`Duplicate device ID '${id}'`);
    this.behind.push(spec);
    return undefined;
  }

  /** Asks for a device to leave, as QMP's `device_del` does. The guest lets it go, or the next reset does. */
  remove(id: string): Refusal | undefined {
    const name = id.replace(/^\/machine\/peripheral\//, '');
    const other = this.behind.findIndex((spec) => spec.id === name);
    if (other >= 0) {
      const [device] = this.behind.splice(other, 1);
      this.deleted(name, device?.model ?? '');
      return undefined;
    }
    const fn = this.find(name);
    if (fn < 0) return deviceNotFound(id);
    const { machine } = this;
    const refusal = hotPlugRefusal(this.scenario, machine.board, fn);
    if (refusal) return refusalOf(refusal, { model: machine.board.parts[fn]?.model ?? '' }, this.modelAt);
    if (this.asked.has(fn)) return generic(`Device ${id} is already in the process of unplug`);
    // QEMU takes a second request once a millisecond has passed, but 0 means never to it
    if (machine.now < 1e6) this.asked.add(fn);
    machine.board.platform.leave?.(machine, fn);
    return undefined;
  }

  /**
   * The machine's board with the parts that `wanted` has more. What was pulled out is moved to a wire that leads nowhere,
   * so that its place is free again.
   */
  private extended(wanted: Board): Board {
    const { board } = this.machine;
    const { gone } = this;
    const wires = board.wires.map((wire) => (gone.has(wire.bridge) ? { ...wire, name: '' } : wire));
    const nowhere = wires.push({ name: '', bridge: -1, express: false, extended: false }) - 1;
    const parts: Part[] = board.parts.map((part, fn) =>
      gone.has(fn) ? { ...part, path: `${part.path} (${String(fn)})`, wire: nowhere, devfn: 0 } : part,
    );
    for (const part of wanted.parts.slice(board.parts.length - gone.size)) {
      const name = wanted.wires[part.wire]?.name;
      const below = part.below === undefined ? undefined : wanted.wires[part.below];
      const index = parts.length;
      const { below: _below, physical, ...rest } = part;
      parts.push({
        ...rest,
        absent: true,
        wire: wires.findIndex((wire) => wire.name === name),
        ...(below ? { below: wires.push({ ...below, bridge: index }) - 1 } : {}),
        ...(physical === undefined ? {} : { physical: physical + gone.size }),
      });
    }
    return { ...board, parts, wires, heard: heardOn(parts, wires) };
  }

  private seen(row: Row): void {
    if (row.op === Op.event) {
      if (row.target === Event.reset && row.address !== 0)
        this.tell('RESET', { guest: true, reason: 'guest-reset' });
      if (row.target === Event.unplug) this.left(row.fn);
    } else if (row.op === Op.memory && row.write && this.machine.board.parts[row.fn]?.model === 'pvpanic-pci')
      this.panic(row.value);
  }

  /** A function has left: it, its virtual functions and what was behind it are no more. */
  private left(fn: number): void {
    const { board } = this.machine;
    const left: PartSpec[] = [];
    for (const each of withBehind(board, fn)) {
      this.gone.add(each);
      board.parts.forEach(({ physical }, i) => physical === each && this.gone.add(i));
      const spec = this.specs.get(each);
      if (!spec) continue;
      this.specs.delete(each);
      left.push(spec);
    }
    const parts = this.scenario.parts.filter((part) => !left.includes(part));
    this.scenario = { ...this.scenario, parts };
    for (const { id, model } of left) this.deleted(id, model);
  }

  private deleted(id: string | undefined, model: string): void {
    const path = id === undefined ? `/machine/peripheral-anon/${model}` : `/machine/peripheral/${id}`;
    if (model.startsWith('virtio-')) this.tell('DEVICE_DELETED', { path: `${path}/virtio-backend` });
    this.tell('DEVICE_DELETED', id === undefined ? { path } : { device: id, path });
  }

  private panic(value: number): void {
    if (value & panicked) {
      const { panic } = this.actions;
      const action = panic === 'none' ? 'run' : panic === 'pause' ? 'pause' : 'poweroff';
      this.tell('GUEST_PANICKED', { action });
      if (panic !== 'none') this.stop('guest-panicked');
      if (action === 'poweroff') this.tell('SHUTDOWN', { guest: true, reason: 'guest-panic' });
    }
    if (value & crashLoaded) this.tell('GUEST_CRASHLOADED', { action: 'run' });
  }
}
