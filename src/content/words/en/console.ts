/** English sentences of the console: its help and what it asks for. */
import type { Messages } from '../../../base/messages.ts';
import { said, value, type Said, type Sentences } from '../pieces.ts';

type ConsoleId =
  | Extract<keyof Messages, `help.${string}`>
  | 'problem.too-large'
  | 'problem.extra'
  | 'problem.swapped'
  | 'problem.unreachable'
  | 'problem.nothing-chosen'
  | 'problem.no-capability'
  | 'problem.needs-ecam'
  | 'problem.no-step';

const count = (bytes: number): string => (bytes === 1 ? '1 byte' : `${String(bytes)} bytes`);

export const console = {
  'problem.too-large': ({ given, bytes }) => said`${value(given)} does not fit into ${count(bytes)}.`,
  'problem.extra': ({ given }) => said`Nothing more was expected here, but ${value(given)} follows.`,
  'problem.swapped': ({ fix }) =>
    said`Here the address comes first, as in QEMU: ${value(fix)}. Linux has the value first.`,
  'problem.unreachable': ({ given }) => said`${value(given)} is beyond what cf8 can address (2^53).`,
  'problem.nothing-chosen': ({ given }) => said`No function fits ${value(given)}.`,
  'problem.no-capability': ({ who, given }) =>
    said`${value(who)} does not have the capability that ${value(given)} names.`,
  'problem.needs-ecam': ({ given, who }) =>
    said`${value(given)} of ${value(who)} lies beyond 0x100, where only ECAM reaches, and no ECAM window is open.`,
  'problem.no-step': ({ given, last }) => said`There is no step ${value(given)}; the last one is ${last}.`,
  'help.in': ({ bytes }) => `Reads ${count(bytes)} from an I/O port.`,
  'help.out': ({ bytes }) => `Writes ${count(bytes)} to an I/O port.`,
  'help.read': ({ bytes }) => `Reads ${count(bytes)} of memory.`,
  'help.write': ({ bytes }) => `Writes ${count(bytes)} to memory.`,
  'help.lspci': 'Lists the functions as lspci would. Looks only: no bus cycle.',
  'help.setpci':
    'Reads or writes configuration registers through CF8 and CFC. With a mask, only those bits change.',
  'help.info':
    'Prints what the QEMU monitor would, or the command line of this machine. Looks only: no bus cycle.',
  'help.step': 'Moves through the story, forward or back.',
  'help.goto': 'Goes to a step of the story.',
  'help.undo': 'Takes your last command back.',
  'help.redo': 'Does again what undo took back.',
  'help.clock': 'Lets virtual time pass, so that timers fall due; without a number, up to the next one.',
  'help.reset': 'Resets the machine, as a write to port CF9 does. RAM keeps its contents.',
  'help.device-add': 'Plugs a device into the running machine. Where the bus takes none, it says so.',
  'help.device-del': 'Pulls a device out of the running machine.',
  'help.error': ({ names }) =>
    `Lets a PCI Express function see an error: recorded in its status registers, reported to the root port. -a: advisory. Errors: ${names}.`,
  'help.help': 'Lists the commands, or explains one.',
} satisfies Sentences<Pick<Messages, ConsoleId>>;

/** Of the screen. */
export const consoleWords = {
  /** A command's grammar, as the help shows it. */
  'console.usage': (s: { usage: string }) => s.usage,

  'console.log': 'What was done',
  'console.prompt': 'Command',
  'console.placeholder': 'inl cfc · Tab completes, ↑ history, help',
  'console.completions': 'Completions',
  'console.go': (s: { step: number }) => `Go to step ${String(s.step)}`,
  'console.nobody': 'nobody answered',
  'console.ahead': (s: { count: number }) =>
    `${String(s.count)} ${s.count === 1 ? 'step lies' : 'steps lie'} ahead. A command typed here starts a branch; the old future is kept.`,
  'console.fix': (s: { fix: string }) => `Enter takes: ${s.fix}`,
  'console.run-lines': (s: { count: number }) => `Run ${String(s.count)} lines`,
  'console.cancel': 'Cancel',
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
