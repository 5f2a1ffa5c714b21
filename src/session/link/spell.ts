/** What the console, or a story, would call some commands: an entry that says just that need not carry its text. */
import { hex, hex0x } from '../../base/hex.ts';
import { formatBdf } from '../../pci/bdf.ts';
import type { Command } from '../command.ts';

const ports = { 1: 'b', 2: 'w', 4: 'l', 8: 'q' } as const;

type Config = Extract<Command, { readonly do: 'config' }>;

function setpci({ bdf, offset, bytes, value, mask }: Config): string {
  const digits = (n: number): string => hex(n, bytes * 2);
  const written =
    value === undefined ? '' : `=${digits(value)}${mask === undefined ? '' : `:${digits(mask)}`}`;
  return `setpci -s ${formatBdf(bdf)} ${hex(offset, 2)}.${ports[bytes]}${written}`;
}

/** Part of the format of links: it may not change. What it does not know is ''. */
export function spell(commands: readonly Command[]): string {
  const [command, ...more] = commands;
  if (command === undefined || more.length > 0) return '';
  switch (command.do) {
    case 'in':
      return `in${ports[command.bytes]} ${hex0x(command.port)}`;
    case 'out':
      return `out${ports[command.bytes]} ${hex0x(command.port)} ${hex0x(command.value, command.bytes * 2)}`;
    case 'load':
      return `read${ports[command.bytes]} ${hex0x(command.address, 8)}`;
    case 'store':
      return `write${ports[command.bytes]} ${hex0x(command.address, 8)} ${hex0x(command.value, Math.min(command.bytes, 4) * 2)}`;
    case 'config':
      return setpci(command);
    case 'reset':
      return 'reset';
    case 'start':
      return command.program;
    case 'step':
      return command.count === 0xffff_ffff ? 'run' : `step ${String(command.count)}`;
    case 'clock':
      return `clock_step 0d${String(command.ns)}`;
    default:
      return '';
  }
}
