/** Bus Master Enable left off where something needs it: messages and DMA go nowhere. */
import { say } from '../../base/problem.ts';
import { functionText } from '../names.ts';
import { listOf } from './capability-list.ts';
import type { Fix, Lint } from './lint.ts';
import { setpciLine } from './place.ts';
import type { Scene } from './scene.ts';

const busMaster = 4;

const isMaster = (scene: Scene, fn: number): boolean => (scene.m.word(fn, 1) & busMaster) !== 0;

function makeMaster({ m }: Scene, fn: number): Fix | undefined {
  const line = setpciLine(m, fn, { COMMAND: '4:4' });
  return line === undefined ? undefined : { say: say('lint.fix-master', { who: functionText(m, fn) }), line };
}

/** MSI or MSI-X is enabled and the function may not write to memory. */
export function* messageNotMaster(scene: Scene): Generator<Lint> {
  const { m } = scene;
  const capable = new Map([...scene.shapes].map((shape) => [shape, listOf(shape)]));
  for (const fn of scene.fns) {
    const { msi, msix } = capable.get(m.shape(fn)) ?? {};
    if ((msi === undefined && msix === undefined) || isMaster(scene, fn)) continue;
    const at =
      msix !== undefined && m.word(fn, msix >> 2) < 0
        ? msix
        : msi !== undefined && (m.word(fn, msi >> 2) & 0x1_0000) !== 0
          ? msi
          : undefined;
    if (at === undefined) continue;
    yield {
      id: 'message-not-master',
      severity: 'warning',
      where: { fn, offset: at + 2, bytes: 2 },
      what: say('lint.message-not-master', {
        who: functionText(m, fn),
        what: at === msix ? 'MSI-X' : 'MSI',
      }),
      why: say('lint.message-not-master-why', {}),
      fix: () => makeMaster(scene, fn),
    };
  }
}

/** A bus master behind a bridge that passes nothing up; told once for each bridge. */
export function* masterBelow(scene: Scene): Generator<Lint> {
  const { m } = scene;
  const told = new Set<number>();
  /** By wire: the nearest bridge above it that is no bus master, or -1. */
  const blocked = m.board.wires.map((_, wire) => {
    let bridge = scene.bridgeOver(wire);
    while (bridge >= 0 && isMaster(scene, bridge)) bridge = scene.bridgeOver(scene.wireOf(bridge));
    return bridge;
  });
  for (const fn of scene.fns) {
    const bridge = blocked[scene.wireOf(fn)] ?? -1;
    if (bridge < 0 || told.has(bridge) || !isMaster(scene, fn)) continue;
    told.add(bridge);
    yield {
      id: 'master-below',
      severity: 'warning',
      where: { fn: bridge, offset: 4, bytes: 2 },
      what: say('lint.master-below', { bridge: functionText(m, bridge), who: functionText(m, fn) }),
      why: say('lint.master-below-why', {}),
      fix: () => makeMaster(scene, bridge),
    };
  }
}
