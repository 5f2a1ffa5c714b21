/** Two that answer one address: BARs over each other, over a bridge's window, over RAM; windows over each other. */
import { hex0x } from '../../base/hex.ts';
import { say } from '../../base/problem.ts';
import { barText, functionText } from '../names.ts';
import { most, noFix, type Lint } from './lint.ts';
import { closeWindow, moveAway, registerOf } from './place.ts';
import type { MappedBar } from './mapped-bars.ts';
import { spaceOf, type OpenWindow, type Scene, type Space } from './scene.ts';

const spaces: readonly Space[] = ['io', 'memory'];

const nameOf = (scene: Scene, { fn, bar }: MappedBar): string =>
  `${functionText(scene.m, fn)} ${barText(bar)}`;

/** BARs that the CPU reaches and that share addresses. The one mapped last is to move. */
export function* barOverlap(scene: Scene): Generator<Lint> {
  for (const space of spaces) {
    for (const point of crowded(scene, space)) {
      const [last, other] = scene
        .barsIn(space, point, point)
        .filter((b) => b.missedBy < 0)
        .toSorted((a, b) => b.order - a.order);
      if (!last || !other) continue;
      const from = Math.max(last.from, other.from);
      const to = Math.min(last.to, other.to);
      const slots = {
        one: nameOf(scene, last),
        other: nameOf(scene, other),
        from: hex0x(from),
        to: hex0x(to),
      };
      yield {
        id: 'bar-overlap',
        severity: 'warning',
        where: { ...registerOf(last.fn, last.bar), space, from, to },
        what: say('lint.bar-overlap', slots),
        why: say('lint.bar-overlap-why', { authentic: scene.m.board.authentic }),
        fix: () => moveAway(scene, last.fn, last.bar),
      };
    }
  }
}

/**
 * Beginnings of BARs at which more than one is open, without comparing each with each: sorted apart, the (i+2)th beginning
 * lies at or before the (i+1)th end.
 */
function crowded({ mapped }: Scene, space: Space): readonly number[] {
  const { length } = mapped;
  const starts = new Float64Array(length);
  const ends = new Float64Array(length);
  let count = 0;
  for (let i = 0; i < length; i++) {
    if ((mapped.missedBy[i] ?? 0) >= 0 || (mapped.bar[i]?.kind === 'io') !== (space === 'io')) continue;
    starts[count] = mapped.from[i] ?? 0;
    ends[count++] = mapped.to[i] ?? 0;
  }
  starts.subarray(0, count).sort();
  ends.subarray(0, count).sort();
  const found = new Set<number>();
  for (let i = 1; i < count && found.size < most; i++) {
    const start = starts[i] ?? 0;
    if (start <= (ends[i - 1] ?? 0)) found.add(start);
  }
  return [...found];
}

/** A BAR beside a bridge, inside what the bridge passes down: both take the access. */
export function* barInWindow(scene: Scene): Generator<Lint> {
  const { mapped } = scene;
  for (let i = 0; i < mapped.length; i++) {
    const fn = mapped.fn[i] ?? 0;
    const windows = scene.windowsOn(scene.hearing(fn));
    if (windows.length === 0 || (mapped.missedBy[i] ?? 0) >= 0) continue;
    const [from, to, space] = [mapped.from[i] ?? 0, mapped.to[i] ?? 0, spaceOf(mapped.bar[i]?.kind ?? 'io')];
    for (const window of windows) {
      if (window.from > to || window.to < from || window.fn === fn || spaceOf(window.kind) !== space)
        continue;
      const bar = mapped.at(i);
      if (bar) yield inWindow(scene, bar, window);
    }
  }
}

const inWindow = (scene: Scene, range: MappedBar, window: OpenWindow): Lint => ({
  id: 'bar-in-window',
  severity: 'warning',
  where: {
    ...registerOf(range.fn, range.bar),
    space: spaceOf(window.kind),
    from: range.from,
    to: range.to,
  },
  what: say('lint.bar-in-window', {
    bar: nameOf(scene, range),
    bridge: functionText(scene.m, window.fn),
    from: hex0x(window.from),
    to: hex0x(window.to),
  }),
  why: say('lint.bar-in-window-why', {}),
  fix: () => moveAway(scene, range.fn, range.bar),
});

/** RAM answers before PCI is asked. */
export function* barInRam(scene: Scene): Generator<Lint> {
  const { m } = scene;
  const ram = m.board.platform.map(m).filter((r) => r.space === 'memory' && r.kind === 'ram');
  for (const { from, to } of ram) {
    for (const range of scene.barsIn('memory', from, to)) {
      if (range.missedBy >= 0) continue;
      yield {
        id: 'bar-in-ram',
        severity: 'warning',
        where: { ...registerOf(range.fn, range.bar), space: 'memory', from: range.from, to: range.to },
        what: say('lint.bar-in-ram', {
          bar: nameOf(scene, range),
          from: hex0x(range.from),
          to: hex0x(range.to),
        }),
        why: say('lint.bar-in-ram-why', {}),
        fix: () => moveAway(scene, range.fn, range.bar),
      };
    }
  }
}

/** Windows of bridges beside each other that share addresses. */
export function* windowsOverlap(scene: Scene): Generator<Lint> {
  for (const wire of scene.m.board.wires.keys()) {
    for (const space of spaces) {
      const windows = scene
        .windowsOn(wire)
        .filter((w) => spaceOf(w.kind) === space)
        .toSorted((a, b) => a.from - b.from);
      let before: OpenWindow | undefined;
      for (const window of windows) {
        if (before && before.fn !== window.fn && window.from <= before.to)
          yield windowsLint(scene, space, before, window);
        if (!before || window.to > before.to) before = window;
      }
    }
  }
}

const kindOffset = { io: 0x1c, memory: 0x20, prefetchable: 0x24 } as const;
const kindBytes = { io: 2, memory: 4, prefetchable: 4 } as const;

/** Where a bridge says where a window lies. */
export const windowRegister = ({ fn, kind }: OpenWindow): { fn: number; offset: number; bytes: number } => ({
  fn,
  offset: kindOffset[kind],
  bytes: kindBytes[kind],
});

/** Nothing that decodes lies in the window, behind its bridge. */
export const isIdle = (scene: Scene, { fn, kind, from, to }: OpenWindow): boolean =>
  !scene.barsIn(spaceOf(kind), from, to).some((b) => scene.isBehind(b.fn, fn));

function windowsLint(scene: Scene, space: Space, one: OpenWindow, other: OpenWindow): Lint {
  const from = Math.max(one.from, other.from);
  const to = Math.min(one.to, other.to);
  return {
    id: 'windows-overlap',
    severity: 'warning',
    where: { ...windowRegister(other), space, from, to },
    what: say('lint.windows-overlap', {
      one: functionText(scene.m, one.fn),
      other: functionText(scene.m, other.fn),
      from: hex0x(from),
      to: hex0x(to),
    }),
    why: say('lint.windows-overlap-why', {}),
    fix: () => {
      const idle = [other, one].find((w) => isIdle(scene, w));
      return idle === undefined ? noFix() : closeWindow(scene.m, idle.fn, idle.kind);
    },
  };
}
