/** The installed QEMU with the firmware that it comes with: what SeaBIOS does until its boot menu waits, and what it leaves behind. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { BiosRun, Recording } from '../src/cli/bios-run.ts';
import {
  debugPort,
  isWaiting,
  presentFunctions,
  TraceReader,
  tracedEvents,
} from '../src/cli/compare/bios-trace.ts';
import { parseBdf } from '../src/pci/bdf.ts';
import { program } from './qemu.ts';

const outside = [
  ...'-display none -accel tcg -boot menu=on,splash-time=60000 -qtest stdio -qtest-log /dev/null'.split(' '),
  ...`-chardev null,id=cf8-debug -device isa-debugcon,iobase=${String(debugPort)},chardev=cf8-debug`.split(
    ' ',
  ),
  ...tracedEvents.flatMap((event) => ['-trace', event]),
];

/** The longest that a boot may take. */
const never = 30_000;
const ecam = 0xb000_0000;

/** What asks a function for its configuration space. */
const ask = (bdf: number, viaEcam: boolean): string[] =>
  viaEcam
    ? [`read ${String(ecam + bdf * 0x1000)} 4096`]
    : Array.from({ length: 64 }, (_, word) => [
        `outl 0xcf8 ${String(0x8000_0000 + bdf * 0x100 + word * 4)}`,
        'inl 0xcfc',
      ]).flat();

/** The bytes of such an answer; no extended space reads as all ones. */
function answered(lines: readonly string[], viaEcam: boolean): string {
  if (viaEcam) {
    const bytes = (lines[0] ?? '').slice('OK 0x'.length);
    return /^f+$/.test(bytes.slice(0x200)) ? bytes.slice(0, 0x200) : bytes;
  }
  const words = lines.filter((line) => line.startsWith('OK 0x')).map((line) => BigInt(line.slice(3)));
  return words
    .map((word) =>
      word
        .toString(16)
        .padStart(8, '0')
        .replace(/(..)(..)(..)(..)/, '$4$3$2$1'),
    )
    .join('');
}

/** Boots once; or why there is nothing to tell. A firmware that goes in circles is ended after `enough` accesses; its functions are not read. */
export async function bootQemu(args: readonly string[], enough = Infinity): Promise<Recording | string> {
  const child = spawn(program, [...args, ...outside], { stdio: 'pipe' });
  const reader = new TraceReader();
  const complaints: string[] = [];
  const answers: string[] = [];
  let functions: readonly string[] = [];
  let commands: readonly string[] = [];
  let viaEcam = false;
  const timer = setTimeout(() => child.kill('SIGKILL'), never);
  createInterface(child.stderr).on('line', (line) => {
    if (commands.length > 0) return; // it waits: what is traced now, we asked
    if (!reader.line(line)) complaints.push(line);
    if (reader.trace.length >= enough) child.kill('SIGTERM');
    if (!isWaiting(reader.log.at(-1)?.[1] ?? '')) return;
    functions = presentFunctions(reader.trace);
    viaEcam = reader.trace.some(([, , , , , via]) => via === 'ecam');
    commands = functions.flatMap((bdf) => ask(parseBdf(bdf)?.bdf ?? 0, viaEcam));
    child.stdin.write(commands.map((command) => `${command}\n`).join(''));
  });
  child.stdin.on('error', () => {}); // it ended while we were writing; its exit tells
  createInterface(child.stdout).on('line', (line) => {
    answers.push(line);
    if (answers.length === commands.length) child.kill('SIGTERM');
  });
  await new Promise<void>((resolve) => {
    child.once('error', (error) => {
      complaints.push(error.message); // not installed
      resolve();
    });
    child.once('close', () => resolve());
  });
  clearTimeout(timer);
  if (reader.trace.length >= enough) return { args, functions: [], log: reader.log, trace: reader.trace };
  if (commands.length === 0 || answers.length < commands.length) {
    const said = complaints.filter((line) => !/warning: nic .* has no peer/.test(line)).join('; ');
    const last = reader.log.at(-1)?.[1];
    return last === undefined ? said : `SeaBIOS did not come to its boot menu but to: ${last} ${said}`;
  }
  const each = commands.length / functions.length;
  const dumped: BiosRun['functions'] = functions.map((bdf, i) => ({
    bdf,
    config_hex: answered(answers.slice(i * each, (i + 1) * each), viaEcam),
  }));
  return {
    args,
    functions: dumped.filter(({ config_hex }) => !/^f+$/.test(config_hex)),
    log: reader.log,
    trace: reader.trace,
  };
}
