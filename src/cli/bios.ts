/** `cf8 bios`: SeaBIOS's PCI set-up on a machine from QEMU's arguments, as recordings spell it: JSON, trace or dump. */
import process from 'node:process';
import { hex, hex0x } from '../base/hex.ts';
import { Machine } from '../engine/machine.ts';
import { Op, targetBdf, targetOffset } from '../engine/trace.ts';
import { parseQemuArguments } from '../formats/qemu-command-line.ts';
import { writeLspciDump } from '../formats/lspci-dump.ts';
import { formatBdf } from '../pci/bdf.ts';
import { runToEnd } from '../programs/run.ts';
import { seabios } from '../programs/seabios/seabios.ts';
import { environmentOf } from '../scenario/environment.ts';
import { listFunctions } from '../session/listed.ts';
import { complain } from './complain.ts';
import { plug } from './qtest.ts';

/** One configuration access: read or write, function, offset, value, bytes, by ports or ECAM. */
export type Access = readonly ['r' | 'w', string, number, number, number, 'cf8' | 'ecam'];

/** The configuration accesses of a machine's story, in order. */
export function configAccesses({ trace }: Machine): Access[] {
  const accesses: Access[] = [];
  for (let i = 0; i < trace.length; i++) {
    const { op, write, target, value, bytes } = trace.row(i);
    if (op !== Op.config && op !== Op.ecam) continue;
    const via = op === Op.ecam ? 'ecam' : 'cf8';
    // an ECAM row's target is the offset in the window: the same layout
    accesses.push([write ? 'w' : 'r', formatBdf(targetBdf(target)), targetOffset(target), value, bytes, via]);
  }
  return accesses;
}

const traceLine = ([op, bdf, offset, value]: Access): string => {
  const [, device = '', fn = ''] = /:([0-9a-f]+)\.(\d)$/.exec(bdf) ?? [];
  const place = `${bdf.slice(0, 2)}:${device}.${fn} @0x${hex(offset)}`;
  return op === 'r'
    ? `pci_cfg_read ${place} -> ${hex0x(value)}`
    : `pci_cfg_write ${place} <- ${hex0x(value)}`;
};

const asHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => hex(byte, 2)).join('');

/** Every function that can be reached, with its whole configuration space. */
export const functionsOf = (machine: Machine): { bdf: string; config_hex: string }[] =>
  listFunctions(machine).map(({ listed: { bdf, config } }) => ({
    bdf: formatBdf(bdf),
    config_hex: asHex(config),
  }));

export function bios(args: readonly string[]): number {
  const formats = ['--json', '--trace', '--dump'];
  const format = args.find((arg) => formats.includes(arg)) ?? '--json';
  const own = args.filter((arg) => !formats.includes(arg));
  const { board, problems, refused } = plug(own);
  for (const problem of [...problems, ...refused]) complain(problem);
  if (refused.length > 0) return 1;
  const machine = new Machine(board);
  const done = runToEnd(seabios(machine, environmentOf(parseQemuArguments(own).scenario)));
  if (format === '--json') {
    process.stdout.write(
      `${JSON.stringify({ functions: functionsOf(machine), trace: configAccesses(machine) })}\n`,
    );
  } else if (format === '--trace') {
    process.stdout.write(
      configAccesses(machine)
        .map((access) => `${traceLine(access)}\n`)
        .join(''),
    );
  } else process.stdout.write(writeLspciDump(listFunctions(machine).map((each) => each.listed)));
  return done ? 0 : 1;
}
