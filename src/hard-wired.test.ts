/** Nothing that a person reads or hears is written into a view: it comes from the catalogues of content/words. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { en } from './content/words/en/index.ts';

const src = fileURLToPath(new URL('.', import.meta.url));

/** What is the same in every language, and why. */
const allowed: ReadonlyMap<string, string> = new Map([
  ['cf', 'the name of the page, in its logo'],
  ['cf8&gt;', 'the prompt of the console'],
  ['CF8', 'a port'],
  ['P', 'a key'],
  ['h', 'after a hex number'],
  ['v', 'before the version of a capability'],
  ['sudo lspci -vvxxxx', 'a command to copy'],
  ['-device', 'an option of QEMU'],
  ['中', 'the switch of languages names both in themselves'],
  ['/ EN', 'the switch of languages names both in themselves'],
]);

/** Attributes and properties whose text a person reads or hears. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'alt',
  'heading',
  'label',
  'note',
  'placeholder',
  'tip',
  'title',
]);

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const isNode = (x: unknown): x is Node => typeof x === 'object' && x !== null && 'type' in x;
const nodes = (x: unknown): Node[] => (Array.isArray(x) ? x.filter(isNode) : isNode(x) ? [x] : []);
const nameOf = (x: unknown): string => {
  const { name, value } = x as { name?: string; value?: string };
  return name ?? value ?? '';
};

/** The texts that an expression may come to, as far as they stand in it. */
function literals(node: Node): string[] {
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' ? [node['value']] : [];
    case 'JSXExpressionContainer':
      return nodes(node['expression']).flatMap(literals);
    case 'ConditionalExpression':
      return nodes([node['consequent'], node['alternate']]).flatMap(literals);
    case 'LogicalExpression':
    case 'BinaryExpression':
      return node['operator'] === '+' || node.type === 'LogicalExpression'
        ? nodes([node['left'], node['right']]).flatMap(literals)
        : [];
    case 'TemplateLiteral':
      return nodes(node['quasis']).map((q) => String((q['value'] as { cooked?: string }).cooked ?? ''));
    default:
      return [];
  }
}

/** An id of the catalogue, or the beginning of one that a template makes: "command.hex-". */
const isId = (text: string): boolean =>
  text in en || (text.includes('.') && ids.some((id) => id.startsWith(text)));
const ids = Object.keys(en);

/** Texts with letters in them that a person would read and that are no word of the catalogue. */
function hardWired(name: string, code: string): string[] {
  const found: string[] = [];
  const note = (text: string): void => {
    const trimmed = text.trim().replaceAll(/\s+/g, ' ');
    if (/\p{L}{2}|^\p{L}$/u.test(trimmed) && !isId(trimmed) && !allowed.has(trimmed)) found.push(trimmed);
  };
  const visit = (node: Node): void => {
    if (node.type === 'JSXText') note(String(node['value']));
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      nodes(node['children'])
        .filter((child) => child.type === 'JSXExpressionContainer')
        .flatMap(literals)
        .forEach(note);
    if (node.type === 'JSXAttribute' && spoken.has(nameOf(node['name'])))
      nodes(node['value']).flatMap(literals).forEach(note);
    if (node.type === 'Property' && spoken.has(nameOf(node['key'])))
      nodes(node['value']).flatMap(literals).forEach(note);
    for (const field of Object.values(node)) nodes(field).forEach(visit);
  };
  visit(parseSync(name, code).program as unknown as Node);
  return found;
}

test('the scan sees what is hard-wired, and only that', () => {
  const sample = `
    export const A = ({ t, on, n }) => (
      <section aria-label="Bus map" className="map wide" title={on ? 'Open it' : t('map.table')}>
        Nothing here <b>{n}</b> {on && 'yes'} {\`step \${n}\`} · → 4
        <Menu label={t('header.more')} entries={[{ id: 'x', title: 'Reset all', note: t('map.off') }]} />
        {on ? t('map.table') : t('map.empty')}
      </section>
    );
    export const pane = { id: 'story', title: 'view.story' };`;
  expect(hardWired('sample.tsx', sample)).toEqual([
    'yes',
    'step',
    'Bus map',
    'Open it',
    'Nothing here',
    'Reset all',
  ]);
});

test('no view and no part of the shell has a text of its own', () => {
  const files = ['views', 'app'].flatMap((room) =>
    readdirSync(path.join(src, room), { recursive: true })
      .map((file) => path.join(room, String(file)))
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file)),
  );
  const wrong = files.flatMap((file) =>
    hardWired(file, readFileSync(path.join(src, file), 'utf8')).map((text) => `${file}: ${text}`),
  );
  expect(wrong, 'a line in content/words/en and zh, and t(…) here').toEqual([]);
});
