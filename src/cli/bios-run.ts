/** One run of SeaBIOS's PCI set-up, ours or the real one's: the accesses in order and what every function holds afterwards. */
import type { Board } from '../engine/board.ts';
import { Machine } from '../engine/machine.ts';
import { Op, targetBdf, targetOffset } from '../engine/trace.ts';
import { hex } from '../base/hex.ts';
import { formatBdf } from '../pci/bdf.ts';
import type { Environment } from '../programs/program.ts';
import { atOnce } from '../base/at-once.ts';
import { seabios } from '../programs/seabios/seabios.ts';
import { listFunctions } from '../session/listed.ts';

/** One configuration access: read or write, function, offset, value, bytes, by ports or ECAM. */
export type Access = readonly ['r' | 'w', string, number, number, number, 'cf8' | 'ecam'];

export interface BiosRun {
  readonly functions: readonly { readonly bdf: string; readonly config_hex: string }[];
  readonly trace: readonly Access[];
}

/** The real firmware's run, as `fixtures/bios` keeps it. Its trace begins with the machine and ends at the boot menu. */
export interface Recording extends BiosRun {
  readonly args: readonly string[];
  /** The debug log: each line, and how many accesses came before it. */
  readonly log: readonly (readonly [number, string])[];
}

/** The configuration accesses of a machine's story, in order. */
function configAccesses({ trace }: Machine): Access[] {
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

const asHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => hex(byte, 2)).join('');

/** Our firmware on a fresh machine of this board. */
export function runBios(
  board: Board,
  environment: Environment,
): BiosRun & { readonly machine: Machine; readonly done: boolean } {
  const machine = new Machine(board);
  const done = atOnce(seabios(machine, environment));
  // every function that can be reached, with its whole configuration space
  const functions = listFunctions(machine).map(({ listed: { bdf, config } }) => ({
    bdf: formatBdf(bdf),
    config_hex: asHex(config),
  }));
  return { machine, done, functions, trace: configAccesses(machine) };
}
