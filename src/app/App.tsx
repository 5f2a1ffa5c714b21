/** The page: banner, shell, dialogs, and the keys that work everywhere. */
import { useEffect } from 'react';
import { uiStore } from '../store/ui-store.ts';
import { CommandContext } from '../views/parts/command.ts';
import { useWords } from '../views/parts/use-words.ts';
import { commands } from './commands.ts';
import { CrashDialog } from './CrashDialog.tsx';
import { DesktopShell } from './DesktopShell.tsx';
import { Header } from './Header.tsx';
import { listen } from './hotkeys.ts';
import { PhoneShell } from './PhoneShell.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { useCompact } from './use-media.ts';

export function App() {
  const { t } = useWords();
  const compact = useCompact();
  useEffect(() => listen(commands, () => uiStore.getState().singleKeys), []);
  return (
    <CommandContext value={commands}>
      <div className="shell" data-compact={compact ? '' : undefined}>
        <button
          type="button"
          className="button skip"
          data-kind="accent"
          onClick={() => document.getElementById('machine')?.focus()}
        >
          {t('app.skip')}
        </button>
        <Header />
        {compact ? <PhoneShell /> : <DesktopShell />}
      </div>
      <Shortcuts />
      <CrashDialog />
    </CommandContext>
  );
}
