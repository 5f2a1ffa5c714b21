/** English words of empty states and of what went wrong: a first visit, a text that no format knows, all ones, too much, a crash. */
import { said, value, type Said } from '../pieces.ts';

const near: Readonly<Record<string, string>> = {
  'lspci-text':
    'It looks like lspci without the bytes. Run it again with -xxxx; they are in the rows such as 00: 86 80 …',
  'hex-rows':
    'These are rows of bytes. A dump has a line such as 00:1f.3 Audio device before each function’s.',
  qemu: 'It looks like a piece of a QEMU command line. Begin it with qemu-system-x86_64, or add a -device.',
  'qemu-trace': 'It looks like a trace log of QEMU. Those cannot be read yet; the command line can.',
};

export const states = {
  'first.cards': 'Where to begin',
  'first.run': 'Watch firmware',
  'first.open': 'Open my lspci',
  'first.break': 'Try to break it',

  'open.first-lines': 'It begins with:',
  'open.nearest': (s: { format: string }) => near[s.format] ?? s.format,
  'open.example-dump': 'Example: lspci',
  'open.too-much': (s: { size: string }) =>
    `${s.size} MiB are more than the 4 MiB that are read at once. Nothing was opened.`,
  'open.head': 'Take the first 4 MiB',
  'open.tail': 'Take the last 4 MiB',

  'ones.title': (s: { who: string }) => said`All of ${value(s.who)} reads as ones: nobody answered for it.`,
  'ones.likely': 'Why, most likely first:',
  'ones.asleep': 'It is asleep: in D3cold, or its slot is without power.',
  'ones.link': 'The link to it is down, or it was pulled out.',
  'ones.permission': 'Whoever read it was not allowed to.',
  'ones.number': 'The bus number leads elsewhere: a bridge above was numbered anew.',
  'ones.lspci': said`lspci prints ${value('!!! Unknown header type 7f')}.`,

  'crash.copy': 'Copy a report',
  'crash.copied': 'Copied',
  'crash.copy-about': 'The build, what went wrong, and the session. Nothing is sent.',

  'dialog.close': 'Close',
  'crash.title': 'The machine stopped',
  'crash.text':
    'Something went wrong inside cf8. Nothing is lost: every step is kept and will be done again.',
  'crash.recover': 'Go on',
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
