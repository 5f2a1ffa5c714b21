/** What the keys of the hex grid do, as commands: brought into view, then done there. */
import { askHex, hexVerbs } from '../store/hex-store.ts';
import { sessionStore } from '../store/session-store.ts';
import { uiStore } from '../store/ui-store.ts';
import type { Command } from '../views/parts/command.ts';
import { goTo } from './panes.ts';

/** A function is on show: the chosen one, or that of an access. */
const isOnShow = (): boolean =>
  uiStore.getState().selection.fn !== undefined || sessionStore.getState().cursor > 0;

export const hexCommands: readonly Command[] = hexVerbs.map((verb) => ({
  id: `hex-${verb}`,
  title: `command.hex-${verb}`,
  group: 'hex',
  isEnabled: () => isOnShow() || 'reason.nothing-chosen',
  run: () => {
    goTo('inspector');
    askHex(verb);
  },
}));
