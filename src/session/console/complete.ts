/** What could stand where the cursor is: verbs, slots with their names, registers, ports, mapped addresses. */
import { hex } from '../../base/hex.ts';
import { bdfOf } from '../../engine/explain.ts';
import { placedBars } from '../../engine/regions.ts';
import { setpciRegisters } from '../../pci/setpci-names.ts';
import { barText, bdfText } from '../names.ts';
import { infoTopics } from './info.ts';
import type { Context } from './verb.ts';
import { verbs } from './verbs.ts';

export interface Completion {
  /** What replaces the word. */
  readonly text: string;
  /** What it is: a model, a usage, an owner. Data. */
  readonly note: string;
}

const starts = (list: readonly Completion[], word: string): Completion[] =>
  list.filter((c) => c.text.toLowerCase().startsWith(word.toLowerCase()) && c.text !== word);

/** Completions of the word that ends at character `at`, and where that word begins. */
export function complete(
  line: string,
  at: number,
  context: Context,
): { from: number; options: Completion[] } {
  const before = line.slice(0, at);
  const command = before.slice(before.lastIndexOf(';') + 1).trimStart();
  const word = /[^\s;]*$/.exec(before)?.[0] ?? '';
  const from = at - word.length;
  const words = command.split(/\s+/);
  const verb = words[0] ?? '';
  if (words.length <= 1) {
    return {
      from,
      options: starts(
        verbs.map((v) => ({ text: v.name, note: v.usage })),
        word,
      ),
    };
  }
  return { from, options: starts(candidates(verb, words, context), word).slice(0, 40) };
}

function candidates(verb: string, words: readonly string[], { machine: m }: Context): Completion[] {
  const previous = words.at(-2);
  const slots = m.board.parts.flatMap((part, fn) => {
    const bdf = bdfOf(m, fn);
    return bdf < 0 ? [] : [{ text: bdfText(bdf), note: part.model }];
  });
  if (previous === '-s') return slots;
  if (verb === 'setpci') {
    const registers = setpciRegisters.map((r) => ({ text: r.name, note: `0x${hex(r.at, 2)}` }));
    return words.length === 2
      ? [
          { text: '-s', note: 'SLOT' },
          { text: '-d', note: 'ID' },
        ]
      : registers;
  }
  if (verb === 'lspci') {
    return ['-nn', '-v', '-xxx', '-xxxx', '-t', '-s', '-d'].map((text) => ({ text, note: '' }));
  }
  if (/^(in|out)[bwl]$/.test(verb) && words.length === 2) {
    return [
      { text: 'cf8', note: 'CONFIG_ADDRESS' },
      { text: 'cfc', note: 'CONFIG_DATA' },
      ...mapped(m, true),
    ];
  }
  if (verb === 'outl' && previous === 'cf8') {
    return m.board.parts.flatMap((part, fn) => {
      const bdf = bdfOf(m, fn);
      return bdf < 0
        ? []
        : [{ text: hex((0x8000_0000 | (bdf << 8)) >>> 0, 8), note: `${bdfText(bdf)} ${part.model}` }];
    });
  }
  if (/^(read|write)[bwlq]$/.test(verb) && words.length === 2) return mapped(m, false);
  if (verb === 'info') return infoTopics.map((text) => ({ text, note: '' }));
  if (verb === 'goto')
    return [
      { text: 'start', note: '' },
      { text: 'end', note: '' },
    ];
  if (verb === 'help') return verbs.map((v) => ({ text: v.name, note: v.usage }));
  return [];
}

const mapped = (m: Context['machine'], io: boolean): Completion[] =>
  placedBars(m)
    .filter((p) => p.mapped && (p.bar.kind === 'io') === io)
    .map((p) => ({
      text: hex(p.address),
      note: `${bdfText(Math.max(0, bdfOf(m, p.fn)))} ${barText(p.bar)}`,
    }));
