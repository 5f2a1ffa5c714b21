/** The installed QEMU, with its CPU stopped, spoken to over qtest. */
import { spawn } from 'node:child_process';
import process from 'node:process';

/** What runs, unless QEMU says otherwise. */
export const program = process.env['QEMU'] ?? 'qemu-system-x86_64';

/** Besides the guest-visible arguments; a guest that switches itself off shall not end it. `tcg` serves qtest too, and distributions leave the accelerator `qtest` out. */
const outside = '-display none -no-shutdown -accel tcg -qtest stdio -qtest-log /dev/null'.split(' ');

export interface Played {
  /** One a command; fewer when QEMU ended early. */
  readonly answers: readonly string[];
  /** What QEMU complained about. */
  readonly complaint: string;
}

export interface Play {
  /** Lets the CPU run (give it firmware that halts): then virtual time passes. */
  readonly runs?: boolean;
  /** Waits so many milliseconds before a command, by its index. */
  readonly delays?: ReadonlyMap<number, number>;
}

const never = 20_000;

/** Plays commands to a fresh QEMU: pipelined up to the next delay. */
export async function playQemu(
  args: readonly string[],
  commands: readonly string[],
  play: Play = {},
): Promise<Played> {
  const child = spawn(program, [...args, ...outside, ...(play.runs === true ? [] : ['-S'])], {
    stdio: 'pipe',
  });
  const answers: string[] = [];
  let complaint = '';
  let rest = '';
  let sent = 0;
  const timer = setTimeout(() => child.kill('SIGKILL'), never + commands.length);
  const send = async (): Promise<void> => {
    const from = sent;
    await new Promise((resolve) => setTimeout(resolve, play.delays?.get(from) ?? 0));
    sent++;
    while (sent < commands.length && !play.delays?.has(sent)) sent++;
    child.stdin.write(
      commands
        .slice(from, sent)
        .map((line) => `${line}\n`)
        .join(''),
    );
  };
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (complaint += piece));
  child.stdin.on('error', () => {}); // it ended while we were writing; its exit tells
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    answers.push(...lines.filter((line) => line.startsWith('OK') || line.startsWith('FAIL')));
    if (answers.length >= commands.length) child.kill('SIGTERM');
    else if (answers.length === sent) void send();
  });
  await new Promise<void>((resolve) => {
    child.once('error', (error) => {
      complaint += error.message; // not installed
      resolve();
    });
    child.once('close', () => resolve());
    if (commands.length > 0) void send();
    else child.kill('SIGTERM');
  });
  clearTimeout(timer);
  const said = complaint.split('\n').filter((line) => !/terminating on signal|^$/.test(line));
  return { answers: answers.slice(0, commands.length), complaint: said.join('\n') };
}
