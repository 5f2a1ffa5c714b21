/** The table of the console's verbs: grammar, completion, help and execution all read it. */
import { fail, ok, say, type Result } from '../../base/problem.ts';
import { access } from './access.ts';
import { boardVerbs } from './board-verbs.ts';
import { info, infoTopics } from './info.ts';
import { lspci } from './lspci.ts';
import { setpci } from './setpci.ts';
import type { Action, Given, Verb } from './verb.ts';
import { small } from './words.ts';

const widths = { b: 1, w: 2, l: 4, q: 8 } as const;

const portVerbs: Verb[] = (['b', 'w', 'l'] as const).flatMap((letter) => {
  const bytes = widths[letter];
  return [
    {
      name: `in${letter}`,
      usage: 'PORT',
      example: letter === 'l' ? 'inl cfc' : `in${letter} cfc`,
      about: say('help.in', { bytes }),
      run: (given) => access.in(given, bytes),
    },
    {
      name: `out${letter}`,
      usage: 'PORT VALUE',
      example: letter === 'l' ? 'outl cf8 80001810' : `out${letter} cfc 0`,
      about: say('help.out', { bytes }),
      run: (given) => access.out(given, bytes),
    },
  ];
});

const memoryVerbs: Verb[] = (['b', 'w', 'l', 'q'] as const).flatMap((letter) => {
  const bytes = widths[letter];
  return [
    {
      name: `read${letter}`,
      usage: 'ADDRESS',
      example: `read${letter} febc0008`,
      about: say('help.read', { bytes }),
      run: (given) => access.read(given, bytes),
    },
    {
      name: `write${letter}`,
      usage: 'ADDRESS VALUE',
      example: `write${letter} febc0000 1`,
      about: say('help.write', { bytes }),
      run: (given) => access.write(given, bytes),
    },
  ];
});

/** Refuses words that nothing wants. */
function none(given: Given, actions: readonly Action[]): Result<readonly Action[]> {
  const [extra] = given.words;
  if (!extra) return ok(actions);
  return fail(say('problem.extra', { given: extra.text }), { from: extra.from, to: extra.to });
}

const sessionVerbs: Verb[] = [
  {
    name: 'step',
    usage: '[-]COUNT',
    example: 'step -5',
    about: say('help.step', {}),
    run: ({ words, to }, { cursor, head }) => {
      const [word] = words;
      if (!word) return ok([{ kind: 'seek', row: Math.min(cursor + 1, head) }]);
      const back = word.text.startsWith('-');
      const digits = back ? { ...word, text: word.text.slice(1) } : word;
      const count = small(
        { ...digits, text: /^\d+$/.test(digits.text) ? `0d${digits.text}` : digits.text },
        'COUNT',
        4,
        to,
      );
      if (!count.ok) return count;
      const row = cursor + (back ? -count.value : count.value);
      return ok([{ kind: 'seek', row: Math.max(0, Math.min(row, head)) }]);
    },
  },
  {
    name: 'goto',
    usage: 'STEP | start | end',
    example: 'goto 12',
    about: say('help.goto', {}),
    run: ({ words, to }, { head }) => {
      const [word] = words;
      if (word?.text === 'start') return ok([{ kind: 'seek', row: 0 }]);
      if (word?.text === 'end') return ok([{ kind: 'seek', row: head }]);
      const row = small(
        word && { ...word, text: /^\d+$/.test(word.text) ? `0d${word.text}` : word.text },
        'STEP, start or end',
        4,
        to,
      );
      if (!row.ok) return row;
      if (row.value > head) {
        return fail(say('problem.no-step', { given: String(row.value), last: head }), {
          from: word?.from ?? to,
          to: word?.to ?? to,
        });
      }
      return ok([{ kind: 'seek', row: row.value }]);
    },
  },
  {
    name: 'undo',
    usage: '',
    example: 'undo',
    about: say('help.undo', {}),
    run: (given) => none(given, [{ kind: 'undo' }]),
  },
  {
    name: 'redo',
    usage: '',
    example: 'redo',
    about: say('help.redo', {}),
    run: (given) => none(given, [{ kind: 'redo' }]),
  },
  {
    name: 'clock_step',
    usage: '[NANOSECONDS]',
    example: 'clock_step 0d100000000',
    about: say('help.clock', {}),
    run: ({ words, to }, { machine }) => {
      const [word] = words;
      const due = machine.nextTimer().at;
      const given = word
        ? small(word, 'NANOSECONDS', 6, to)
        : ok(Number.isFinite(due) ? due - machine.now : 0);
      if (!given.ok) return given;
      const ns = Math.max(0, given.value);
      return ok([{ kind: 'act', text: `clock_step 0d${String(ns)}`, commands: [{ do: 'clock', ns }] }]);
    },
  },
  {
    name: 'reset',
    usage: '',
    example: 'reset',
    about: say('help.reset', {}),
    run: (given) => none(given, [{ kind: 'act', text: 'reset', commands: [{ do: 'reset' }] }]),
  },
  {
    name: 'help',
    usage: '[COMMAND]',
    example: 'help setpci',
    about: say('help.help', {}),
    run: ({ words }) => ok([{ kind: 'help', ...(words[0] ? { verb: words[0].text } : {}) }]),
  },
];

export const verbs: readonly Verb[] = [
  {
    name: 'lspci',
    usage: '[-n|-nn] [-v] [-x|-xxx|-xxxx] [-t] [-D] [-s SLOT] [-d ID]',
    example: 'lspci -nn -s 3.0',
    about: say('help.lspci', {}),
    run: ({ text, from }, context) => lspci(context, text, from),
  },
  {
    name: 'setpci',
    usage: '-s SLOT | -d ID  REGISTER[.B|.W|.L][=VALUE[:MASK]] …',
    example: 'setpci -s 00:03.0 BASE_ADDRESS_0=ffffffff',
    about: say('help.setpci', {}),
    run: ({ text, from }, { machine }) => setpci(machine, text, from),
  },
  ...portVerbs,
  ...memoryVerbs,
  {
    name: 'info',
    usage: infoTopics.join(' | '),
    example: 'info pci',
    about: say('help.info', {}),
    run: ({ words, to }, context) => info(context, words, to),
  },
  ...boardVerbs,
  ...sessionVerbs,
];
