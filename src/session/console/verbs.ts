/** The table of the console's verbs: grammar, completion, help and execution all read it. */
import { fail, ok, say } from '../../base/problem.ts';
import { clockVerbs, memoryVerbs, portVerbs, setpciVerb } from './acting-verbs.ts';
import { boardVerbs } from './board-verbs.ts';
import { info, infoTopics } from './info.ts';
import { lspci } from './lspci.ts';
import { none, type Verb } from './verb.ts';
import { small } from './words.ts';

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
        'STEP | start | end',
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
  ...clockVerbs,
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
  setpciVerb,
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
