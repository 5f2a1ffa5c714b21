/** The banner: who this is, which machine it shows, and what concerns the whole page. */
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { autosaveStore } from '../store/autosave.ts';
import { changeRules } from '../store/board-store.ts';
import { sessionStore } from '../store/session-store.ts';
import { showDialog, uiStore, nextTheme, type Theme } from '../store/ui-store.ts';
import { Button, CommandButton, CommandIcon, IconButton } from '../views/parts/Button.tsx';
import { useCommand, useCommands, type CommandId } from '../views/parts/command.ts';
import { Icon, type IconName } from '../views/parts/icons.tsx';
import { Keys } from '../views/parts/Kbd.tsx';
import { Menu, type MenuEntry } from '../views/parts/Menu.tsx';
import { Tooltip } from '../views/parts/Tooltip.tsx';
import { useWords } from '../views/parts/use-words.ts';
import { useStory } from '../views/story/story-model.ts';
import { loadPalette } from './load-palette.ts';
import { useCompact } from './use-media.ts';
import { ChangeNotice } from './ChangeNotice.tsx';
import { scenarioEntries } from './scenarios.ts';

/** Nothing to tell on a first visit. */
const Problems = lazy(() => import('../views/problems/Problems.tsx').then((m) => ({ default: m.Problems })));

/** The network, and newer builds. */
const Update = lazy(() => import('./Update.tsx').then((m) => ({ default: m.Update })));

const MotionNote = lazy(() =>
  import('../views/settings/MotionNote.tsx').then((m) => ({ default: m.MotionNote })),
);

function Logo() {
  const { t } = useWords();
  return (
    <h1 className="logo" aria-label={t('text.list', { parts: [t('app.name'), t('app.tagline')] })}>
      <span aria-hidden="true">
        cf<b>8</b>
      </span>
    </h1>
  );
}

const themeIcon: Readonly<Record<Theme, IconName>> = { auto: 'auto', light: 'light', dark: 'dark' };

function ThemeButton() {
  const theme = useStore(uiStore, (s) => s.theme);
  const { t } = useWords();
  const label = t(`theme.${theme}`);
  return (
    <IconButton
      icon={themeIcon[theme]}
      label={label}
      tip={
        <>
          {label}
          <Keys keys="t" />
        </>
      }
      onClick={nextTheme}
    />
  );
}

function LanguageButton() {
  const { t } = useWords();
  const { command } = useCommand('language');
  const label = t('language.switch');
  return (
    <Tooltip tip={label}>
      <Button className="language" aria-label={label} onClick={command.run}>
        <span lang="zh-CN">中</span> / EN
      </Button>
    </Tooltip>
  );
}

/** Whose rules apply where QEMU deviates from the specifications. */
function Rules() {
  const { t } = useWords();
  const authentic = useStore(sessionStore, (s) => s.scenario.authentic);
  return (
    <Tooltip tip={t(`rules.${authentic}-tip`)}>
      <Button onClick={changeRules}>{t(`rules.${authentic}`)}</Button>
    </Tooltip>
  );
}

/** The way to everything, with its key. */
function Find() {
  const { t } = useWords();
  const { title, keys, run } = useCommands().find('palette');
  return (
    <Tooltip tip={t(title)}>
      <Button
        kind="lined"
        className="find"
        aria-label={t(title)}
        onClick={run}
        onPointerEnter={() => void loadPalette()}
        onFocus={() => void loadPalette()}
      >
        {t('header.find')}
        <Keys keys={keys?.[0] ?? ''} />
      </Button>
    </Tooltip>
  );
}

function NotRemembered() {
  const { t } = useWords();
  const remembered = useStore(autosaveStore, (s) => s.remembered);
  return remembered ? undefined : <span className="header-note">{t('header.not-remembered')}</span>;
}

function ScenarioMenu() {
  const { t } = useWords();
  const title = t('name.scenario', useStory());
  const scenarios = scenarioEntries(t);
  return (
    <Menu label={t('header.scenario')} entries={scenarios}>
      <Button
        kind="lined"
        className="scenario"
        aria-label={t('text.named', { name: t('header.scenario'), text: title })}
      >
        <span className="scenario-title">{title}</span>
        <Icon name="down" />
      </Button>
    </Menu>
  );
}

/** Everything that a narrow header has no room for. */
function MoreMenu() {
  const { t } = useWords();
  const commands = useCommands();
  const scenarios = scenarioEntries(t);
  const entry = (id: CommandId): MenuEntry => {
    const command = commands.find(id);
    const enabled = command.isEnabled?.() ?? true;
    return {
      id,
      title: t(command.title),
      disabled: enabled !== true,
      note: enabled === true ? undefined : t(enabled),
      run: command.run,
    };
  };
  return (
    <Menu
      label={t('header.more')}
      placement="bottom end"
      entries={[
        ...scenarios,
        entry('palette'),
        entry('run-program'),
        entry('open'),
        entry('share'),
        entry('save-file'),
        entry('compare'),
        entry('add-device'),
        entry('rules'),
        entry('theme'),
        entry('language'),
        { id: 'settings', title: t('header.settings'), run: () => showDialog('settings') },
        entry('shortcuts'),
      ]}
    >
      <Button data-icon="" aria-label={t('header.more')}>
        <Icon name="more" />
      </Button>
    </Menu>
  );
}

export function Header() {
  const { t } = useWords();
  const compact = useCompact();
  const title = t('name.scenario', useStory());
  if (compact)
    return (
      <header className="header">
        <Logo />
        <ChangeNotice />
        <p className="header-title">{title}</p>
        <NotRemembered />
        <Suspense>
          <Update />
          <Problems />
        </Suspense>
        <MoreMenu />
      </header>
    );
  return (
    <header className="header">
      <Logo />
      <nav className="header-nav" aria-label={t('header.nav')}>
        <ScenarioMenu />
        <CommandButton id="run-program" />
        <CommandButton id="open" />
        <CommandButton id="compare" />
      </nav>
      <Rules />
      <NotRemembered />
      <ChangeNotice />
      <Suspense>
        <MotionNote />
        <Update />
      </Suspense>
      <span className="header-space" />
      <Suspense>
        <Problems />
      </Suspense>
      <CommandButton id="share" />
      <Find />
      <LanguageButton />
      <ThemeButton />
      <CommandIcon id="shortcuts" icon="help" />
    </header>
  );
}
