/** Editing the hardware itself: tried on a board first, then the story is played again on it. */
import { hex } from '../base/hex.ts';
import { say, type Problem } from '../base/problem.ts';
import { modelsFor } from '../scenario/load.ts';
import { build } from '../scenario/build.ts';
import { withoutHardware } from '../scenario/change.ts';
import { withHardware } from '../scenario/hardware.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { become } from './board-store.ts';
import { sessionStore } from './session-store.ts';
import { select, uiStore } from './ui-store.ts';

const state = sessionStore.getState;

/** How many bytes of a function differ from its model. Of a dump, whose bytes are its own, only masks. */
export const editedBytes = ({ overrides = [] }: Scenario, part: string): readonly number[] =>
  overrides.filter((each) => each.part === part).map(({ offset }) => offset);

/** What bytes from `offset` on come up as, or which bits of them a write reaches; the problem when hardware cannot be so. */
export async function editHardware(
  fn: number,
  what: 'reset' | 'mask',
  offset: number,
  bytes: readonly number[],
): Promise<Problem | undefined> {
  const { scenario, machine, problems } = state();
  const part = machine.board.parts[fn]?.path ?? '';
  const next = withHardware(scenario, { part, what, offset, bytes });
  const isDump = scenario.machine === 'dump' && what === 'reset';
  if (isDump && next.functions?.every((each, i) => each === scenario.functions?.[i]) === true)
    return { message: say('problem.override-unknown', { part, offset: hex(offset, 2) }) };
  const tried = build(next, await modelsFor(next));
  const told = new Set(problems.map(({ message }) => JSON.stringify(message)));
  const fresh = tried.problems.find(
    ({ message }) => message.id.startsWith('problem.override') && !told.has(JSON.stringify(message)),
  );
  if (fresh) return fresh;
  await changed(next, part);
  return undefined;
}

/** Gives a function back the silicon of its model. */
export async function restoreHardware(fn: number): Promise<void> {
  const { scenario, machine } = state();
  const part = machine.board.parts[fn]?.path ?? '';
  await changed(withoutHardware(scenario, new Set([part])), part);
}

/** What was looked at is looked at again: a dump's functions may have other indices now. */
async function changed(next: Scenario, part: string): Promise<void> {
  const { selection } = uiStore.getState();
  await become(next, 'hardware', part);
  const fn = state().machine.board.parts.findIndex(({ path }) => path === part);
  select(fn < 0 ? {} : { ...selection, fn });
}
