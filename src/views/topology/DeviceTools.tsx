/** In the head of the bus: a device more, and what can be done with the chosen one. */
import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { LabelId } from '../../content/words/catalogue.ts';
import { functionText } from '../../session/names.ts';
import { restedStore } from '../../store/rested.ts';
import { uiStore } from '../../store/ui-store.ts';
import { Button, CommandButton } from '../parts/Button.tsx';
import { useCommands, type CommandId } from '../parts/command.ts';
import { Icon } from '../parts/icons.tsx';
import { Menu, type MenuEntry } from '../parts/Menu.tsx';
import { useWords } from '../parts/use-words.ts';

const notes: Partial<Record<CommandId, LabelId>> = {
  'unplug-device': 'topology.unplug-note',
  'take-out-device': 'topology.take-out-note',
};

export function DeviceTools() {
  const { t } = useWords();
  const commands = useCommands();
  const fn = useStore(uiStore, (s) => s.selection.fn);
  const who = useStore(restedStore, ({ machine, generation }) => {
    void generation;
    return fn === undefined ? undefined : functionText(machine, fn);
  });
  const enabled = (id: CommandId): true | LabelId => commands.find(id).isEnabled?.() ?? true;
  // what can be done changes with the machine
  useSyncExternalStore(commands.subscribe, () => `${enabled('unplug-device')} ${enabled('take-out-device')}`);
  const entry = (id: CommandId): MenuEntry => {
    const { title, run } = commands.find(id);
    const can = enabled(id);
    const note = can === true ? notes[id] : can;
    return { id, title: t(title), note: note && t(note), disabled: can !== true, run };
  };
  const label = who === undefined ? t('topology.device-menu-none') : t('topology.device-menu', { who });
  return (
    <span className="topology-tools">
      <CommandButton id="add-device" />
      <Menu label={label} placement="bottom end" entries={[entry('unplug-device'), entry('take-out-device')]}>
        <Button data-icon="" aria-label={label} title={label}>
          <Icon name="more" />
        </Button>
      </Menu>
    </span>
  );
}
