/** Verbs that only act on the machine: a program may consist of them. Nothing here prints, so that it stays light. */
import { ok, say } from '../../base/problem.ts';
import { access } from './access.ts';
import { injectVerb } from './inject.ts';
import { setpci } from './setpci.ts';
import { none, type Verb } from './verb.ts';
import { small } from './words.ts';

const widths = { b: 1, w: 2, l: 4, q: 8 } as const;

export const portVerbs: readonly Verb[] = (['b', 'w', 'l'] as const).flatMap((letter) => {
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

export const memoryVerbs: readonly Verb[] = (['b', 'w', 'l', 'q'] as const).flatMap((letter) => {
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

export const setpciVerb: Verb = {
  name: 'setpci',
  usage: '-s SLOT | -d ID  REGISTER[.B|.W|.L][=VALUE[:MASK]] …',
  example: 'setpci -s 00:03.0 BASE_ADDRESS_0=ffffffff',
  about: say('help.setpci', {}),
  run: ({ text, from }, { machine }) => setpci(machine, text, from),
};

export const clockVerbs: readonly Verb[] = [
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
];

export const actingVerbs: readonly Verb[] = [
  setpciVerb,
  ...portVerbs,
  ...memoryVerbs,
  injectVerb,
  ...clockVerbs,
];
