/** Commands as the views see them: ids to run, names and reasons to show. The list itself is in app/commands.ts. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { LabelId } from '../../content/words/catalogue.ts';
import type { HexVerb } from '../../store/hex-store.ts';
import type { LargePane } from '../../store/ui-store.ts';

/** Every command of the page, by the group that the shortcut sheet shows it in. */
export const commandGroups = ['story', 'program', 'edit', 'hex', 'panels', 'page'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** Commands that come a moment after the first paint: no button of it is theirs. */
export type LateCommandId =
  | 'present'
  | 'settings'
  | 'reset'
  | 'slower'
  | 'faster'
  | 'ends-only'
  | 'show-map'
  | 'show-outline'
  | 'show-fields'
  | 'show-hex'
  | 'show-bars'
  | 'show-capabilities'
  | 'follow'
  | 'show-io'
  | 'show-memory'
  | 'map-table'
  | 'maximise'
  | 'timeline-fold'
  | `maximise-${LargePane}`
  | 'single-keys'
  | 'reload';

export type CommandId =
  | 'step-next'
  | 'step-back'
  | 'beat-next'
  | 'beat-back'
  | 'phase-next'
  | 'phase-back'
  | 'play'
  | 'go-start'
  | 'go-end'
  | 'timeline-search'
  | 'run-until'
  | 'bookmark'
  | 'bookmark-next'
  | 'bookmark-back'
  | 'zoom-in'
  | 'zoom-out'
  | 'zoom-fit'
  | 'zoom-phase'
  | 'run-program'
  | 'program'
  | 'script'
  | 'program-next'
  | 'program-back'
  | 'program-run'
  | 'program-restart'
  | 'undo'
  | 'redo'
  | 'add-device'
  | 'unplug-device'
  | 'take-out-device'
  | 'panel-next'
  | 'panel-back'
  | 'go-story'
  | 'go-timeline'
  | 'go-topology'
  | 'go-inspector'
  | 'go-address-map'
  | 'go-console'
  | 'go-program'
  | 'console'
  | 'open'
  | 'compare'
  | 'share'
  | 'save-file'
  | 'rules'
  | 'theme'
  | 'language'
  | 'palette'
  | 'shortcuts';

/** Drawings as files; they come late, too. */
export type ExportCommandId = `export-${'topology' | 'map'}-${'svg' | 'png'}`;

/** What the keys of the hex grid do; the grid has the keys. */
export type HexCommandId = `hex-${HexVerb}`;

export interface Command {
  readonly id: CommandId | LateCommandId | HexCommandId | ExportCommandId;
  readonly title: LabelId;
  /** As in "Mod+Shift+Z"; Mod is Ctrl, or ⌘ on a Mac. The first is the one that is shown. */
  readonly keys?: readonly string[];
  readonly group: CommandGroup;
  /** True, or why not. Missing: always. */
  readonly isEnabled?: () => true | LabelId;
  readonly run: () => void;
}

export interface CommandRegistry {
  readonly all: readonly Command[];
  readonly find: (id: CommandId) => Command;
  /** Called after anything changed that a command's `isEnabled` may ask. */
  readonly subscribe: (changed: () => void) => () => void;
}

export const CommandContext = createContext<CommandRegistry | undefined>(undefined);

export function useCommands(): CommandRegistry {
  const registry = useContext(CommandContext);
  if (registry === undefined) throw new Error('No CommandContext above this component.');
  return registry;
}

/** One command, with the reason why it cannot run now, if any. */
export function useCommand(id: CommandId): { command: Command; reason: LabelId | undefined } {
  const registry = useCommands();
  const command = registry.find(id);
  const reason = useSyncExternalStore(registry.subscribe, () => {
    const enabled = command.isEnabled?.() ?? true;
    return enabled === true ? undefined : enabled;
  });
  return { command, reason };
}
