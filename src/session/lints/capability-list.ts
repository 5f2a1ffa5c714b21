/** What is wrong with a function's registers by themselves: all ones, its list of capabilities, a 64-bit BAR without a second half. */
import { bits } from '../../base/bits.ts';
import { hex0x } from '../../base/hex.ts';
import { say } from '../../base/problem.ts';
import type { Shape } from '../../engine/shape.ts';
import { capabilities, isCapability } from '../../pci/walk.ts';
import { functionText } from '../names.ts';
import { noFix, type Lint } from './lint.ts';
import type { Scene } from './scene.ts';

interface List {
  readonly msi?: number;
  readonly msix?: number;
  /** Where the walk ended badly, and how. */
  readonly trouble?: { readonly at: number; readonly kind: 'loop' | 'outside' };
}

/** The list is read-only: it is the same for every copy of a model, at every moment. */
const lists = new WeakMap<Shape, List>();

export function listOf(shape: Shape): List {
  const known = lists.get(shape);
  if (known) return known;
  const rows = capabilities((n) => shape.reset[n], shape.words * 4);
  const find = (id: number): number | undefined =>
    rows.find((row) => isCapability(row) && !row.extended && row.id === id)?.at;
  const [msi, msix] = [find(0x05), find(0x11)];
  const bad = rows.find(({ trouble }) => trouble === 'loop' || trouble === 'outside');
  const list: List = {
    ...(msi === undefined ? {} : { msi }),
    ...(msix === undefined ? {} : { msix }),
    ...(bad === undefined
      ? {}
      : { trouble: { at: bad.at, kind: bad.trouble === 'loop' ? 'loop' : 'outside' } }),
  };
  lists.set(shape, list);
  return list;
}

/** Functions whose shape is of that kind; none of them is asked when none of the shapes is. */
function withShape({ m, fns, shapes }: Scene, fits: (shape: Shape) => boolean): readonly number[] {
  const bad = new Set([...shapes].filter(fits));
  return bad.size === 0 ? [] : fns.filter((fn) => bad.has(m.shape(fn)));
}

/** The list runs in a circle, or into the header. */
export function* capabilityList(scene: Scene): Generator<Lint> {
  const { m } = scene;
  for (const fn of withShape(scene, (shape) => listOf(shape).trouble !== undefined)) {
    const { trouble } = listOf(m.shape(fn));
    if (trouble === undefined) continue;
    const { at, kind } = trouble;
    yield {
      id: 'capability-list',
      severity: 'warning',
      where: { fn, offset: kind === 'loop' ? at : 0x34, bytes: kind === 'loop' ? 2 : 1 },
      what: say('lint.capability-list', { who: functionText(m, fn), at: hex0x(at, 2), kind }),
      why: say('lint.capability-list-why', {}),
      fix: noFix,
    };
  }
}

/** A header of ones only, as a dump holds it where nobody answered. */
const isOnes = ({ reset }: Shape): boolean => reset.subarray(0, 16).every((word) => word === -1);

/** A function that is known from reads that nobody answered. */
export function* allOnes(scene: Scene): Generator<Lint> {
  const { m } = scene;
  for (const fn of withShape(scene, isOnes))
    yield {
      id: 'all-ones',
      severity: 'warning',
      where: { fn, offset: 0, bytes: 4 },
      what: say('lint.all-ones', { who: functionText(m, fn) }),
      why: say('lint.all-ones-why', {}),
      fix: noFix,
    };
}

/** A BAR that says it is 64 bits wide and has no register after it for the upper half. */
export function* barLastWide(scene: Scene): Generator<Lint> {
  const { m } = scene;
  for (const fn of withShape(scene, (shape) => lastWide(shape) >= 0)) {
    const last = lastWide(m.shape(fn));
    yield {
      id: 'bar-last-wide',
      severity: 'warning',
      where: { fn, offset: 0x10 + last * 4, bytes: 4 },
      what: say('lint.bar-last-wide', { who: functionText(m, fn), bar: `BAR${String(last)}` }),
      why: say('lint.bar-last-wide-why', {}),
      fix: noFix,
    };
  }
}

/** Its number, or -1. Type bits are read-only. */
function lastWide({ header, reset }: Shape): number {
  const slots = header === 0 ? 6 : header === 1 ? 2 : 0;
  const isWide = (n: number): boolean => bits(reset[4 + n] ?? 0, 2, 0) === 4;
  let bar = 0;
  while (bar < slots - 1) bar += isWide(bar) ? 2 : 1;
  return bar === slots - 1 && isWide(bar) ? bar : -1;
}
