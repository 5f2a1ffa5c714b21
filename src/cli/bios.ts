/** `cf8 bios`: SeaBIOS's PCI set-up on a machine from QEMU's arguments, as recordings spell it: JSON, trace or dump. */
import process from 'node:process';
import { hex, hex0x } from '../base/hex.ts';
import { writeLspciDump } from '../formats/lspci-dump.ts';
import { parseQemuArguments } from '../formats/qemu-command-line.ts';
import { environmentOf } from '../scenario/environment.ts';
import { listFunctions } from '../session/listed.ts';
import { runBios, type Access } from './bios-run.ts';
import { complain } from './complain.ts';
import { plug } from './qtest.ts';

const traceLine = ([op, bdf, offset, value]: Access): string => {
  const [, device = '', fn = ''] = /:([0-9a-f]+)\.(\d)$/.exec(bdf) ?? [];
  const place = `${bdf.slice(0, 2)}:${device}.${fn} @0x${hex(offset)}`;
  return op === 'r'
    ? `pci_cfg_read ${place} -> ${hex0x(value)}`
    : `pci_cfg_write ${place} <- ${hex0x(value)}`;
};

export function bios(args: readonly string[]): number {
  const formats = ['--json', '--trace', '--dump'];
  const format = args.find((arg) => formats.includes(arg)) ?? '--json';
  const own = args.filter((arg) => !formats.includes(arg));
  const { board, problems, refused } = plug(own);
  for (const problem of [...problems, ...refused]) complain(problem);
  if (refused.length > 0) return 1;
  const { machine, done, functions, trace } = runBios(board, environmentOf(parseQemuArguments(own).scenario));
  if (format === '--json') process.stdout.write(`${JSON.stringify({ functions, trace })}\n`);
  else if (format === '--trace')
    process.stdout.write(trace.map((access) => `${traceLine(access)}\n`).join(''));
  else process.stdout.write(writeLspciDump(listFunctions(machine).map((each) => each.listed)));
  return done ? 0 : 1;
}
