/** The console: the story so far as the lines that made it, and a prompt. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { answersOf, type Answer } from '../../session/result-text.ts';
import { entryAt, stepsIn, type Logged } from '../../session/log.ts';
import { consoleStore, type Note } from '../../store/console-store.ts';
import { restedListStore } from '../../store/rested.ts';
import { seek } from '../../store/session-store.ts';
import { PaneHead } from '../parts/PaneHead.tsx';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../parts/use-words.ts';
import { Prompt } from './Prompt.tsx';
import './console.css';

const Help = lazy(() => import('./Help.tsx').then((m) => ({ default: m.Help })));

/** Lines kept in the page; older ones are one step back away. */
const shown = 60;

interface Item {
  readonly key: string;
  readonly entry?: { readonly logged: Logged; readonly end: number; readonly answers: readonly Answer[] };
  readonly note?: Note;
}

function useItems(): { items: readonly Item[]; ahead: number } {
  const log = useStore(restedListStore, (s) => s.log);
  const cursor = useStore(restedListStore, (s) => s.cursor);
  const head = useStore(restedListStore, (s) => s.head);
  const machine = useStore(restedListStore, (s) => s.machine);
  const notes = useStore(consoleStore, (s) => s.notes);
  return useMemo(() => {
    const last = cursor === 0 ? -1 : entryAt(log, cursor - 1);
    const first = Math.max(0, last - shown);
    const items: Item[] = [];
    const addNotes = (after: number): void => {
      for (const note of notes)
        if (Math.min(note.after, log.length) === after) items.push({ key: `n${String(note.id)}`, note });
    };
    for (let i = first; i <= last; i++) {
      if (i > first || i === 0) addNotes(i);
      const logged = log[i];
      if (!logged) continue;
      const end = Math.min(log[i + 1]?.first ?? head, head);
      // a program reads more than one wants to read; the timeline has it
      const isProgram = stepsIn(logged.entry) !== undefined;
      const answers = isProgram ? [] : answersOf(machine, logged.first, Math.min(end, cursor));
      items.push({ key: `e${String(i)}`, entry: { logged, end, answers } });
    }
    // what was printed later in the story than where one stands is shown too: it was asked for here and now
    for (const note of notes) if (note.after > last) items.push({ key: `n${String(note.id)}`, note });
    return { items, ahead: head - cursor };
  }, [log, cursor, head, machine, notes]);
}

export function Console() {
  const { t } = useWords();
  const { items, ahead } = useItems();
  const end = useRef<HTMLDivElement>(null);
  const cursor = useStore(restedListStore, (s) => s.cursor);
  const rest = useCallback((): void => {
    const foot = end.current;
    if (foot?.parentElement) toEnd(foot.parentElement, foot);
  }, []);
  useEffect(() => {
    // when the page is drawn: asked sooner, it would be laid out twice
    const frame = requestAnimationFrame(rest);
    return () => cancelAnimationFrame(frame);
  }, [items, rest]);
  useEffect(() => {
    const box = end.current?.parentElement;
    if (!box) return undefined;
    const watch = new ResizeObserver(rest);
    watch.observe(box);
    return () => watch.disconnect();
  }, [rest]);
  // what a line printed is said; steps are said by the story
  const live = items.at(-1)?.note === undefined ? 'off' : 'polite';
  return (
    <>
      <PaneHead title={t('view.console')} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by key */}
      <div className="console-log" role="log" aria-live={live} aria-label={t('console.log')} tabIndex={0}>
        {items.map(({ key, entry, note }) => (
          <div key={key} className="console-item">
            {entry && <Line {...entry} current={cursor > entry.logged.first && cursor <= entry.end} />}
            {note && <Noted note={note} />}
          </div>
        ))}
        {ahead > 0 && <p className="console-ahead">{t('console.ahead', { count: ahead })}</p>}
        <div ref={end} />
      </div>
      <Prompt />
    </>
  );
}

/** To the last line, with as much room under it as makes the first one in sight a whole one. */
function toEnd(box: HTMLElement, foot: HTMLElement): void {
  foot.style.height = '0';
  box.scrollTop = box.scrollHeight;
  const { top } = box.getBoundingClientRect();
  const pitch = Number.parseFloat(getComputedStyle(box).lineHeight);
  for (const line of box.children) {
    const { bottom, height } = line.getBoundingClientRect();
    if (bottom <= top) continue;
    const cut = height < 2 * pitch ? bottom - top : (bottom - top) % pitch;
    if (bottom - height < top) foot.style.height = `${String(cut)}px`;
    break;
  }
  box.scrollTop = box.scrollHeight;
}

function Line({ logged, end, answers, current }: NonNullable<Item['entry']> & { current: boolean }) {
  const { t, names } = useWords();
  return (
    <div className="console-line" data-current={current ? '' : undefined}>
      <button
        type="button"
        className="console-step"
        aria-label={t('console.go', { step: end })}
        onClick={() => seek(end)}
      >
        {end}
      </button>
      <code className="console-typed">{logged.entry.text}</code>
      {stepsIn(logged.entry) !== undefined && (
        <span className="console-accesses">{t('timeline.count', { n: end - logged.first, bad: 0 })}</span>
      )}
      {answers.length > 0 && (
        <div className="console-answers">
          {answers.map((a) => (
            <div key={a.row}>
              <code className="console-value" data-absent={a.absent ? '' : undefined}>
                {a.value}
              </code>
              <span className="console-who">
                {a.absent ? t('console.nobody') : `${a.who} ${names(a.register)}`.trim()}
              </span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function Noted({ note }: { note: Note }) {
  return (
    <div className="console-line">
      <span className="console-step" />
      <code className="console-typed">{note.line}</code>
      <div className="console-answers">
        {note.output.kind === 'print' && <pre className="console-print">{note.output.text}</pre>}
        {note.output.kind === 'say' && <Said message={note.output.message} />}
        <Suspense>{note.output.kind === 'help' && <Help verb={note.output.verb} />}</Suspense>
      </div>
    </div>
  );
}
