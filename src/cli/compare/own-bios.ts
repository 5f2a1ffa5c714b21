/** Our firmware on the board of QEMU's arguments. */
import { parseQemuArguments } from '../../formats/qemu-command-line.ts';
import { environmentOf } from '../../scenario/environment.ts';
import { runBios } from '../bios-run.ts';
import { boardOf } from './board-of.ts';

/** Its run; or why there is no such board. */
export function ownRun(args: readonly string[]): ReturnType<typeof runBios> | string {
  const board = boardOf(args);
  return typeof board === 'string' ? board : runBios(board, environmentOf(parseQemuArguments(args).scenario));
}
