/** npm run qemu:record -- [--out FILE] [--commands FILE] [--runs] QEMU-ARGUMENTS: what the installed QEMU answers, as a transcript; with --bios a run of its SeaBIOS. */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { recordBios } from './bios-record.ts';
import { playQemu } from './qemu.ts';

const args = process.argv.slice(2);
let out: string | undefined;
let source: string | number = 0;
let runs = false;
let bios = false;
while (args[0]?.startsWith('--') === true) {
  const option = args.shift();
  if (option === '--out') out = args.shift();
  else if (option === '--commands') source = args.shift() ?? 0;
  else if (option === '--runs') runs = true;
  else if (option === '--bios') bios = true;
  else {
    process.stderr.write(`qemu:record: no option ${String(option)}\n`);
    process.exit(2);
  }
}

if (bios) process.exit(await recordBios(args, out));

const lines = readFileSync(source, 'utf8')
  .split('\n')
  .map((line) => line.replace(/^> /, '').trim())
  .filter((line) => line !== '' && !line.startsWith('< '));
const delays = new Map<number, number>();
const commands: string[] = [];
for (const line of lines) {
  const delay = /^# delay_ms (\d+)/.exec(line)?.[1];
  if (delay !== undefined) delays.set(commands.length, Number(delay));
  else if (!line.startsWith('#')) commands.push(line);
}
const { answers, complaint } = await playQemu(args, commands, { runs, delays });
if (complaint !== '') process.stderr.write(`${complaint}\n`);

const quoted = args.map((word) =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`,
);
let transcript = `# qemu-system-x86_64 ${quoted.join(' ')}\n`;
let next = 0;
for (const line of lines) {
  if (line.startsWith('#')) transcript += `${line}\n`;
  else if (next < answers.length) transcript += `> ${line}\n< ${answers[next++] ?? ''}\n`;
}
if (out === undefined) process.stdout.write(transcript);
else writeFileSync(out, out.endsWith('.gz') ? gzipSync(transcript, { level: 9 }) : transcript);
process.stderr.write(`${String(answers.length)} of ${String(commands.length)} commands answered\n`);
process.exitCode = answers.length === commands.length ? 0 : 1;
