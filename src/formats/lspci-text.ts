/** What lspci prints for a list of functions. Wording and layout are those of pciutils 3.9. */
import { hex } from '../base/hex.ts';
import { fail, ok, say } from '../base/problem.ts';
import type { Result } from '../base/problem.ts';
import { nearest } from '../base/nearest.ts';
import { hasId, isInSlot, parseId, parseSlot } from './lspci/filter.ts';
import type { IdFilter, SlotFilter } from './lspci/filter.ts';
import { headerLines } from './lspci/header.ts';
import { hexRows } from './lspci/hex-rows.ts';
import type { Digits } from './lspci/hex-rows.ts';
import { byteAt, slotText, sorted, wordAt } from './lspci/listed.ts';
import type { ListedFunction } from './lspci/listed.ts';
import { classOf, classText, deviceText, progIfText } from './lspci/names.ts';
import type { Names, Numbers } from './lspci/names.ts';
import { treeText } from './lspci/tree.ts';

export interface LspciOptions {
  readonly numbers: Numbers;
  /** Number of v. */
  readonly verbose: 0 | 1 | 2 | 3;
  /** -x, -xxx, -xxxx; 0: no bytes. */
  readonly digits: 0 | Digits;
  readonly tree: boolean;
  /** -D: the domain always; otherwise only when one is not zero. */
  readonly domains: boolean;
  readonly slot: SlotFilter;
  readonly ids: IdFilter;
}

export const plain: LspciOptions = {
  numbers: 'text',
  verbose: 0,
  digits: 0,
  tree: false,
  domains: false,
  slot: {},
  ids: {},
};

const isAsked = (options: LspciOptions, f: ListedFunction): boolean =>
  isInSlot(options.slot, f) &&
  hasId(options.ids, {
    vendor: wordAt(f, 0),
    device: wordAt(f, 2),
    classCode: classOf(f),
    progIf: byteAt(f, 9),
  });

function firstLine(f: ListedFunction, names: Names, options: LspciOptions, withDomain: boolean): string {
  const { numbers, verbose } = options;
  const revision = byteAt(f, 8);
  let text = `${slotText(f, withDomain)} ${classText(names, numbers, classOf(f))}: `;
  text += deviceText(names, numbers, wordAt(f, 0), wordAt(f, 2));
  if (revision !== 0) text += ` (rev ${hex(revision, 2)})`;
  if (verbose > 0) text += progIfText(names, f);
  return `${text}\n`;
}

/** The whole output, line ends included. */
export function lspciText(
  functions: readonly ListedFunction[],
  names: Names,
  options: LspciOptions = plain,
): string {
  const { numbers, verbose, digits } = options;
  const list = sorted(functions);
  if (options.tree) {
    return treeText(list, {
      isWhole: Object.keys({ ...options.slot, ...options.ids }).length === 0,
      isShown: (f) => isAsked(options, f),
      label: (f) => (verbose > 0 ? `  ${deviceText(names, numbers, wordAt(f, 0), wordAt(f, 2))}` : ''),
    });
  }
  const withDomain = options.domains || list.some((f) => f.domain !== 0);
  let text = '';
  for (const f of list) {
    if (!isAsked(options, f)) continue;
    text += firstLine(f, names, options, withDomain);
    if (verbose > 0) text += headerLines(f, names, numbers, verbose);
    if (digits !== 0) text += hexRows(f, digits);
    if (verbose > 0 || digits !== 0) text += '\n';
  }
  return text;
}

interface Reading {
  n: number;
  v: number;
  x: number;
  tree: boolean;
  domains: boolean;
  slot: SlotFilter;
  ids: IdFilter;
}

const numbersOf = (n: number): Numbers => (n === 0 ? 'text' : n === 1 ? 'numbers' : 'both');
const verbosityOf = (v: number): LspciOptions['verbose'] => (v > 2 ? 3 : v === 2 ? 2 : v === 1 ? 1 : 0);
const digitsOf = (x: number): LspciOptions['digits'] => (x > 3 ? 4 : x === 3 ? 3 : x > 0 ? 1 : 0);

/**
 * Reads `lspci -nnv -s 1f.` and the like; letters may stand together, a value may stick to its letter. Places are
 * characters of the line.
 */
export function parseLspci(line: string): Result<LspciOptions> {
  const words = Array.from(line.matchAll(/\S+/g), (found) => ({ text: found[0], from: found.index }));
  const reading: Reading = { n: 0, v: 0, x: 0, tree: false, domains: false, slot: {}, ids: {} };
  for (let i = words[0]?.text === 'lspci' ? 1 : 0; i < words.length; i++) {
    const word = words[i] ?? { text: '', from: 0 };
    const whole = { from: word.from, to: word.from + word.text.length };
    if (!/^-./.test(word.text)) {
      return fail(say('problem.expected', { expected: '-s -d -n -nn -v -x -t -D', given: word.text }), whole);
    }
    for (let k = 1; k < word.text.length; k++) {
      const letter = word.text[k] ?? '';
      if (letter === 'n') reading.n++;
      else if (letter === 'v') reading.v++;
      else if (letter === 'x') reading.x++;
      else if (letter === 't') reading.tree = true;
      else if (letter === 'D') reading.domains = true;
      else if (letter === 's' || letter === 'd') {
        const rest = word.text.slice(k + 1);
        const next = words[i + 1];
        const value = rest === '' ? next : { text: rest, from: word.from + k + 1 };
        if (value === undefined) return fail(say('formats.value-missing', { option: `-${letter}` }), whole);
        const parsed = letter === 's' ? parseSlot(value.text) : parseId(value.text);
        if (!parsed.ok) {
          const { from = 0, to = value.text.length } = parsed.problem.place ?? {};
          return fail(parsed.problem.message, { from: value.from + from, to: value.from + to });
        }
        if (letter === 's') reading.slot = parsed.value;
        else reading.ids = parsed.value;
        if (rest === '') i++;
        break;
      } else if (letter !== 'k') {
        const known = nearest(letter, ['s', 'd', 'n', 'v', 'x', 't', 'D', 'k']);
        const place = { from: word.from + k, to: word.from + k + 1 };
        return fail(
          say('problem.unknown', { what: 'lspci', given: `-${letter}`, nearest: `-${known}` }),
          place,
        );
      }
    }
  }
  const { n, v, x, tree, domains, slot, ids } = reading;
  return ok({
    numbers: numbersOf(n),
    verbose: verbosityOf(v),
    digits: digitsOf(x),
    tree,
    domains,
    slot,
    ids,
  });
}
