/** The palette: one box to type in, everything that the page can do or show under it. */
import {
  memo,
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import { useStore } from 'zustand';
import { Dialog } from '../parts/Dialog.tsx';
import { Keys } from '../parts/Kbd.tsx';
import { findText, uiStore } from '../../store/ui-store.ts';
import { useWords } from '../parts/use-words.ts';
import type { Devices } from './devices.ts';
import { parse, prefixedKinds, prefixes, type Entry } from './entries.ts';
import type { Hit, Stretch } from './rank.ts';
import { beginning, search, type Group } from './search.ts';
import { useSources } from './use-sources.ts';
import './palette.css';

const page = 8;
/** Milliseconds of every frame for reading devices until all are there. */
const slice = 6;

/** How many slices have been read; changes while there is more. */
function useReading(devices: Devices): number {
  const [read, setRead] = useState(0);
  useEffect(() => {
    let frame = 0;
    const go = (): void => {
      if (devices.whole) return;
      const until = performance.now() + slice;
      devices.advance(() => performance.now() < until);
      setRead((n) => n + 1);
      frame = requestAnimationFrame(go);
    };
    go();
    return () => cancelAnimationFrame(frame);
  }, [devices]);
  return read;
}

function Marked({ stretches }: { stretches: readonly Stretch[] }) {
  return stretches.map(({ text, hit }, i) => (hit ? <mark key={i}>{text}</mark> : text));
}

function Option(props: { id: string; hit: Hit; active: boolean; onPoint: () => void; onRun: () => void }) {
  const { id, hit, active, onPoint, onRun } = props;
  const { entry, title, note } = hit;
  const row = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // the keys are the combobox's
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={row}
      id={id}
      role="option"
      className="palette-option"
      data-kind={entry.kind}
      aria-selected={active}
      aria-disabled={entry.reason === undefined ? undefined : true}
      onPointerMove={onPoint}
      onClick={onRun}
    >
      <span className="palette-name">
        <Marked stretches={title} />
      </span>
      {(entry.reason ?? entry.note) !== undefined && (
        <span className="palette-note">{entry.reason ?? <Marked stretches={note} />}</span>
      )}
      {entry.keys !== undefined && <Keys keys={entry.keys} />}
    </div>
  );
}

const optionId = (id: string, i: number): string => `${id}${String(i)}`;

interface ListProps {
  readonly id: string;
  readonly groups: readonly Group[];
  readonly active: number;
  readonly onPoint: (at: number) => void;
  readonly onRun: (entry: Entry) => void;
}

const List = memo(function List({ id, groups, active, onPoint, onRun }: ListProps) {
  const { t } = useWords();
  return groups.map(({ kind, hits, first }) => (
    <div key={kind} role="group" aria-labelledby={`${id}${kind}`}>
      <div id={`${id}${kind}`} role="presentation" className="palette-group">
        {t(`palette.kind.${kind}`)}
      </div>
      {hits.map((hit, i) => (
        <Option
          key={hit.entry.id}
          id={optionId(id, first + i)}
          hit={hit}
          active={first + i === active}
          onPoint={() => first + i !== active && onPoint(first + i)}
          onRun={() => onRun(hit.entry)}
        />
      ))}
    </div>
  ));
});

/** The signs, to press for those who do not know or cannot type them. */
function Signs({ typed, onChoose }: { typed: string; onChoose: (text: string) => void }) {
  const { t } = useWords();
  const { kind, text } = parse(typed);
  return (
    <div className="palette-signs" role="group" aria-label={t('palette.prefix')}>
      {prefixedKinds.map((each) => (
        <button
          key={each}
          type="button"
          className="palette-sign"
          aria-pressed={kind === each}
          onClick={() => onChoose(kind === each ? text : `${prefixes[each]}${text}`)}
        >
          <code>{prefixes[each]}</code> {t(`palette.prefix.${each}`)}
        </button>
      ))}
    </div>
  );
}

function Box({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const typed = useStore(uiStore, (s) => s.finding);
  const [at, setAt] = useState(0);
  const [why, setWhy] = useState('');
  const sources = useSources();
  const read = useReading(sources.devices);
  const { groups, shown, total } = useMemo(() => {
    void read; // more devices are there
    return search(typed, sources);
  }, [typed, sources, read]);
  const hits = groups.flatMap((group) => group.hits);
  // the key is answered first; what is out of sight comes after it
  const listed = useDeferredValue(groups, beginning(groups));
  const active = Math.min(at, hits.length - 1);
  const query = parse(typed);

  const write = (text: string): void => {
    findText(text);
    setAt(0);
    setWhy('');
  };
  const move = useCallback((to: number): void => {
    setAt(to);
    setWhy('');
  }, []);
  const run = useCallback(
    (entry: Entry | undefined): void => {
      if (entry === undefined) return;
      const answer = entry.reason ?? entry.says;
      if (answer !== undefined) return setWhy(answer);
      onClose();
      // after the focus has gone back: what runs may take it elsewhere
      setTimeout(entry.run);
    },
    [onClose],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter ends what an input method composes
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const count = hits.length;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') onClose();
    else if (event.key === 'F1') onClose();
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === 'Enter') run(hits[active]?.entry);
    else if (event.key === 'ArrowDown' && count > 0) move((active + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) move((active - 1 + count) % count);
    else if (event.key === 'PageDown') move(Math.min(count - 1, active + page));
    else if (event.key === 'PageUp') move(Math.max(0, active - page));
    else return;
    event.preventDefault();
  };

  const isBare = query.kind === 'register' && sources.lists.register.length === 0;
  const nothing = isBare ? t('palette.no-function') : t('palette.none', { text: query.text });
  return (
    <div className="palette-sheet">
      <input
        ref={input}
        className="palette-input"
        type="text"
        role="combobox"
        data-first=""
        aria-label={t('command.palette')}
        aria-expanded={hits.length > 0}
        aria-controls={`${id}list`}
        aria-autocomplete="list"
        aria-activedescendant={hits.length > 0 ? optionId(id, active) : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        placeholder={t('palette.placeholder')}
        value={typed}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}list`} role="listbox" aria-label={t('palette.results')} className="palette-list">
        <List id={id} groups={listed} active={active} onPoint={move} onRun={run} />
      </div>
      {hits.length === 0 && <p className="palette-nothing">{nothing}</p>}
      <div className="palette-foot">
        <Signs
          typed={typed}
          onChoose={(text) => {
            write(text);
            input.current?.focus();
          }}
        />
        <p role="status" className="palette-said" data-why={why === '' ? undefined : ''}>
          {why === '' ? t('palette.count', { shown, total }) : why}
        </p>
      </div>
    </div>
  );
}

export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t('palette.title')} bare className="palette" open onClose={onClose}>
      <Box onClose={onClose} />
    </Dialog>
  );
}
