/** `cf8 models`: the catalogue as a page of Markdown, read off the shapes themselves; docs/models.md is its output. */
import process from 'node:process';
import { hex, size } from '../base/hex.ts';
import '../pci/caps/all.ts';
import type { Part } from '../engine/board.ts';
import type { BarSpec } from '../engine/shape.ts';
import { catalogue } from '../models/catalogue.ts';
import type { Model } from '../models/model.ts';
import { className } from '../pci/classes.ts';
import { titleOf } from '../pci/describe.ts';
import { capabilities, isCapability } from '../pci/walk.ts';
import { build } from '../scenario/build.ts';
import type { PartSpec, Scenario } from '../scenario/scenario.ts';

/** What a model needs above it, tried in this order. */
const places: readonly (readonly PartSpec[])[] = [
  [],
  [{ model: 'pcie-root-port', id: 'port', addr: '4' }],
  [
    { model: 'pcie-root-port', id: 'root', addr: '4' },
    { model: 'x3130-upstream', id: 'port', bus: 'root' },
  ],
];

/** A value for what must be given: serial numbers, names of backends. */
const required = ({ properties }: Model): Record<string, string> =>
  Object.fromEntries(properties.filter((p) => p.required).map((p) => [p.name, '1']));

/** The model on a board where it can be; undefined when there is no such board. */
export function example(model: Model, machine: Scenario['machine']): Part | undefined {
  for (const above of places) {
    const bus = above.at(-1)?.id;
    const part: PartSpec = {
      model: model.id,
      id: 'example',
      ...(bus === undefined ? {} : { bus }),
      properties: required(model),
    };
    const parts = [...above, part];
    const { board, problems } = build({ title: '', machine, ram: 128, authentic: 'qemu', parts }, catalogue);
    if (problems.length === 0) return board.parts.find(({ path }) => path === 'example');
  }
  return undefined;
}

const behind = ({ modelled, stretches, contents }: BarSpec): string => {
  if (contents) return 'ROM';
  if (stretches.length > 0 && stretches.every(({ ops }) => ops === undefined)) return 'memory';
  return modelled ? 'registers' : 'reset values';
};

const barText = (bar: BarSpec): string => {
  const name = bar.index === 6 ? 'ROM' : `BAR${String(bar.index)}`;
  const kind =
    bar.kind === 'io' ? 'I/O' : bar.kind === 'rom' ? '' : `${bar.kind}${bar.prefetchable ? ' pref' : ''}`;
  const what = behind(bar);
  return (
    [name, kind, size(bar.bytes)].filter((text) => text !== '').join(' ') +
    (what === 'ROM' ? '' : `: ${what}`)
  );
};

/** In list order; several of a kind once, with their number. */
function titles({ shape }: Part): string[] {
  const all = capabilities((n) => shape.reset[n], shape.words * 4)
    .filter(isCapability)
    .map(titleOf);
  return [...new Set(all)].map((title) => {
    const count = all.filter((other) => other === title).length;
    return count === 1 ? title : `${title} ×${String(count)}`;
  });
}

function row(model: Model): string {
  if (model.bus === 'none') return `| \`${model.id}\` | | no function of its own | pc, q35 | | |`;
  const on = { pc: example(model, 'pc'), q35: example(model, 'q35') };
  const part = on.pc ?? on.q35;
  if (!part) return `| \`${model.id}\` | | | | | |`;
  const { reset, bars } = part.shape;
  const id = hex(((reset[0] ?? 0) & 0xffff) >>> 0, 4) + ':' + hex((reset[0] ?? 0) >>> 16, 4);
  const caps = titles(part);
  const more = on.q35 === undefined ? [] : titles(on.q35).filter((title) => !caps.includes(title));
  const text = [caps.join(', '), ...(more.length > 0 ? [`on PCI Express also ${more.join(', ')}`] : [])];
  const machines = on.pc && on.q35 ? 'pc, q35' : on.pc ? 'pc' : 'q35';
  return `| \`${model.id}\` | ${id} | ${className((reset[2] ?? 0) >>> 8)} | ${machines} | ${bars
    .toSorted((a, b) => a.index - b.index)
    .map(barText)
    .join('<br>')} | ${text.filter((t) => t !== '').join('; ')} |`;
}

const heading = (kind: string): string => `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;

/** The page. */
export function modelsPage(): string {
  const kinds = [...new Set(catalogue.map(({ kind }) => kind))];
  const sections = kinds.map((kind) => {
    const own = catalogue.filter((model) => model.kind === kind);
    return [
      `## ${heading(kind)}`,
      '',
      '| Model | ID | Class | Machine | BARs, and what is behind them | Capabilities |',
      '|---|---|---|---|---|---|',
      ...own.map(row),
      '',
    ].join('\n');
  });
  return [
    '# Models',
    '',
    `Made by \`npm run -s cf8 -- models\`; do not edit. ${String(catalogue.length)} models, named as QEMU's \`-device\` names them, with default properties.`,
    '',
    'Behind a BAR there are *registers* (they do what the device’s do, as far as the model’s first line says), *memory*, or *reset values*: what QEMU',
    'answers after reset, whatever is written. The Problems list of the page says the same of every device on the board.',
    '',
    ...sections,
  ].join('\n');
}

export function models(): number {
  process.stdout.write(modelsPage());
  return 0;
}
