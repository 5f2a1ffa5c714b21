/** `cf8 qtest`: a machine from QEMU's arguments, driven line by line where `-qtest` says; QMP where `-mon` says. */
import process from 'node:process';
import type { Problem } from '../base/problem.ts';
import type { Board } from '../engine/board.ts';
import { parseQemuArguments } from '../formats/qemu-command-line.ts';
import { catalogue } from '../models/catalogue.ts';
import { qtestAnswer } from '../formats/qtest.ts';
import { build, type Built } from '../scenario/build.ts';
import type { PartSpec, Scenario } from '../scenario/scenario.ts';
import { isBehind } from './behind.ts';
import { asSaid } from './built-in.ts';
import { open, serve, type Channel } from './channel.ts';
import { complain } from './complain.ts';
import { Emulator } from './emulator.ts';
import { firmwareImage } from './firmware-image.ts';
import { strictJson } from './json-stream.ts';
import { ownName } from './model-names.ts';
import { readOutside, type Outside } from './outside.ts';
import { Monitor } from './qmp.ts';
import { answer } from './qtest-answers.ts';

/** Runs until its qtest connection ends, QMP says quit or the process is asked to stop; the exit code. */
export async function qtest(args: readonly string[]): Promise<number> {
  const outside = readOutside(args);
  const { scenario, behind, built, problems, refused } = plug(args);
  const firmware = firmwareImage(outside);
  const fatal: readonly Problem[] = [
    ...refused,
    ...outside.problems,
    ...(firmware.ok ? [] : [firmware.problem]),
  ];
  for (const problem of [...problems, ...fatal]) complain(problem);
  if (fatal.length > 0 || !firmware.ok) return 1;
  const emulator = new Emulator(scenario, built, outside.actions);
  emulator.machine.firmware = firmware.value;
  for (const device of behind) emulator.addBehind(device);
  if (outside.stopped) emulator.status = 'prelaunch';

  // as QEMU does when asked to stop: its test programs want to see exit code 0
  const stop = new AbortController();
  const asked = (): void => stop.abort();
  process.once('SIGTERM', asked).once('SIGINT', asked);
  const failures = await run(emulator, outside, stop);
  process.off('SIGTERM', asked).off('SIGINT', asked);
  failures.forEach(complain);
  return failures.length > 0 ? 1 : 0;
}

interface Plugged {
  readonly scenario: Scenario;
  /** What is not on the PCI bus but behind one of its controllers. */
  readonly behind: readonly PartSpec[];
  readonly built: Built;
  readonly board: Board;
  /** What is worth saying. */
  readonly problems: readonly Problem[];
  /** What makes the arguments unusable. */
  readonly refused: readonly Problem[];
}

/** The board. A device that QEMU plugs in unasked (q35's network card) and that cf8 does not have is left out, not refused. */
export function plug(args: readonly string[]): Plugged {
  const strict = args.map((arg) => (arg.startsWith('{') ? strictJson(arg) : arg));
  const { scenario: whole, problems } = parseQemuArguments(strict);
  const parts = whole.parts.map(named);
  const behind = parts.filter(({ model }) => isBehind(model));
  const scenario = { ...whole, parts: parts.filter(({ model }) => !isBehind(model)) };
  const made = build(scenario, catalogue);
  const built = { ...made, board: asSaid(made.board, args) };
  const found = built.problems;
  const asked = new Set(
    parseQemuArguments([...strict, '-nodefaults'])
      .scenario.parts.map(named)
      .map(spell),
  );
  const isDefault = ({ place }: Problem): boolean => {
    const part = scenario.parts[place?.line ?? -1];
    return part !== undefined && !asked.has(spell(part));
  };
  return {
    scenario,
    behind,
    built,
    board: built.board,
    problems: [...problems, ...found.filter(isDefault)],
    refused: found.filter((problem) => !isDefault(problem)),
  };
}

const spell = (part: PartSpec): string => JSON.stringify(part);

const backends = new Set(['iothread', 'audiodev', 'rng', 'fsdev', 'cryptodev']);

/** By the model's own name, without what names something behind it that the model does not know of. */
function named(part: PartSpec): PartSpec {
  const model = catalogue.find(({ id }) => id === ownName(part.model));
  if (!model) return part;
  const isKnown = ([name]: readonly [string, string]): boolean =>
    !backends.has(name) || model.properties.some((property) => property.name === name);
  const properties = Object.fromEntries(Object.entries(part.properties ?? {}).filter(isKnown));
  return { ...part, model: model.id, properties };
}

/** Serves every connection until the one of qtest ends (with none: the last one), or `stop`. */
export async function run(
  emulator: Emulator,
  { qtest: address, monitors }: Pick<Outside, 'qtest' | 'monitors'>,
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
      const write = (text: string): unknown => channel.output.write(text);
      const monitor = new Monitor(emulator, write, () => setImmediate(() => stop.abort()));
      return (piece) => {
        monitor.take(piece);
        return '';
      };
    }),
  );
  const main = talk(address, () => lines((line) => reply(emulator, line)));
  const aborted = new Promise<void>((resolve) => {
    if (stop.signal.aborted) resolve();
    stop.signal.addEventListener('abort', () => resolve());
  });
  await Promise.race([address.at === 'nowhere' ? Promise.all(controls) : main, aborted]);
  for (const channel of channels) channel.close();
  return failures;
}

/** What a line is answered with: before it, unasked, what became of the interrupt lines that are watched. */
export function reply(emulator: Emulator, line: string): string {
  const answered = answer(emulator.machine, line);
  if (/^\s*irq_intercept_in\s+\S*ioapic\b/.test(line)) emulator.intercept();
  emulator.settle();
  const changes = emulator.lines().map((change) => qtestAnswer.irq(change.level, change.line));
  return [...changes, answered].join('\n');
}

/** Whole lines in, their answers out: lock-step and pipelining both work. */
function lines(answerTo: (line: string) => string): (piece: string) => string {
  let rest = '';
  return (piece) => {
    const whole = (rest + piece).split('\n');
    rest = whole.pop() ?? '';
    let answers = '';
    for (const line of whole) if (line.trim() !== '') answers += `${answerTo(line)}\n`;
    return answers;
  };
}
