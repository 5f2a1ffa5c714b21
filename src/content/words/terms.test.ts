/** Whatever a table of pci/ says, Chinese has words for it; and has no words for what none says. */
import { expect, test } from 'vitest';
import { classTable } from '../../pci/classes-table.ts';
import { capabilityTitle } from '../../pci/caps/index.ts';
import { everyLayout } from '../../pci/every-layout.ts';
import type { Field } from '../../pci/fields.ts';
import { classNames } from './zh/class-names.ts';
import { phrases } from './zh/phrases.ts';
import { specNames } from './zh/spec-names.ts';
import { meaningOf, meanings, termOf } from './zh/terms.ts';

const layouts = everyLayout();
const unique = (all: readonly string[]): string[] =>
  [...new Set(all)].filter((text) => !/^[\da-f]*$/.test(text));

/** Values enough to make a field say all that it can. */
const values = ({ hi, lo }: Field): number[] => {
  const count = 2 ** (hi - lo + 1);
  return count <= 4096 ? Array.from({ length: count }, (_, n) => n) : [0, 1, 2, 3, count - 1];
};
const said = unique(
  layouts.flatMap(({ fields }) =>
    fields.flatMap((field) => (field.show ? values(field).map((value) => field.show?.(value) ?? '') : [])),
  ),
);
const names = unique([
  ...layouts.flatMap(({ registers, fields }) => [...registers, ...fields].map(({ name }) => name)),
  ...[true, false].flatMap((extended) =>
    Array.from({ length: 0x100 }, (_, id) => capabilityTitle(id, extended) ?? ''),
  ),
]);

/** Words in small letters that are English; units, states like D3hot and mnemonics like Min_Gnt are not. */
const english = (text: string): string[] =>
  (text.match(/(?<![\w-])[A-Za-z]?[a-z]{2,}(?![\w])/g) ?? []).filter(
    (word) => !/^(Express|Card|CardBus|Fmt|PCIe|[KMGTPE]iB|MHz)$/.test(word),
  );

test('every meaning has Chinese words', () => {
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter((text) => english(meaningOf(text)).length > 0)).toEqual([]);
});

test('no meaning is translated that no table says', () => {
  const keys = new Set(said.flatMap((text) => [text, text.replaceAll(/\d+(?:\.\d+)?/g, '#')]));
  expect(Object.keys(meanings).filter((key) => !keys.has(key))).toEqual([]);
});

test('numbers keep their places', () => {
  expect(meaningOf('260ms to 900ms')).toBe('260ms 至 900ms');
  expect(meaningOf('Via message/WAKE#')).toBe('通过消息或 WAKE#');
  expect(meaningOf('febf0000')).toBe('febf0000');
});

test('every register, field and capability has a Chinese name', () => {
  const left = names.flatMap((name) =>
    english(termOf(name)).length > 0 ? [`${name}: ${termOf(name)}`] : [],
  );
  expect(left).toEqual([]);
});

test('no phrase is translated that no name has', () => {
  expect(
    [...Object.keys(specNames), ...Object.keys(phrases)].filter(
      (phrase) => !names.some((name) => ` ${name} `.includes(` ${phrase} `)),
    ),
  ).toEqual([]);
});

/** Of classes and sub-classes; the line of a programming interface has two tabs. */
const classes = unique(
  classTable.split('\n').flatMap((line) => /^(?:C |\t)[\da-f]{2} (.*)$/.exec(line)?.slice(1) ?? []),
);
/** What is called so everywhere. */
const makers = /^(?:Pentium|Alpha|FireWire .*|InfiniBand)$/;

test('every class has a Chinese name, and none has that is no class', () => {
  expect(classes.length).toBeGreaterThan(100);
  expect(
    classes.filter((name) => /[a-z]{3}/.test(name) && termOf(name) === name && !makers.test(name)),
  ).toEqual([]);
  expect(Object.keys(classNames).filter((name) => !classes.includes(name))).toEqual([]);
});
