/** QEMU's machine protocol (QMP), as much of it as QEMU's own test programs need to start: JSON in, JSON lines out. */
import type { Machine } from '../engine/machine.ts';
import { catalogue } from '../models/catalogue.ts';
import { JsonStream } from './json-stream.ts';

type Json = Readonly<Record<string, unknown>>;

interface Refusal {
  readonly class: 'CommandNotFound' | 'GenericError';
  readonly desc: string;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const version = { qemu: { micro: 22, minor: 2, major: 7 }, package: 'cf8' };

/** One kind of device more than there are models, so that the tree of types has a root. */
const deviceTypes: readonly Json[] = [
  { name: 'pci-device', abstract: true, parent: 'device' },
  ...catalogue.map(({ id }) => ({ name: id, parent: 'pci-device' })),
];

const machineTypes: readonly Json[] = [
  { name: 'pc-i440fx-7.2', alias: 'pc', 'is-default': true },
  { name: 'pc-q35-7.2', alias: 'q35' },
].map((type) => ({
  ...type,
  'hotpluggable-cpus': true,
  'cpu-max': 1,
  'numa-mem-supported': true,
  deprecated: false,
}));

/** One connection. `quit` is called after the answer to QMP's quit was given. */
export class Monitor {
  private readonly machine: Machine;
  private readonly quit: () => void;
  private readonly json = new JsonStream();
  private negotiated = false;
  private status: 'prelaunch' | 'running' | 'paused';

  constructor(machine: Machine, stopped: boolean, quit: () => void) {
    this.machine = machine;
    this.status = stopped ? 'prelaunch' : 'running';
    this.quit = quit;
  }

  /** What is said before anybody asks. */
  greeting(): string {
    return line({ QMP: { version, capabilities: [] } });
  }

  /** Carries out what has come in whole; the answers and events. */
  take(piece: string): string {
    return this.json
      .take(piece)
      .map((text) => this.answer(text))
      .join('');
  }

  private answer(text: string): string {
    let request: unknown;
    try {
      request = JSON.parse(text);
    } catch {
      return line({ error: { class: 'GenericError', desc: 'JSON parse error' } });
    }
    if (!isObject(request) || typeof request['execute'] !== 'string') {
      return line({ error: { class: 'GenericError', desc: "QMP input lacks member 'execute'" } });
    }
    const given = isObject(request['arguments']) ? request['arguments'] : {};
    const { result, events } = this.execute(request['execute'], given);
    const id = 'id' in request ? { id: request['id'] } : {};
    // the event goes first, as QEMU 7.2 sends them
    return [...(events ?? []).map((what) => this.stamped(what)), { ...result, ...id }].map(line).join('');
  }

  private execute(name: string, given: Json): { readonly result: Json; readonly events?: readonly Json[] } {
    const done = (value: unknown = {}): { result: Json } => ({ result: { return: value } });
    const refuse = (error: Refusal): { result: Json } => ({ result: { error } });
    if (!this.negotiated && name !== 'qmp_capabilities') {
      const desc = "Expecting capabilities negotiation with 'qmp_capabilities'";
      return refuse({ class: 'CommandNotFound', desc });
    }
    switch (name) {
      case 'qmp_capabilities':
        if (this.negotiated) {
          const desc = 'Capabilities negotiation is already complete, command ignored';
          return refuse({ class: 'CommandNotFound', desc });
        }
        this.negotiated = true;
        return done();
      case 'query-version':
        return done(version);
      case 'query-status':
        return done({ status: this.status, singlestep: false, running: this.status === 'running' });
      case 'query-name':
        return done();
      case 'query-machines':
        return done(machineTypes);
      case 'qom-list-types':
        return done(
          given['abstract'] === false ? deviceTypes.filter((t) => t['abstract'] !== true) : deviceTypes,
        );
      case 'stop':
        this.status = 'paused';
        return { ...done(), events: [{ event: 'STOP' }] };
      case 'cont':
        this.status = 'running';
        return { ...done(), events: [{ event: 'RESUME' }] };
      case 'system_reset':
        this.machine.reset();
        return { ...done(), events: [event('RESET', 'host-qmp-system-reset')] };
      case 'quit':
        this.quit();
        return { ...done(), events: [event('SHUTDOWN', 'host-qmp-quit')] };
      case 'device_add':
      case 'device_del':
        return refuse({ class: 'GenericError', desc: 'cf8 does not plug or unplug devices while it runs' });
      default:
        return refuse({ class: 'CommandNotFound', desc: `The command ${name} has not been found` });
    }
  }

  /** With the machine's virtual time: what happens here is the same every time. */
  private stamped(what: Json): Json {
    const microseconds = Math.floor(this.machine.now / 1000);
    const timestamp = { seconds: Math.floor(microseconds / 1e6), microseconds: microseconds % 1e6 };
    return { timestamp, ...what };
  }
}

const line = (value: Json): string => `${JSON.stringify(value)}\r\n`;

const event = (name: string, reason: string): Json => ({ event: name, data: { guest: false, reason } });
