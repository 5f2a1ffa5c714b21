/** At the corner of a pane: all of the room for it, or back to every pane its own. */
import { useStore } from 'zustand';
import { uiStore, type LargePane } from '../store/ui-store.ts';
import { IconButton } from '../views/parts/Button.tsx';
import { Keys } from '../views/parts/Kbd.tsx';
import { useWords } from '../views/parts/use-words.ts';
import { maximiseKey, toggleMaximisedPane } from './maximise.ts';

export function Maximise({ pane }: { pane: LargePane }) {
  const { t } = useWords();
  const isLarge = useStore(uiStore, (s) => s.maximised === pane);
  const label = t(isLarge ? 'pane.restore' : 'pane.maximise', { pane: t(`view.${pane}`) });
  return (
    <span className="pane-corner">
      <IconButton
        icon={isLarge ? 'smaller' : 'larger'}
        label={label}
        tip={
          <>
            {label}
            <Keys keys={maximiseKey} />
          </>
        }
        onClick={() => toggleMaximisedPane(pane)}
      />
    </span>
  );
}
