/** What QEMU's arguments say about the world outside of the machine: who talks to it, and what is in its firmware. */
import { say, type Problem } from '../base/problem.ts';
import { parsePairs, type Pair } from '../formats/qemu-key-values.ts';
import { bearing, noBearing } from '../formats/qemu-options.ts';

/** The far end of a character device. `server`: we listen, and serve the first who comes. */
export type Address =
  | { readonly at: 'stdio' }
  | { readonly at: 'nowhere' }
  | { readonly at: 'unix'; readonly path: string; readonly server: boolean }
  | { readonly at: 'tcp'; readonly host: string; readonly port: number; readonly server: boolean };

/** What is done when the guest fails: `-action panic=…,watchdog=…`, `-watchdog-action`. */
export interface Actions {
  readonly panic: string;
  readonly watchdog: string;
}

export const defaultActions: Actions = { panic: 'shutdown', watchdog: 'reset' };

export interface Outside {
  /** Where qtest is spoken: standard input and output when nothing else is said. */
  readonly qtest: Address;
  /** Where QMP is spoken. */
  readonly monitors: readonly Address[];
  readonly bios: string | undefined;
  /** Flash images from the top of 4 GiB downwards. */
  readonly flash: readonly string[];
  /** `-S`: the CPU waits. It never runs here; QMP's `query-status` tells. */
  readonly stopped: boolean;
  readonly actions: Actions;
  readonly problems: readonly Problem[];
}

const stdio: Address = { at: 'stdio' };
const nowhere: Address = { at: 'nowhere' };

const find = (pairs: readonly Pair[], key: string): string | undefined =>
  pairs.find((pair) => pair.key === key)?.value;

const listens = (pairs: readonly Pair[]): boolean =>
  ['on', 'yes', 'true'].includes(find(pairs, 'server') ?? '');

/** `[HOST]:PORT` */
function tcp(text: string, server: boolean): Address | undefined {
  const [, host = '', port = ''] = /^(.*):(\d{1,5})$/.exec(text) ?? [];
  if (port === '') return undefined;
  return { at: 'tcp', host: host === '' ? '127.0.0.1' : host, port: Number(port), server };
}

/** QEMU's short form: `stdio`, `unix:PATH[,server=on]`, `tcp:HOST:PORT[,server=on]`, `chardev:ID`. */
function readAddress(text: string, chardevs: ReadonlyMap<string, Address>): Address | undefined {
  const pairs = parsePairs(text, 'where');
  const where = find(pairs, 'where') ?? '';
  const colon = where.indexOf(':');
  const kind = colon < 0 ? where : where.slice(0, colon);
  const rest = colon < 0 ? '' : where.slice(colon + 1);
  if (kind === 'stdio') return stdio;
  if (kind === 'null' || kind === 'none') return nowhere;
  if (kind === 'unix' && rest !== '') return { at: 'unix', path: rest, server: listens(pairs) };
  if (kind === 'tcp') return tcp(rest, listens(pairs));
  return kind === 'chardev' ? chardevs.get(rest) : undefined;
}

/** `-chardev BACKEND,id=ID,…` */
function readChardev(pairs: readonly Pair[]): Address | undefined {
  const backend = find(pairs, 'backend');
  if (backend === 'stdio') return stdio;
  if (backend !== 'socket') return nowhere;
  const path = find(pairs, 'path');
  if (path !== undefined) return { at: 'unix', path, server: listens(pairs) };
  return tcp(`${find(pairs, 'host') ?? ''}:${find(pairs, 'port') ?? ''}`, listens(pairs));
}

interface Option {
  readonly name: string;
  readonly value: string;
}

/** The options in order; an unknown one is followed by a value if what comes next is no option. */
function optionsOf(args: readonly string[]): Option[] {
  const options: Option[] = [];
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? '';
    if (!word.startsWith('-')) continue;
    const name = word.replace(/^--?/, '');
    const next = args[i + 1];
    const takes = bearing.get(name) ?? noBearing.get(name) ?? (next !== undefined && !next.startsWith('-'));
    if (takes) i++;
    options.push({ name, value: takes ? (next ?? '') : '' });
  }
  return options;
}

/** Reads what the reader of command lines (`formats/qemu-command-line`) passes over as without bearing on PCI. */
export function readOutside(args: readonly string[]): Outside {
  const options = optionsOf(args);
  const problems: Problem[] = [];
  const chardevs = new Map<string, Address>();
  const refuse = (expected: string, given: string): Address => {
    problems.push({ message: say('problem.expected', { expected, given }) });
    return nowhere;
  };
  const shortForm = 'stdio, unix:PATH, tcp:HOST:PORT, chardev:ID';
  const read = (value: string): Address => readAddress(value, chardevs) ?? refuse(shortForm, value);

  for (const { name, value } of options) {
    if (name !== 'chardev') continue;
    const pairs = parsePairs(value, 'backend');
    const address = readChardev(pairs) ?? refuse('-chardev socket,path=PATH,id=ID', value);
    chardevs.set(find(pairs, 'id') ?? '', address);
  }
  let qtest: Address | undefined;
  let bios: string | undefined;
  let stopped = false;
  let actions = defaultActions;
  const monitors: Address[] = [];
  const flash = new Map<number, string>();
  for (const { name, value } of options) {
    if (name === 'qtest') qtest = read(value);
    else if (name === 'qmp' || name === 'qmp-pretty') monitors.push(read(value));
    else if (name === 'bios') bios = value;
    else if (name === 'pflash') flash.set(flash.size, value);
    else if (name === 'S') stopped = true;
    else if (name === 'watchdog-action') actions = { ...actions, watchdog: value };
    else if (name === 'action') {
      const pairs = parsePairs(value, '');
      actions = {
        panic: find(pairs, 'panic') ?? actions.panic,
        watchdog: find(pairs, 'watchdog') ?? actions.watchdog,
      };
    } else if (name === 'mon') {
      const pairs = parsePairs(value, 'chardev');
      const id = find(pairs, 'chardev') ?? '';
      if (find(pairs, 'mode') === 'control') monitors.push(chardevs.get(id) ?? refuse('chardev=ID', id));
    } else if (name === 'drive') {
      const pairs = parsePairs(value, 'file');
      if (find(pairs, 'if') !== 'pflash') continue;
      const unit = Number(find(pairs, 'unit') ?? flash.size);
      flash.set(unit, find(pairs, 'file') ?? '');
    }
  }
  const isTaken = monitors.some(({ at }) => at === 'stdio');
  return {
    qtest: qtest ?? (isTaken ? nowhere : stdio),
    monitors,
    bios,
    flash: [...flash].toSorted(([a], [b]) => a - b).map(([, file]) => file),
    stopped,
    actions,
    problems,
  };
}
