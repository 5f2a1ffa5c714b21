/** The source that runs: the lines of the sentence lit, a gutter for breakpoints, and where in the program it stands. */
import { memo, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { programStore, toggleSentence } from '../../store/program-store.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/icons.tsx';
import { Menu } from '../parts/Menu.tsx';
import { useWords } from '../parts/use-words.ts';
import { pathTo, type Found, type ProgramSource, type SourceFile, type Word } from './source.ts';
import { isMessage, type SentenceId } from './slots.ts';

export function Source(props: {
  source: ProgramSource;
  /** The sentence that has been carried out, and the one that comes next. */
  now: Found | undefined;
  next: Found | undefined;
  /** What comes next is what one wants to see. */
  isAtNext: boolean;
  onHere: (id: SentenceId) => void;
}) {
  const { source, now, next, isAtNext, onHere } = props;
  const { t } = useWords();
  const shown = (isAtNext ? next : now) ?? next;
  // a file that a person chose is shown until the program goes elsewhere
  const [chosen, setChosen] = useState<{ file: string; for: Found | undefined }>();
  const name = chosen?.for === shown ? chosen?.file : shown?.file.name;
  const file = source.files.find((each) => each.name === name) ?? source.files[0];
  if (!file) return undefined;
  const path = shown?.file === file ? pathTo(source, shown) : [];
  const line = shown?.file === file ? shown.spot.line : undefined;
  return (
    <div className="program-source">
      <div className="program-where">
        <Menu
          label={t('program.file', { file: file.name })}
          entries={source.files.map((each) => ({
            id: each.name,
            title: each.name,
            run: () => setChosen({ file: each.name, for: shown }),
          }))}
        >
          <Button className="program-file" aria-label={t('program.file', { file: file.name })}>
            {file.name}
            <Icon name="down" />
          </Button>
        </Menu>
        <span className="program-path">
          <span>{path.map((each) => `${each}()`).join(' › ')}</span>
        </span>
      </div>
      <Code
        key={file.name}
        file={file}
        line={line}
        now={now?.file === file ? now.spot.line : undefined}
        next={next?.file === file ? next.spot.line : undefined}
        onHere={onHere}
      />
    </div>
  );
}

const rowOf = (box: HTMLElement, line: number): HTMLElement | undefined => {
  const row = box.children.item(line - 1);
  return row instanceof HTMLElement ? row : undefined;
};

function Code(props: {
  file: SourceFile;
  /** The line to be seen. */
  line: number | undefined;
  now: number | undefined;
  next: number | undefined;
  onHere: (id: SentenceId) => void;
}) {
  const { file, line, now, next, onHere } = props;
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const points = useStore(programStore, (s) => s.points);
  const [stop, setStop] = useState<number>();
  const spots = file.spots;
  const lit = spots.find((spot) => spot.line === now);
  const tabbed = [stop, line].find((each) => spots.some((spot) => spot.line === each)) ?? spots[0]?.line;
  useEffect(() => {
    const row = box.current && rowOf(box.current, line ?? 1);
    if (!box.current || !row) return;
    // a third down, and the line on top is a whole one
    const above = Math.floor(box.current.clientHeight / 3 / row.offsetHeight) * row.offsetHeight;
    box.current.scrollTop = row.offsetTop - above;
  }, [line]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const at = spots.findIndex((spot) => spot.line === tabbed);
    const to = spots[at + by];
    const onButton = event.target instanceof HTMLButtonElement;
    if (by === 0 || to === undefined || !onButton || box.current === null) return;
    event.preventDefault();
    setStop(to.line);
    rowOf(box.current, to.line)?.querySelector('button')?.focus();
  };

  return (
    // The keys move between the buttons in it; a scrolling region must be reachable by key.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={box}
      className="program-code ring-inside"
      role="region"
      aria-label={t('program.source', { file: file.name })}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {file.lines.map((words, i) => {
        const at = i + 1;
        const spot = spots.find((each) => each.line === at);
        const id = spot && isMessage(spot.id) ? spot.id : undefined;
        const isLit = lit !== undefined && at >= lit.line && at <= lit.to;
        const point = points.find((each) => each.at.on === 'sentence' && each.at.id === id);
        return (
          <div
            key={at}
            className="program-line"
            data-lit={isLit ? '' : undefined}
            data-next={at === next ? '' : undefined}
            aria-current={at === now ? 'step' : undefined}
          >
            {id === undefined ? (
              <span className="program-number">{at}</span>
            ) : (
              <button
                type="button"
                className="program-number program-gutter ring-inside"
                tabIndex={at === tabbed ? 0 : -1}
                aria-label={t('program.break-line', { line: at })}
                aria-pressed={point !== undefined}
                data-off={point?.on === false ? '' : undefined}
                onFocus={() => setStop(at)}
                onClick={() => toggleSentence(id)}
              >
                {at}
              </button>
            )}
            <Words words={words} />
            {id !== undefined && (
              <button
                type="button"
                className="program-here ring-inside"
                tabIndex={at === tabbed ? 0 : -1}
                aria-label={t('program.here-line', { line: at })}
                onFocus={() => setStop(at)}
                onClick={() => onHere(id)}
              >
                {t('program.here')}
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
}

const Words = memo(function Words({ words }: { words: readonly Word[] }) {
  return (
    <code>
      {words.map(({ look, text }, i) =>
        look === 'plain' ? (
          text
        ) : (
          <span key={i} data-look={look}>
            {text}
          </span>
        ),
      )}
    </code>
  );
});
