/** QEMU's machine protocol (QMP), as much of it as QEMU's own test programs need: JSON in, JSON lines out. */
import { catalogue } from '../models/catalogue.ts';
import type { Emulator, Happening } from './emulator.ts';
import { JsonStream, strictJson, type Json } from './json-stream.ts';
import { commandNotFound, generic, type Refusal } from './qmp-refusals.ts';
import { listTypes } from './type-tree.ts';

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const version = { qemu: { micro: 22, minor: 2, major: 7 }, package: 'cf8' };

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

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

type Answer = { readonly return: unknown } | { readonly error: Refusal };

const done = (value: unknown = {}): Answer => ({ return: value });
const refuse = (error: Refusal): Answer => ({ error });
const unlessRefused = (refusal: Refusal | undefined): Answer => (refusal ? refuse(refusal) : done());

/** One connection. What it says goes to `write`; `quit` is called after the answer to QMP's quit was given. */
export class Monitor {
  private readonly emulator: Emulator;
  private readonly write: (text: string) => unknown;
  private readonly quit: () => void;
  private readonly json = new JsonStream();
  private negotiated = false;

  constructor(emulator: Emulator, write: (text: string) => unknown, quit: () => void) {
    this.emulator = emulator;
    this.write = write;
    this.quit = quit;
    emulator.listen((happening) => {
      if (this.negotiated) this.say(this.stamped(happening));
    });
    this.say({ QMP: { version, capabilities: [] } });
  }

  /** Carries out what has come in whole. */
  take(piece: string): void {
    for (const request of this.json.take(piece)) this.say(this.answer(request));
  }

  private say(value: unknown): void {
    this.write(`${JSON.stringify(value)}\r\n`);
  }

  private answer(given: string): Json {
    let request: unknown;
    try {
      request = JSON.parse(strictJson(given));
    } catch {
      return refuse(generic('JSON parse error'));
    }
    if (!isObject(request) || typeof request['execute'] !== 'string')
      return refuse(generic("QMP input lacks member 'execute'"));
    const id = 'id' in request ? { id: request['id'] } : {};
    const name = request['execute'];
    const found = commands[name];
    const isGreeting = name === 'qmp_capabilities';
    if (!this.negotiated && !isGreeting) {
      const desc = "Expecting capabilities negotiation with 'qmp_capabilities'";
      return { ...refuse(commandNotFound(desc)), ...id };
    }
    if (isGreeting && this.negotiated) {
      const desc = 'Capabilities negotiation is already complete, command ignored';
      return { ...refuse(commandNotFound(desc)), ...id };
    }
    this.negotiated = true;
    if (!found) return { ...refuse(commandNotFound(`The command ${name} has not been found`)), ...id };
    // events come first, as QEMU 7.2 sends them
    const answer = found(this.emulator, isObject(request['arguments']) ? request['arguments'] : {});
    if (name === 'quit') this.quit();
    return { ...answer, ...id };
  }

  /** With the machine's virtual time: what happens here is the same every time. */
  private stamped(happening: Happening): unknown {
    const microseconds = Math.floor(this.emulator.machine.now / 1000);
    const timestamp = { seconds: Math.floor(microseconds / 1e6), microseconds: microseconds % 1e6 };
    return { timestamp, ...happening };
  }
}

const commands: Readonly<Record<string, (emulator: Emulator, given: Json) => Answer>> = {
  qmp_capabilities: () => done(),
  'query-version': () => done(version),
  'query-name': () => done(),
  'query-status': ({ status }) => done({ status, singlestep: false, running: status === 'running' }),
  'query-machines': () => done(machineTypes),
  'query-commands': () => done(Object.keys(commands).map((name) => ({ name }))),
  'qom-list-types': (_emulator, given) => done(listTypes(given['implements'], given['abstract'])),
  'device-list-properties': (_emulator, given) => {
    const model = catalogue.find(({ id }) => id === given['typename']);
    if (!model) return refuse(generic(`Class '${text(given['typename'])}' not found`));
    return done(model.properties.map(({ name, kind }) => ({ name, type: kind === 'flag' ? 'bool' : 'str' })));
  },
  'qom-list': (emulator, given) => {
    const path = text(given['path']);
    const parts = path === '/machine/peripheral' ? emulator.peripherals() : [];
    if (parts.length === 0 && !/^\/?machine(?:\/peripheral)?$/.test(path))
      return refuse({ class: 'DeviceNotFound', desc: `Device '${path}' not found` });
    const children = parts.flatMap(({ id, model }) =>
      id === undefined ? [] : [{ name: id, type: `child<${model}>` }],
    );
    return done([{ name: 'type', type: 'string' }, ...children]);
  },
  'qom-get': (emulator, given) => {
    const path = text(given['path']);
    const property = text(given['property']);
    const id = path.replace(/^\/machine\/peripheral\//, '');
    const part = emulator.peripherals().find((each) => each.id === id);
    if (!part) return refuse({ class: 'DeviceNotFound', desc: `Device '${path}' not found` });
    const value = property === 'type' ? part.model : part.properties?.[property];
    return value === undefined
      ? refuse(generic(`Property '${part.model}.${property}' not found`))
      : done(value);
  },
  device_add: (emulator, given) => unlessRefused(emulator.add(given)),
  device_del: (emulator, given) =>
    unlessRefused('id' in given ? emulator.remove(text(given['id'])) : generic("Parameter 'id' is missing")),
  stop: (emulator) => {
    emulator.stop('paused');
    return done();
  },
  cont: (emulator) => {
    emulator.status = 'running';
    emulator.tell('RESUME');
    return done();
  },
  system_reset: (emulator) => {
    emulator.reset();
    return done();
  },
  system_powerdown: (emulator) => {
    emulator.tell('POWERDOWN');
    return done();
  },
  quit: (emulator) => {
    emulator.tell('SHUTDOWN', { guest: false, reason: 'host-qmp-quit' });
    return done();
  },
};
