/** QEMU's command line: what of it makes the PCI bus, read into a scenario. */
import { nearest } from '../base/nearest.ts';
import { fail, ok, say } from '../base/problem.ts';
import type { Message, Place, Problem, Result } from '../base/problem.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Imported, Importer, LineStatus } from './format.ts';
import { emptyReading, handlers, partsOf } from './qemu-option-handlers.ts';
import type { Report } from './qemu-option-handlers.ts';
import { bearing, noBearing } from './qemu-options.ts';
import { placeIn, spanOf, splitWords, wordsOf } from './shell-words.ts';
import type { Word } from './shell-words.ts';

const emulator = /^(?:\S*\/)?(?:qemu-system-\w+|qemu-kvm|kvm)(?:\.exe)?$/;
const ourEmulator = /^(?:\S*\/)?(?:qemu-system-(?:x86_64|i386|amd64)|qemu-kvm|kvm)(?:\.exe)?$/;
/** The words that belong to QEMU: after its name, up to the end of the shell command; all of them without a name. */
function ownWords(words: readonly Word[]): { own: readonly Word[]; name: Word | undefined } {
  const start = words.findIndex((word) => emulator.test(word.text));
  const rest = words.slice(start + 1);
  const end = rest.findIndex((word) => /^[;|&<>]$/.test(word.text));
  return { own: end < 0 ? rest : rest.slice(0, end), name: words[start] };
}

function read(source: string, words: readonly Word[]): Imported {
  const problems: Problem[] = [];
  const notes: Problem[] = [];
  const lines: LineStatus[] = source.split('\n').map(() => 'ignored');
  const mark = (line: number, status: LineStatus): void => {
    const now = lines[line - 1];
    lines[line - 1] = now === 'partly' || (now === 'used' && status !== 'used') ? 'partly' : status;
  };
  const reading = emptyReading();
  const at = (word: Word, from?: number, to?: number): Required<Place> => {
    const span = spanOf(word, from, to);
    return placeIn(source, span.from, span.to);
  };
  const complain = (message: Message, word: Word, from?: number, to?: number, fix?: string): void => {
    const place = at(word, from, to);
    problems.push({ message, place, ...(fix === undefined ? {} : { fix }) });
    mark(place.line, 'partly');
  };
  const { own, name } = ownWords(words);
  if (name) mark(at(name).line, 'used');
  if (name && !ourEmulator.test(name.text)) {
    complain(
      say('problem.unknown', { what: 'program', given: name.text, nearest: 'qemu-system-x86_64' }),
      name,
    );
  }
  for (let i = 0; i < own.length; i++) {
    const word = own[i];
    if (word === undefined) continue;
    const option = word.text.replace(/^--?/, '');
    if (!word.text.startsWith('-')) {
      notes.push({ message: say('formats.no-bearing', { option: word.text }), place: at(word) });
      continue;
    }
    const takesValue = bearing.get(option) ?? noBearing.get(option);
    if (takesValue === undefined) {
      const known = nearest(option, [...bearing.keys(), ...noBearing.keys()]);
      const guess = known === '' ? undefined : `-${known}`;
      const message = say('problem.unknown', { what: 'option', given: word.text, nearest: guess ?? '' });
      complain(message, word, undefined, undefined, guess);
      // An unknown option's value is no disk image: it goes with the option.
      if (own[i + 1]?.text.startsWith('-') === false) i++;
      continue;
    }
    const value = takesValue ? own[i + 1] : word;
    if (value === undefined) {
      complain(say('formats.value-missing', { option: word.text }), word);
      continue;
    }
    if (takesValue) i++;
    const handler = handlers[option];
    const note = (): void => {
      notes.push({ message: say('formats.no-bearing', { option: word.text }), place: at(word) });
    };
    if (handler === undefined) {
      note();
      continue;
    }
    mark(at(word).line, 'used');
    mark(at(value).line, 'used');
    const problem: Report = (message, from, to, fix) => complain(message, value, from, to, fix);
    handler(reading, takesValue ? value.text : '', { option, problem, note });
  }
  const scenario: Scenario = {
    title: reading.title === '' ? reading.machine : reading.title,
    machine: reading.machine,
    ram: reading.ram,
    authentic: 'qemu',
    parts: partsOf(reading),
  };
  return { scenario, problems, notes, lines };
}

/** Reads a command line as it stands in a shell or a script. The models' names are not checked here. */
export function parseQemuCommandLine(text: string): Imported {
  const { words, unclosed } = splitWords(text);
  const imported = read(text, words);
  if (unclosed === undefined) return imported;
  const message = say('formats.quote-open', { quote: text[unclosed] ?? '' });
  return {
    ...imported,
    problems: [...imported.problems, { message, place: placeIn(text, unclosed, unclosed + 1) }],
  };
}

/** Reads arguments that a shell has split already. Places count in the arguments joined by blanks. */
export function parseQemuArguments(args: readonly string[]): Imported {
  const { words, source } = wordsOf(args);
  return read(source, words);
}

const startsWithOption = /^\s*--?(?:M|machine|m|device|nodefaults|cpu|drive|smp|accel|enable-kvm)(?:\s|$)/;
const namesEmulator = /(?:^|[\s/;&|])(?:qemu-system-\w+|qemu-kvm|kvm)(?:\.exe)?["']?\s+(?:\\\r?\n\s*)*-/;

export const qemuCommandLine: Importer = {
  id: 'qemu-command-line',
  sniff: (text) => startsWithOption.test(text) || namesEmulator.test(text) || emulator.test(text.trim()),
  parse(text): Result<Imported> | undefined {
    if (!qemuCommandLine.sniff(text)) return undefined;
    const imported = parseQemuCommandLine(text);
    const { words } = splitWords(text);
    const { name } = ownWords(words);
    const foreign = name !== undefined && !ourEmulator.test(name.text) ? imported.problems[0] : undefined;
    return foreign ? fail(foreign.message, foreign.place) : ok(imported);
  },
};
