/** The page: banner, shell, dialogs, and the keys that work everywhere. */
import { Activity, lazy, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { showStore } from '../store/show-store.ts';
import { showDialog, typeAhead, uiStore } from '../store/ui-store.ts';
import { withAllWords } from '../store/words.ts';
import { CommandContext } from '../views/parts/command.ts';
import { useWords } from '../views/parts/use-words.ts';
import { addLateCommands, commands } from './commands.ts';
import { DesktopShell } from './DesktopShell.tsx';
import { Header } from './Header.tsx';
import { listen } from './hotkeys.ts';
import { loadPalette } from './load-palette.ts';
import { PhoneShell } from './PhoneShell.tsx';
import { useCompact } from './use-media.ts';

/** Dialogs that need to be told nothing. */
const plain = {
  shortcuts: lazy(() => withAllWords(import('./Shortcuts.tsx')).then((m) => ({ default: m.Shortcuts }))),
  settings: lazy(() =>
    withAllWords(import('../views/settings/Settings.tsx')).then((m) => ({ default: m.Settings })),
  ),
} as const;

const Share = lazy(() => withAllWords(import('./ShareDialog.tsx')).then((m) => ({ default: m.ShareDialog })));
const LinkNotice = lazy(() =>
  withAllWords(import('../views/share/LinkNotice.tsx')).then((m) => ({ default: m.LinkNotice })),
);

function Sharing() {
  const isOpen = useStore(uiStore, (s) => s.dialog === 'share');
  const isLinked = useStore(uiStore, (s) => s.linked !== undefined);
  return (
    <Suspense>
      {isOpen && <Share onClose={() => showDialog(undefined)} />}
      {isLinked && <LinkNotice />}
    </Suspense>
  );
}

const OpenDialog = lazy(() =>
  withAllWords(import('../views/open/OpenDialog.tsx')).then((m) => ({ default: m.OpenDialog })),
);

const AddDevice = lazy(() =>
  withAllWords(import('../views/add-device/AddDevice.tsx')).then((m) => ({ default: m.AddDevice })),
);

const RunProgram = lazy(() =>
  withAllWords(import('../views/program/RunProgram.tsx')).then((m) => ({ default: m.RunProgram })),
);

const Compare = lazy(() =>
  withAllWords(import('../views/compare/Compare.tsx')).then((m) => ({ default: m.Compare })),
);

function Comparing() {
  const isOpen = useStore(uiStore, (s) => s.dialog === 'compare');
  const texts = useStore(uiStore, (s) => s.comparing);
  return (
    isOpen && (
      <Suspense>
        <Compare texts={texts} onClose={() => showDialog(undefined)} />
      </Suspense>
    )
  );
}

function Running() {
  const isOpen = useStore(uiStore, (s) => s.dialog === 'run-program');
  return (
    isOpen && (
      <Suspense>
        <RunProgram onClose={() => showDialog(undefined)} />
      </Suspense>
    )
  );
}

function Adding() {
  const isOpen = useStore(uiStore, (s) => s.dialog === 'add-device');
  const bus = useStore(uiStore, (s) => s.addingTo);
  return (
    isOpen && (
      <Suspense>
        <AddDevice bus={bus} onClose={() => showDialog(undefined)} />
      </Suspense>
    )
  );
}

const isDialogAsked = (): boolean => uiStore.getState().dialog !== undefined;

/** A dialog is on its way: what is typed is meant for it, not for the field that has the focus until then. */
function holdForDialog(event: KeyboardEvent): void {
  if (!isDialogAsked() || document.querySelector('dialog[open]') !== null) return;
  if (event.isComposing || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (event.key === 'Escape') showDialog(undefined);
  else typeAhead(event.key);
}

const Palette = lazy(() => loadPalette().then((m) => ({ default: m.Palette })));

/** On its way as soon as a hand is near its key, Ctrl or Cmd; what is typed before it is there is kept for it. */
function Finding() {
  const isOpen = useStore(uiStore, (s) => s.dialog === 'palette');
  useEffect(() => {
    const near = ({ key }: KeyboardEvent): void => {
      if (key !== 'Control' && key !== 'Meta') return;
      removeEventListener('keydown', near);
      void loadPalette();
    };
    addEventListener('keydown', near);
    return () => removeEventListener('keydown', near);
  }, []);
  return (
    isOpen && (
      <Suspense>
        <Palette onClose={() => showDialog(undefined)} />
      </Suspense>
    )
  );
}

function Plain() {
  const id = useStore(uiStore, (s) => s.dialog);
  if (id !== 'shortcuts' && id !== 'settings') return undefined;
  const Shown = plain[id];
  return (
    <Suspense>
      <Shown onClose={() => showDialog(undefined)} />
    </Suspense>
  );
}

function Opening() {
  const isOpen = useStore(uiStore, (s) => s.dialog === 'open');
  const text = useStore(uiStore, (s) => s.opening);
  const large = useStore(uiStore, (s) => s.tooLarge);
  return (
    isOpen && (
      <Suspense>
        <OpenDialog text={text} large={large} onClose={() => showDialog(undefined)} />
      </Suspense>
    )
  );
}

/** Comes right after the first paint and waits: when the worker dies it may be too late to load it. */
const CrashDialog = lazy(() => import('./CrashDialog.tsx').then((m) => ({ default: m.CrashDialog })));

const Projector = lazy(() => withAllWords(import('./Projector.tsx')).then((m) => ({ default: m.Projector })));

export function App() {
  const { t } = useWords();
  const compact = useCompact();
  const presents = useStore(showStore, (s) => s.present);
  useEffect(() => listen(commands, () => uiStore.getState().singleKeys, isDialogAsked), []);
  useEffect(() => {
    addEventListener('keydown', holdForDialog, { capture: true });
    return () => removeEventListener('keydown', holdForDialog, { capture: true });
  }, []);
  useEffect(() => {
    const taking = import('./take-text.ts').then((m) => m.takeText());
    return () => void taking.then((stop) => stop());
  }, []);
  useEffect(() => void addLateCommands(), []);
  return (
    <CommandContext value={commands}>
      <Activity mode={presents ? 'hidden' : 'visible'}>
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
      </Activity>
      {presents && (
        <Suspense>
          <Projector />
        </Suspense>
      )}
      <Plain />
      <Finding />
      <Opening />
      <Sharing />
      <Comparing />
      <Adding />
      <Running />
      <Suspense>
        <CrashDialog />
      </Suspense>
    </CommandContext>
  );
}
