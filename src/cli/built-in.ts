/** What the arguments say about the parts that came with the machine: its version, and `-global`. */
import type { Board } from '../engine/board.ts';
import type { Shape } from '../engine/shape.ts';
import { ich9Lpc } from '../models/chipset/ich9-lpc.ts';
import type { LegacyPorts } from '../models/chipset/legacy-ports.ts';
import { piix4Pm } from '../models/chipset/piix4-pm.ts';
import { mch } from '../models/chipset/mch.ts';

/** "4.1" of `-M pc-q35-4.1` as 401; today's when none is said. */
function versionOf(args: readonly string[]): number {
  const given = args.findLastIndex((arg) => /^--?(?:M|machine)$/.test(arg));
  const [, major, minor] = /^(?:type=)?pc-(?:q35|i440fx)-(\d+)\.(\d+)/.exec(args[given + 1] ?? '') ?? [];
  return major === undefined ? Infinity : Number(major) * 100 + Number(minor);
}

/** The last `-global MODEL.PROPERTY=…`. */
function globalOf(args: readonly string[], name: string): string | undefined {
  const found = args.filter((arg, i) => /^--?global$/.test(args[i - 1] ?? '') && arg.startsWith(`${name}=`));
  return found.at(-1)?.slice(name.length + 1);
}

const isOff = (text: string | undefined): boolean => /^(?:off|no|false|n)$/.test(text ?? '');

/** Serial and parallel ports: as many as asked for; one of each when nobody asks and defaults are wanted. */
function portsOf(args: readonly string[]): LegacyPorts {
  const given = (option: RegExp): readonly string[] => args.filter((_, i) => option.test(args[i - 1] ?? ''));
  const byDefault = args.some((arg) => /^--?nodefaults$/.test(arg)) ? 0 : 1;
  const count = (asked: readonly string[]): number =>
    asked.length === 0 ? byDefault : asked.filter((arg) => arg !== 'none').length;
  return { serial: count(given(/^--?serial$/)), parallel: count(given(/^--?parallel$/)) > 0 };
}

/** The board as it is meant. A watchdog's bite is left to whoever serves it, since `-watchdog-action` says what is done then. */
export function asSaid(board: Board, args: readonly string[]): Board {
  const ports = portsOf(args);
  const smbase = versionOf(args) > 401 && !isOff(globalOf(args, 'mch.smbase-smram'));
  const shapes: Readonly<Record<string, Shape>> = {
    mch: mch(smbase),
    'ICH9-LPC': ich9Lpc(!isOff(globalOf(args, 'ICH9-LPC.noreboot')), true, ports),
    'piix4-pm': piix4Pm(ports),
  };
  const parts = board.parts.map((part) => {
    const shape = part.builtIn === true ? shapes[part.model] : undefined;
    return shape ? { ...part, shape } : part;
  });
  return { ...board, parts };
}
