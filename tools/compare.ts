/** One list of accesses played to both: where QEMU and cf8 differ. */
import { boardOf } from '../src/cli/compare/board-of.ts';
import { answer } from '../src/cli/qtest-answers.ts';
import { Machine } from '../src/engine/machine.ts';
import { playQemu } from './qemu.ts';
import type { Access } from '../src/cli/compare/random-accesses.ts';

export interface Difference {
  /** Index of the line, all accesses' lines counted. */
  readonly at: number;
  readonly command: string;
  readonly qemu: string;
  readonly cf8: string;
}

export interface Comparison {
  readonly total: number;
  readonly reads: number;
  /** Reads whose answer is neither 0 nor all ones. */
  readonly informative: number;
  readonly matchedInformative: number;
  readonly differences: readonly Difference[];
  /** Why it could not be played, or not to its end. */
  readonly trouble: string | undefined;
}

/** Numbers compare as numbers: QEMU pads them with zeroes as it likes. */
const same = (one: string, other: string): boolean =>
  one === other ||
  (/^OK 0x./.test(one) && /^OK 0x./.test(other) && BigInt(one.slice(3)) === BigInt(other.slice(3)));

const isInformative = (text: string): boolean =>
  text.startsWith('OK 0x') && !/^OK 0x(0+|f+|0*ff|0*ffff|0*ffffffff)$/.test(text);

export async function compare(args: readonly string[], accesses: readonly Access[]): Promise<Comparison> {
  const commands = accesses.flat();
  const none = { total: 0, reads: 0, informative: 0, matchedInformative: 0, differences: [] };
  const board = boardOf(args);
  if (typeof board === 'string') return { ...none, trouble: `cf8: ${board}` };
  const { answers, complaint } = await playQemu(args, commands);
  const machine = new Machine(board);
  const differences: Difference[] = [];
  let [reads, informative, matchedInformative] = [0, 0, 0];
  answers.forEach((qemu, at) => {
    const command = commands[at] ?? '';
    const cf8 = answer(machine, command);
    const equal = same(qemu, cf8);
    if (!equal) differences.push({ at, command, qemu, cf8 });
    if (qemu.startsWith('OK 0x')) reads++;
    if (!isInformative(qemu)) return;
    informative++;
    if (equal) matchedInformative++;
  });
  const ended = `QEMU ended after ${String(answers.length)} of ${String(commands.length)} commands: ${complaint}`;
  const trouble = answers.length < commands.length ? ended : undefined;
  return { total: answers.length, reads, informative, matchedInformative, differences, trouble };
}
