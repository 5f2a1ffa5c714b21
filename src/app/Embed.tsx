/** The page as a piece of another one: sentence, panels, and a bar that leads to the whole page at the same moment. */
import { lazy, Suspense, useEffect, useState, type MouseEvent } from 'react';
import { useStore } from 'zustand';
import { isShown, programStore } from '../store/program-store.ts';
import { lockSession } from '../store/lock.ts';
import { play, sessionStore } from '../store/session-store.ts';
import { phoneTabs, showPhoneTab, uiStore, type PhoneTab } from '../store/ui-store.ts';
import { withAllWords } from '../store/words.ts';
import { Button } from '../views/parts/Button.tsx';
import { CommandContext, type Command, type CommandRegistry } from '../views/parts/command.ts';
import { useWords } from '../views/parts/use-words.ts';
import { useStory } from '../views/story/story-model.ts';
import { asked } from './address.ts';
import { commands } from './commands.ts';
import { listen } from './hotkeys.ts';
import { Pane } from './Pane.tsx';
import { useMedia } from './use-media.ts';
import './embed.css';

const LinkNotice = lazy(() =>
  withAllWords(import('../views/share/LinkNotice.tsx')).then((m) => ({ default: m.LinkNotice })),
);

const CrashDialog = lazy(() => import('./CrashDialog.tsx').then((m) => ({ default: m.CrashDialog })));

/** What `hide=` calls the panels, besides their ids. */
const called: Readonly<Record<string, string>> = { bus: 'topology', config: 'inspector', map: 'address-map' };

const hidden: ReadonlySet<string> = new Set(
  (asked('hide') ?? '').split(',', 20).map((name) => called[name] ?? name),
);
const isLocked = asked('editable') === '0';

const lock = (command: Command): Command => ({ ...command, isEnabled: () => 'reason.locked' });

/** What moves through the story can be done; nothing that opens a dialog; what changes the machine unless it is locked. */
const isKey = ({ id, group }: Command): boolean =>
  (group === 'story' && id !== 'timeline-search' && id !== 'run-until') ||
  (!isLocked && (id === 'undo' || id === 'redo'));

const acts: readonly string[] = ['edit', 'program'];
const embedded: CommandRegistry = {
  get all() {
    return commands.all.filter(isKey);
  },
  find(id) {
    const command = commands.find(id);
    return isLocked && acts.includes(command.group) ? lock(command) : command;
  },
  subscribe: commands.subscribe,
};

/** How often something was refused: a word to say, said anew each time. */
function useRefusals(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (isLocked) lockSession(() => setCount((now) => now + 1));
  }, []);
  return count;
}

const linkHere = async (): Promise<string> => {
  const { linkOf } = await import('../store/sharing/make.ts');
  const choice = { what: 'moment', accesses: true, sights: true, language: true, redact: false } as const;
  const link = new URL(await linkOf(choice));
  link.search = '';
  return link.href;
};

/** The link to this moment; a moment behind while things move, and never when it is pressed. */
function OpenLink() {
  const { t } = useWords();
  const [link, setLink] = useState('./');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = (): void => {
      clearTimeout(timer);
      // of a story that is still being told there would be too much to say
      if (sessionStore.getState().status !== 'ready') return;
      timer = setTimeout(() => void linkHere().then(setLink), 300);
    };
    changed();
    const stops = [sessionStore.subscribe(changed), uiStore.subscribe(changed)];
    return () => {
      clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
  }, []);
  const press = (event: MouseEvent): void => {
    event.preventDefault();
    void linkHere().then((now) => window.open(now, '_blank', 'noopener'));
  };
  return (
    <a className="embed-open" href={link} target="_blank" rel="noopener" onClick={press}>
      {t('embed.open')} <span aria-hidden="true">↗</span>
    </a>
  );
}

function Bar({ refusals }: { refusals: number }) {
  const { t } = useWords();
  const { title } = useStory();
  return (
    <footer className="embed-bar">
      <h1 className="embed-title">{t('name.scenario', { title })}</h1>
      {isLocked && refusals === 0 && <span className="embed-locked">{t('embed.only-looking')}</span>}
      <p role="status" className="embed-locked" data-refused="">
        {refusals > 0 && <span key={refusals}>{t('embed.locked')}</span>}
      </p>
      <OpenLink />
    </footer>
  );
}

function usePanels(): readonly PhoneTab[] {
  const own = useStore(programStore);
  const withProgram = useStore(sessionStore, (s) => isShown(own, s));
  return phoneTabs.filter(
    (tab) => !hidden.has(tab) && (tab !== 'program' || withProgram) && (tab !== 'console' || !isLocked),
  );
}

/** The bus stands at the left where there is room; what else there is takes turns beside it. */
function Panels() {
  const { t } = useWords();
  const panels = usePanels();
  const chosen = useStore(uiStore, (s) => s.phoneTab);
  const wide = useMedia('(min-width: 800px)');
  const left = wide && panels.length > 1 && panels[0] === 'topology' ? panels[0] : undefined;
  const rest = panels.filter((panel) => panel !== left);
  const shown = rest.includes(chosen) ? chosen : rest[0];
  return (
    <main id="machine" className="embed-panels" tabIndex={-1}>
      {left !== undefined && <Pane id={left} className="pane" />}
      <div className="embed-side">
        {shown !== undefined && <Pane id={shown} className="pane" />}
        {rest.length > 1 && (
          <nav className="embed-tabs" aria-label={t('embed.panels')}>
            {rest.map((panel) => (
              <Button
                key={panel}
                aria-current={panel === shown ? 'page' : undefined}
                onClick={() => showPhoneTab(panel)}
              >
                {t(`tab.${panel}`)}
              </Button>
            ))}
          </nav>
        )}
      </div>
    </main>
  );
}

export function Embed() {
  const refusals = useRefusals();
  const tall = useMedia('(min-height: 480px)');
  const isOdd = useStore(uiStore, (s) => (s.linked?.problems.length ?? 0) > 0);
  const status = useStore(sessionStore, (s) => s.status);
  useEffect(
    () =>
      listen(
        embedded,
        () => uiStore.getState().singleKeys,
        () => false,
      ),
    [],
  );
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isOver = false;
    void import('./embed.ts').then(({ converse }) => {
      if (!isOver) stop = converse({ origins: asked('origin'), commands: embedded });
    });
    return () => {
      isOver = true;
      stop?.();
    };
  }, []);
  useEffect(() => {
    if (status === 'ready' && asked('play') === '1') play();
  }, [status]);
  return (
    <CommandContext value={embedded}>
      <div className="embed">
        <Pane id="story" className="step-bar" />
        {tall && !hidden.has('timeline') && <Pane id="timeline" className="timeline-bar" />}
        <Panels />
        <Bar refusals={refusals} />
      </div>
      {isOdd && (
        <Suspense>
          <LinkNotice />
        </Suspense>
      )}
      {status === 'crashed' && (
        <Suspense>
          <CrashDialog />
        </Suspense>
      )}
    </CommandContext>
  );
}
