/** A board to compare with QEMU's: whatever cf8 does not understand of the arguments makes it useless. */
import type { Board } from '../../engine/board.ts';
import { parseQemuArguments } from '../../formats/qemu-command-line.ts';
import { catalogue } from '../../models/catalogue.ts';
import { build } from '../../scenario/build.ts';

/** The board of QEMU's arguments; or why there is none. */
export function boardOf(args: readonly string[]): Board | string {
  const { scenario, problems } = parseQemuArguments(args);
  const built = build(scenario, catalogue);
  const all = [...problems, ...built.problems];
  return all.length === 0 ? built.board : all.map(({ message }) => JSON.stringify(message)).join('; ');
}
