/** `cf8 qtest`: a machine from QEMU's arguments, driven line by line where `-qtest` says; QMP where `-mon` says. */
import process from 'node:process';
import type { Problem } from '../base/problem.ts';
import type { Board } from '../engine/board.ts';
import { Machine } from '../engine/machine.ts';
import { parseQemuArguments } from '../formats/qemu-command-line.ts';
import { catalogue } from '../models/catalogue.ts';
import { build } from '../scenario/build.ts';
import type { PartSpec } from '../scenario/scenario.ts';
import { open, serve, type Channel } from './channel.ts';
import { complain } from './complain.ts';
import { firmwareImage } from './firmware-image.ts';
import { readOutside, type Outside } from './outside.ts';
import { Monitor } from './qmp.ts';
import { answer } from './qtest-answers.ts';

/** Runs until its qtest connection ends, QMP says quit or the process is asked to stop; the exit code. */
export async function qtest(args: readonly string[]): Promise<number> {
  const outside = readOutside(args);
  const { board, problems, refused } = plug(args);
  const firmware = firmwareImage(outside);
  const fatal: readonly Problem[] = [
    ...refused,
    ...outside.problems,
    ...(firmware.ok ? [] : [firmware.problem]),
  ];
  for (const problem of [...problems, ...fatal]) complain(problem);
  if (fatal.length > 0 || !firmware.ok) return 1;
  const machine = new Machine(board);
  machine.firmware = firmware.value;

  // as QEMU does when asked to stop: its test programs want to see exit code 0
  const stop = new AbortController();
  const asked = (): void => stop.abort();
  process.once('SIGTERM', asked).once('SIGINT', asked);
  const failures = await run(machine, outside, stop);
  process.off('SIGTERM', asked).off('SIGINT', asked);
  failures.forEach(complain);
  return failures.length > 0 ? 1 : 0;
}

interface Plugged {
  readonly board: Board;
  /** What is worth saying. */
  readonly problems: readonly Problem[];
  /** What makes the arguments unusable. */
  readonly refused: readonly Problem[];
}

/** The board. A device that QEMU plugs in unasked (q35's network card) and that cf8 does not have is left out, not refused. */
export function plug(args: readonly string[]): Plugged {
  const { scenario, problems } = parseQemuArguments(args);
  const { board, problems: found } = build(scenario, catalogue);
  const asked = new Set(parseQemuArguments([...args, '-nodefaults']).scenario.parts.map(spell));
  const isDefault = ({ place }: Problem): boolean => {
    const part = scenario.parts[place?.line ?? -1];
    return part !== undefined && !asked.has(spell(part));
  };
  return {
    board,
    problems: [...problems, ...found.filter(isDefault)],
    refused: found.filter((problem) => !isDefault(problem)),
  };
}

const spell = (part: PartSpec): string => JSON.stringify(part);

/** Serves every connection until the one of qtest ends (with none: the last one), or `stop`. */
export async function run(
  machine: Machine,
  { qtest: address, monitors, stopped }: Pick<Outside, 'qtest' | 'monitors' | 'stopped'>,
  stop: AbortController,
): Promise<readonly Problem[]> {
  const channels: Channel[] = [];
  const failures: Problem[] = [];
  const talk = async (
    to: typeof address,
    start: (channel: Channel) => (piece: string) => string,
  ): Promise<void> => {
    const opened = await open(to);
    if (opened === undefined) return;
    if (!opened.ok) {
      failures.push(opened.problem);
      return stop.abort();
    }
    channels.push(opened.value);
    await serve(opened.value, start(opened.value));
  };
  const controls = monitors.map((to) =>
    talk(to, (channel) => {
      const monitor = new Monitor(machine, stopped, () => setImmediate(() => stop.abort()));
      channel.output.write(monitor.greeting());
      return (piece) => monitor.take(piece);
    }),
  );
  const main = talk(address, () => lines((line) => answer(machine, line)));
  const aborted = new Promise<void>((resolve) => {
    if (stop.signal.aborted) resolve();
    stop.signal.addEventListener('abort', () => resolve());
  });
  await Promise.race([address.at === 'nowhere' ? Promise.all(controls) : main, aborted]);
  for (const channel of channels) channel.close();
  return failures;
}

/** Whole lines in, their answers out: lock-step and pipelining both work. */
function lines(reply: (line: string) => string): (piece: string) => string {
  let rest = '';
  return (piece) => {
    const whole = (rest + piece).split('\n');
    rest = whole.pop() ?? '';
    let answers = '';
    for (const line of whole) if (line.trim() !== '') answers += `${reply(line)}\n`;
    return answers;
  };
}
