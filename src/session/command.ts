/** Everything a person can do to a machine. A session is its scenario and a list of these. */
import { errorOf, expressErrors } from '../models/caps/error-names.ts';
import { injectError } from '../models/caps/errors.ts';
import type { Breakpoint } from './breakpoints.ts';
import { plug, unplug } from '../engine/hot-plug.ts';
import type { Machine } from '../engine/machine.ts';
import type { Cpu } from '../programs/program.ts';
import { Event, Op, type Row } from '../engine/trace.ts';
import { join } from '../base/bits.ts';

export type Command =
  | { readonly do: 'in'; readonly port: number; readonly bytes: 1 | 2 | 4 }
  | { readonly do: 'out'; readonly port: number; readonly bytes: 1 | 2 | 4; readonly value: number }
  | { readonly do: 'load'; readonly address: number; readonly bytes: 1 | 2 | 4 | 8 }
  | {
      readonly do: 'store';
      readonly address: number;
      readonly bytes: 1 | 2 | 4 | 8;
      /** Low word, unsigned. */
      readonly value: number;
      readonly high?: number;
    }
  /** A config access by CF8/CFC. With `value` a write; with `mask` only those bits (read, change, write). */
  | {
      readonly do: 'config';
      readonly bdf: number;
      readonly offset: number;
      readonly bytes: 1 | 2 | 4;
      readonly value?: number;
      readonly mask?: number;
    }
  | { readonly do: 'reset' }
  /** A program begins: it says what it is about to do, and has done nothing yet. `text` is that of a person's own script. */
  | { readonly do: 'start'; readonly program: string; readonly target?: number; readonly text?: string }
  /** The program carries out so many of its sentences. What is kept says how many it were, and no longer `until`. */
  | { readonly do: 'step'; readonly count: number; readonly until?: readonly Breakpoint[] }
  | { readonly do: 'clock'; readonly ns: number }
  /** Hot plug; `part` is the name on the board. */
  | { readonly do: 'plug' | 'unplug'; readonly part: string }
  /** A PCI Express error that the part sees; `error` by its name in engine/errors.ts. */
  | { readonly do: 'error'; readonly part: string; readonly error: string; readonly advisory?: true };

/** Characters of a person's own script. */
export const longestScript = 20_000;

/** One thing that a person did: what they typed or clicked, and what it became. The unit of undo. */
export interface Entry {
  /** As typed, or as the console would spell it. */
  readonly text: string;
  readonly commands: readonly Command[];
  /** The chapter of the story that starts here. */
  readonly phase?: string;
}

/** A command to the machine itself; programs are run by a `Player`. */
export type MachineCommand = Exclude<Command, { readonly do: 'start' | 'step' }>;

/** Carries a command out on a machine. */
export function perform(m: Machine, command: MachineCommand): void {
  switch (command.do) {
    case 'reset':
      m.reset();
      break;
    case 'clock':
      m.advance(command.ns);
      break;
    case 'plug':
      plug(m, partNamed(m, command.part));
      break;
    case 'unplug':
      unplug(m, partNamed(m, command.part));
      break;
    case 'error': {
      const error = expressErrors.find((e) => e.name === command.error);
      if (error) injectError(m, partNamed(m, command.part), error, command.advisory);
      break;
    }
    default:
      access(m, command);
  }
}

/** The accesses of a command, of any CPU; what is no access is none of its business. */
export function access(cpu: Cpu, command: MachineCommand): void {
  switch (command.do) {
    case 'in':
      cpu.in(command.port, command.bytes);
      break;
    case 'out':
      cpu.out(command.port, command.value, command.bytes);
      break;
    case 'load':
      cpu.load(command.address, command.bytes);
      break;
    case 'store':
      cpu.store(command.address, command.value, command.bytes, command.high ?? 0);
      break;
    case 'config':
      config(cpu, command);
      break;
    default:
  }
}

/** Its index, or -1. */
const partNamed = (m: Machine, name: string): number => m.board.parts.findIndex((p) => p.path === name);

function config(cpu: Cpu, { bdf, offset, bytes, value, mask }: Extract<Command, { do: 'config' }>): void {
  const port = 0xcfc + (offset & 3);
  cpu.out(0xcf8, (0x8000_0000 | (bdf << 8) | (offset & 0xfc)) >>> 0, 4);
  if (value === undefined) {
    cpu.in(port, bytes);
    return;
  }
  const kept = mask === undefined ? 0 : cpu.in(port, bytes) & ~mask;
  cpu.out(port, ((mask === undefined ? value : value & mask) | kept) >>> 0, bytes);
}

/** The access of a trace row as a command of its own; undefined for what a device did by itself. */
export function commandOf(m: Machine, row: Row): MachineCommand | undefined {
  const { address, value, high, write } = row;
  const width = row.bytes === 8 ? 8 : row.bytes === 4 ? 4 : row.bytes === 2 ? 2 : 1;
  switch (row.op) {
    case Op.io:
    case Op.latch:
    case Op.config: {
      const bytes = width === 8 ? 4 : width;
      return write ? { do: 'out', port: address, bytes, value } : { do: 'in', port: address, bytes };
    }
    case Op.memory:
    case Op.ecam:
      return write
        ? { do: 'store', address, bytes: width, value, ...(high === 0 ? {} : { high }) }
        : { do: 'load', address, bytes: width };
    case Op.event:
      return eventCommand(m, row);
    default:
      return undefined;
  }
}

function eventCommand(m: Machine, row: Row): MachineCommand {
  const { target, fn, high, value } = row;
  const part = m.board.parts[fn]?.path ?? '';
  switch (target) {
    case Event.reset:
      return { do: 'reset' };
    case Event.plug:
      return { do: 'plug', part };
    case Event.unplug:
      return { do: 'unplug', part };
    case Event.error:
      return {
        do: 'error',
        part,
        error: errorOf(row)?.name ?? '',
        ...(high & 2 ? { advisory: true } : {}),
      };
    default:
      return { do: 'clock', ns: join(high, value) };
  }
}
