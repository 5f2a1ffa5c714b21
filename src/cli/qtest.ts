/** `cf8 qtest`: a machine from QEMU's arguments, driven line by line over standard input and output. */
import process from 'node:process';
import { Machine } from '../engine/machine.ts';
import { parseQemuArguments } from '../formats/qemu-command-line.ts';
import { build } from '../scenario/build.ts';
import { complain } from './complain.ts';
import { answer } from './qtest-answers.ts';

/** Runs until standard input ends; the exit code. */
export async function qtest(args: readonly string[]): Promise<number> {
  const { scenario, problems } = parseQemuArguments(args);
  const { board, problems: refused } = build(scenario);
  for (const problem of [...problems, ...refused]) complain(problem);
  if (refused.length > 0) return 1;
  const machine = new Machine(board);
  process.stdin.setEncoding('utf8');
  let rest = '';
  for await (const chunk of process.stdin) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    let answers = '';
    for (const line of lines) if (line.trim() !== '') answers += `${answer(machine, line)}\n`;
    if (answers !== '') process.stdout.write(answers);
  }
  return 0;
}
