/** At the strip's right end, in one row: taking back, how fast, finding, marking; the rest in a menu; what folds. */
import { lazy, Suspense, useContext, useState } from 'react';
import { useStore } from 'zustand';
import type { LabelId } from '../../content/words/catalogue.ts';
import { bookmarkHere } from '../../store/bookmarks.ts';
import { act, sessionStore, setSpeed } from '../../store/session-store.ts';
import {
  askRunUntil,
  closeFind,
  find,
  foldTimeline,
  showBranches,
  timelineStore,
  zoomBy,
  zoomTo,
} from '../../store/timeline-store.ts';
import { search } from '../../store/search-store.ts';
import { leastTall, uiStore } from '../../store/ui-store.ts';
import { Button, CommandButton, IconButton } from '../parts/Button.tsx';
import { useCommand, type CommandId } from '../parts/command.ts';
import { FitRow, type Fitting } from '../parts/FitRow.tsx';
import { Icon } from '../parts/icons.tsx';
import { Menu, type MenuEntry } from '../parts/Menu.tsx';
import { PaneCorner } from '../parts/PaneHead.tsx';
import { useWords } from '../parts/use-words.ts';

const RunUntil = lazy(() => import('./Until.tsx').then((m) => ({ default: m.RunUntil })));

const speeds = [0.25, 0.5, 1, 2, 4, Infinity] as const;
const speedText = (speed: number): string => (Number.isFinite(speed) ? `${String(speed)}×` : '∞');

/** Other stories are drawn where there is room for them, and where somebody wants them. */
export function useBranchesShown(): boolean {
  const isBranched = useStore(sessionStore, (s) => s.branches.length > 0);
  const wanted = useStore(timelineStore, (s) => s.withBranches);
  return (
    isBranched && (wanted ?? matchMedia(`(min-height: ${String(leastTall)}px), (max-width: 1039px)`).matches)
  );
}

export function Tools() {
  const { t } = useWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const isAsked = useStore(timelineStore, (s) => s.runUntil);
  const corner = useContext(PaneCorner);
  return (
    <div className="timeline-tools" role="group" aria-label={t('view.timeline')}>
      <FitRow items={useItems()} more={useMore()} label={t('timeline.more-tools')}>
        <Button ref={setAnchor} data-icon="" aria-label={t('timeline.more-tools')}>
          <Icon name="more" />
        </Button>
      </FitRow>
      <BranchesButton />
      <FoldButton />
      {corner}
      <Suspense>{isAsked && anchor && <RunUntil anchor={anchor} />}</Suspense>
    </div>
  );
}

function useItems(): readonly Fitting[] {
  const { t } = useWords();
  const finding = useStore(timelineStore, (s) => s.finding);
  const isZoomed = useStore(timelineStore, (s) => s.zoom !== undefined);
  const toggle = (): void => {
    if (!finding) return find();
    closeFind();
    search('');
  };
  const reset = (): void => void act('reset', [{ do: 'reset' }]);
  const button = (id: string, text: LabelId, tip: LabelId, run: () => void, isOpen?: boolean): Fitting => ({
    entry: { id, title: t(tip), run },
    node: (
      <Button title={t(tip)} aria-expanded={isOpen} onClick={run}>
        {t(text)}
      </Button>
    ),
  });
  const items: readonly (Fitting | false)[] = [
    useCommandItem('undo'),
    useCommandItem('redo'),
    {
      entry: { id: 'reset', title: t('timeline.reset'), run: reset },
      node: (
        <Button onClick={reset} title={t('timeline.reset-about')}>
          {t('timeline.reset')}
        </Button>
      ),
    },
    useSpeed(),
    isZoomed && button('fit', 'timeline.fit', 'timeline.fit-tip', () => zoomTo(undefined)),
    button('find', 'timeline.find', 'timeline.find-tip', toggle, finding),
    button('bookmark', 'timeline.bookmark', 'command.bookmark', bookmarkHere),
  ];
  return items.filter((item) => item !== false);
}

function useCommandItem(id: CommandId): Fitting {
  const { t } = useWords();
  const { command, reason } = useCommand(id);
  return {
    entry: {
      id,
      title: t(command.title),
      keys: command.keys?.[0],
      disabled: reason !== undefined,
      note: reason && t(reason),
      run: command.run,
    },
    node: <CommandButton id={id} />,
  };
}

function useSpeed(): Fitting {
  const { t, plain, pieces } = useWords();
  const speed = useStore(sessionStore, (s) => s.speed);
  const title = plain(pieces('timeline.speed-of', { speed: speedText(speed) }));
  const next = speeds[(speeds.findIndex((each) => each === speed) + 1) % speeds.length] ?? 1;
  return {
    entry: { id: 'speed', title, run: () => setSpeed(next) },
    node: (
      <Menu
        label={t('timeline.speed')}
        placement="bottom end"
        entries={speeds.map((each) => ({
          id: String(each),
          title: speedText(each),
          note: Number.isFinite(each) ? undefined : t('timeline.speed-all'),
          run: () => setSpeed(each),
        }))}
      >
        <Button className="timeline-speed" aria-label={title}>
          {speedText(speed)}
        </Button>
      </Menu>
    ),
  };
}

/** Once in a while. */
function useMore(): readonly MenuEntry[] {
  const { t } = useWords();
  return [
    { id: 'until', title: t('command.run-until'), run: () => askRunUntil(true) },
    { id: 'in', title: t('timeline.in'), keys: '+', run: () => zoomBy(2) },
    { id: 'out', title: t('timeline.out'), keys: '-', run: () => zoomBy(0.5) },
  ];
}

function BranchesButton() {
  const { t } = useWords();
  const count = useStore(sessionStore, (s) => s.branches.length);
  const isShown = useBranchesShown();
  if (count === 0) return undefined;
  return (
    <IconButton
      icon="branch"
      className="timeline-fold"
      label={t('timeline.show-branches', { count })}
      aria-expanded={isShown}
      onClick={() => showBranches(!isShown)}
    />
  );
}

function FoldButton() {
  const { t } = useWords();
  const folded = useStore(timelineStore, (s) => s.folded);
  const large = useStore(uiStore, (s) => s.maximised);
  if (large !== undefined) return undefined;
  return (
    <IconButton
      icon={folded ? 'down' : 'up'}
      className="timeline-fold"
      label={t(folded ? 'timeline.unfold' : 'timeline.fold')}
      aria-expanded={!folded}
      onClick={() => foldTimeline(!folded)}
    />
  );
}
