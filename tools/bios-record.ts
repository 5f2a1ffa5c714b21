/** npm run qemu:record -- --bios [--out FILE] QEMU-ARGUMENTS: one boot of the real SeaBIOS, as `fixtures/bios` keeps it. */
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { setUpOf } from '../src/cli/compare/bios-trace.ts';
import { bootQemu } from './qemu-bios.ts';

/** Standard output, or a file, compressed if its name says so; the exit code. */
export async function recordBios(args: readonly string[], out: string | undefined): Promise<number> {
  const recording = await bootQemu(args);
  if (typeof recording === 'string') {
    process.stderr.write(`${recording}\n`);
    return 1;
  }
  const text = JSON.stringify(recording);
  if (out === undefined) process.stdout.write(`${text}\n`);
  else writeFileSync(out, out.endsWith('.gz') ? gzipSync(text, { level: 9 }) : text);
  const { functions, trace } = recording;
  process.stderr.write(
    `${String(functions.length)} functions, ${String(trace.length)} accesses, ${String(setUpOf(recording)?.length ?? 0)} of them PCI set-up\n`,
  );
  return 0;
}
