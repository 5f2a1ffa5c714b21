/** Other futures: a faint lane each, leaving the story where it forked; the story being told is the lit one. */
import { memo, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Branch } from '../../session/session.ts';
import { compareBranch, dropBranch, nameStory } from '../../store/branches.ts';
import { sessionStore, switchTo } from '../../store/session-store.ts';
import { nameIt, timelineStore } from '../../store/timeline-store.ts';
import type { View } from '../../store/timeline-view.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/icons.tsx';
import { Menu } from '../parts/Menu.tsx';
import { useWords, type Words } from '../parts/use-words.ts';
import { placeBranch } from './layout.ts';
import { branchTicks } from './marks.ts';
import { NameField } from './NameField.tsx';

interface Props {
  readonly view: View;
  readonly width: number;
}

const labelWidth = 240;
const laneHeight = 24;
/** Lanes that are in the page: those in sight, and as many before and after. */
const mostLanes = 12;

const storyName = (id: number, names: Readonly<Record<string, string>>, { plain, pieces }: Words): string =>
  names[String(id)] ?? plain(pieces('timeline.story', { id }));

export function Branches({ view, width }: Props) {
  const words = useWords();
  const { t } = words;
  const branches = useStore(sessionStore, (s) => s.branches);
  const story = useStore(sessionStore, (s) => s.story);
  const names = useStore(sessionStore, (s) => s.names);
  const byFork = useMemo(() => branches.toSorted((a, b) => a.fork - b.fork || a.id - b.id), [branches]);
  // few of many are in sight
  const [scrolled, setScrolled] = useState(0);
  const first = Math.max(0, Math.min(scrolled - 4, byFork.length - mostLanes));
  const end = Math.min(byFork.length, first + mostLanes);
  return (
    <div
      className="timeline-branches"
      role="group"
      aria-label={t('timeline.branches')}
      onScroll={(event) => setScrolled(4 * Math.floor(event.currentTarget.scrollTop / laneHeight / 4))}
    >
      <div className="timeline-lane" data-now="" style={{ height: laneHeight }}>
        <Name id={story} name={names[String(story)] ?? t('timeline.now')} x={0} />
      </div>
      <div style={{ height: first * laneHeight }} />
      {byFork.slice(first, end).map((branch) => (
        <Lane
          key={branch.id}
          branch={branch}
          name={storyName(branch.id, names, words)}
          view={view}
          width={width}
        />
      ))}
      <div style={{ height: (byFork.length - end) * laneHeight }} />
    </div>
  );
}

/** The story that is told, and what it may be called. */
function Name({ id, name, x }: { id: number; name: string; x: number }) {
  const { plain, pieces } = useWords();
  const naming = useStore(timelineStore, (s) => s.naming === id);
  const label = plain(pieces('timeline.story-name', { name }));
  if (naming) {
    return (
      <NameField
        label={label}
        name={sessionStore.getState().names[String(id)] ?? ''}
        x={x}
        onName={(given) => nameStory(id, given)}
        onClose={() => nameIt(undefined)}
      />
    );
  }
  return (
    <Button
      className="timeline-story"
      title={label}
      aria-label={`${name}. ${label}`}
      onClick={() => nameIt(id)}
    >
      <span aria-hidden="true">●</span>
      <span className="timeline-label">{name}</span>
    </Button>
  );
}

const Lane = memo(function Lane({ branch, name, view, width }: Props & { branch: Branch; name: string }) {
  const { t, plain, pieces } = useWords();
  const [isPointed, setPointed] = useState(false);
  const naming = useStore(timelineStore, (s) => s.naming === branch.id);
  const { id, fork, rows, ops } = branch;
  const { x, end, labelX } = placeBranch(branch, view, width, labelWidth);
  const about = plain(pieces('timeline.switch-to', { name, rows: rows - fork, fork }));
  return (
    <div className="timeline-lane" style={{ height: laneHeight }} data-pointed={isPointed ? '' : undefined}>
      <svg
        className="timeline-branch"
        width={width}
        height={laneHeight}
        aria-hidden="true"
        onPointerEnter={() => setPointed(true)}
        onPointerLeave={() => setPointed(false)}
        onClick={() => void switchTo(id)}
      >
        <rect className="timeline-branch-target" x={x} width={Math.max(8, end - x)} height={laneHeight} />
        <path
          className="timeline-branch-line"
          d={`M${x.toFixed(1)} 0v8a4 4 0 0 0 4 4H${Math.max(x + 8, end).toFixed(1)}`}
        />
        {branchTicks(ops, fork, view, width).map(({ kind, d }) => (
          <path key={kind} className="timeline-ticks" data-kind={kind} d={d} />
        ))}
      </svg>
      {naming ? (
        <NameField
          label={plain(pieces('timeline.story-name', { name }))}
          name={sessionStore.getState().names[String(id)] ?? ''}
          x={labelX}
          onName={(given) => nameStory(id, given)}
          onClose={() => nameIt(undefined)}
        />
      ) : (
        <div
          className="timeline-acts"
          // beside its lane, whichever side it stands on
          data-after={labelX > x ? '' : undefined}
          style={{ transform: `translateX(${String(labelX)}px)`, width: labelWidth }}
        >
          <Button title={about} aria-label={about} onClick={() => void switchTo(id)}>
            <span className="timeline-label">{name}</span>
            <span className="timeline-more">{plain(pieces('timeline.more', { rows: rows - fork }))}</span>
          </Button>
          <Button
            aria-label={plain(pieces('timeline.compare-with', { name }))}
            onClick={() => compareBranch(branch)}
          >
            {t('timeline.compare')}
          </Button>
          <Menu
            label={plain(pieces('timeline.branch-more', { name }))}
            placement="bottom end"
            entries={[
              // after the menu has given the focus back
              {
                id: 'rename',
                title: t('timeline.rename'),
                run: () => requestAnimationFrame(() => nameIt(id)),
              },
              { id: 'remove', title: t('timeline.remove'), run: () => dropBranch(branch) },
            ]}
          >
            <Button aria-label={plain(pieces('timeline.branch-more', { name }))}>
              <Icon name="more" />
            </Button>
          </Menu>
        </div>
      )}
    </div>
  );
});
