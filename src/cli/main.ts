/** The terminal's composition root: `cf8 COMMAND ARGUMENTS`. */
import process from 'node:process';
import { bios } from './bios.ts';
import { models } from './models.ts';
import { qtest } from './qtest.ts';

interface CommandLine {
  readonly usage: string;
  readonly about: string;
  run(args: readonly string[]): number | Promise<number>;
}

const commands: Readonly<Record<string, CommandLine>> = {
  qtest: {
    usage: 'qtest QEMU-ARGUMENTS',
    about: 'serve QEMU’s qtest protocol on standard input and output',
    run: qtest,
  },
  bios: {
    usage: 'bios QEMU-ARGUMENTS',
    about: 'SeaBIOS’s PCI set-up: --json (recording), --trace (accesses) or --dump (lspci -xxxx)',
    run: bios,
  },
  models: { usage: 'models', about: 'the catalogue of models as Markdown (docs/models.md)', run: models },
  help: {
    usage: 'help',
    about: 'this text',
    run: () => {
      process.stdout.write('cf8 COMMAND\n\n');
      for (const { usage, about } of Object.values(commands))
        process.stdout.write(`  ${usage.padEnd(24)} ${about}\n`);
      return 0;
    },
  },
};

const [name = 'help', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command) process.exitCode = await command.run(args);
else {
  process.stderr.write(`cf8: no command “${name}”; cf8 help lists them\n`);
  process.exitCode = 1;
}
