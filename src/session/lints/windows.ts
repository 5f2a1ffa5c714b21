/** What a bridge does not pass down although something below it waits there. */
import { hex0x } from '../../base/hex.ts';
import { say } from '../../base/problem.ts';
import type { BarSpec } from '../../engine/shape.ts';
import type { Window } from '../../engine/windows.ts';
import { barText, functionText } from '../names.ts';
import type { Lint } from './lint.ts';
import { isIdle, windowRegister } from './overlap.ts';
import { closeWindow, moveToFree, openWindow, registerOf } from './place.ts';
import type { MappedBar } from './mapped-bars.ts';
import { spaceOf, type OpenWindow, type Scene } from './scene.ts';

/** A BAR that decodes outside of its bridge's windows. */
export function* barOutside(scene: Scene): Generator<Lint> {
  const { mapped } = scene;
  for (let i = 0; i < mapped.length; i++) {
    const range = (mapped.missedBy[i] ?? -1) < 0 ? undefined : mapped.at(i);
    if (range) yield outside(scene, range);
  }
}

/** Above 4 GiB only the prefetchable window reaches. */
const windowFor = (bar: BarSpec, to: number): Window['kind'] =>
  bar.kind === 'io' ? 'io' : to > 0xffff_ffff ? 'prefetchable' : 'memory';

function outside(scene: Scene, range: MappedBar): Lint {
  const { fn, bar, from, to, missedBy } = range;
  const { m } = scene;
  return {
    id: 'bar-outside',
    severity: 'warning',
    where: { ...registerOf(fn, bar), space: spaceOf(bar.kind), from, to },
    what: say('lint.bar-outside', {
      bar: `${functionText(m, fn)} ${barText(bar)}`,
      bridge: functionText(m, missedBy),
      from: hex0x(from),
      to: hex0x(to),
    }),
    why: say('lint.bar-outside-why', {}),
    fix: () => moveToFree(scene, fn, bar) ?? openWindow(m, missedBy, windowFor(bar, to), { from, to }),
  };
}

/** A bridge's window that the bridge above it does not pass down. */
export function* windowOutside(scene: Scene): Generator<Lint> {
  for (const bridge of scene.bridges) {
    for (const window of scene.windowsTo(scene.m.wireBelow(bridge)) ?? []) {
      const above = scene.missing(scene.wireOf(bridge), spaceOf(window.kind), window.from, window.to);
      if (above >= 0) yield beyond(scene, window, above);
    }
  }
}

function beyond(scene: Scene, window: OpenWindow, above: number): Lint {
  const { m } = scene;
  const { fn, kind, from, to } = window;
  return {
    id: 'window-outside',
    severity: 'warning',
    where: { ...windowRegister(window), space: spaceOf(kind), from, to },
    what: say('lint.window-outside', {
      bridge: functionText(m, fn),
      above: functionText(m, above),
      from: hex0x(from),
      to: hex0x(to),
    }),
    why: say('lint.window-outside-why', {}),
    fix: () => (isIdle(scene, window) ? closeWindow(m, fn, kind) : openWindow(m, above, kind, { from, to })),
  };
}
