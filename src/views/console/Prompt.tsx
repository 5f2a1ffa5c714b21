/** The prompt: history with the arrows, completion in a list, the problem under the line. */
import { lazy, Suspense, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import type { Problem } from '../../base/problem.ts';
import type * as Completing from '../../session/console/complete.ts';
import type { Completion } from '../../session/console/complete.ts';
import {
  consoleContext,
  consoleStore,
  forgetProblem,
  loadLanguage,
  runLine,
} from '../../store/console-store.ts';
import { Button } from '../parts/Button.tsx';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../parts/use-words.ts';

const Reason = lazy(() => import('../parts/Trouble.tsx').then((m) => ({ default: m.Reason })));
const WayOut = lazy(() => import('../parts/Trouble.tsx').then((m) => ({ default: m.WayOut })));

interface Open {
  readonly from: number;
  readonly options: readonly Completion[];
  readonly at: number;
}

/** The line with the problem's place put right. */
function fixed(line: string, { fix, place }: Problem): string | undefined {
  if (fix === undefined) return undefined;
  return line.slice(0, place?.from ?? 0) + fix + line.slice(place?.to ?? line.length);
}

export function Prompt() {
  const { t } = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const history = useStore(consoleStore, (s) => s.history);
  const problem = useStore(consoleStore, (s) => s.problem);
  const [line, setLine] = useState('');
  const [recalled, setRecalled] = useState<number>();
  const [open, setOpen] = useState<Open>();
  const [pasted, setPasted] = useState<readonly string[]>();
  const completing = useRef<typeof Completing>(undefined);

  const change = (text: string): void => {
    setLine(text);
    setRecalled(undefined);
    forgetProblem();
    offer(text);
  };

  const offer = (text: string): void => {
    if (completing.current === undefined) return;
    const caret = input.current?.selectionStart ?? text.length;
    const { from, options } = completing.current.complete(text, caret, consoleContext());
    setOpen(options.length > 0 && text.trim() !== '' ? { from, options, at: -1 } : undefined);
  };

  /** The verbs come when somebody is about to write one. */
  const prepare = async (): Promise<void> => {
    if (completing.current !== undefined) return;
    const [loaded] = await Promise.all([import('../../session/console/complete.ts'), loadLanguage()]);
    completing.current = loaded;
    const text = input.current?.value ?? '';
    if (text !== '' && document.activeElement === input.current) offer(text);
  };

  const accept = (option: Completion, from: number): void => {
    const caret = input.current?.selectionStart ?? line.length;
    setLine(`${line.slice(0, from)}${option.text} ${line.slice(caret).trimStart()}`);
    setOpen(undefined);
  };

  const run = async (text: string): Promise<void> => {
    setOpen(undefined);
    const wrong = await runLine(text);
    if (wrong) return;
    setLine('');
    setRecalled(undefined);
  };

  const recall = (by: 1 | -1): void => {
    const now = recalled ?? history.length;
    const next = Math.max(0, Math.min(now + by, history.length));
    setRecalled(next);
    setLine(history[next] ?? '');
    forgetProblem();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const take = (): void => event.preventDefault();
    if (event.key === 'Enter') {
      take();
      const chosen = open && open.at >= 0 ? open.options[open.at] : undefined;
      if (open && chosen) accept(chosen, open.from);
      else if (problem?.fix !== undefined) {
        setLine(fixed(line, problem) ?? line);
        forgetProblem();
      } else void run(line);
    } else if (event.key === 'Tab' && open && !event.shiftKey) {
      const chosen = open.options[Math.max(open.at, 0)];
      if (chosen) {
        take();
        accept(chosen, open.from);
      }
    } else if (event.key === 'Escape') {
      if (open) take();
      setOpen(undefined);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      take();
      const by = event.key === 'ArrowDown' ? 1 : -1;
      const choosing = open && (open.at >= 0 || by === 1);
      if (choosing) setOpen({ ...open, at: Math.max(-1, Math.min(open.at + by, open.options.length - 1)) });
      else recall(by);
    }
  };

  // the chosen option must be in sight
  useEffect(() => {
    if (open && open.at >= 0)
      document.getElementById(`${id}-${String(open.at)}`)?.scrollIntoView({ block: 'nearest' });
  }, [open, id]);

  const place = problem?.place;
  return (
    <form
      className="console-form"
      onSubmit={(event) => {
        event.preventDefault();
        void run(line);
      }}
    >
      {pasted && <Pasted lines={pasted} run={run} close={() => setPasted(undefined)} />}
      {open && (
        <ul
          className="console-options"
          id={`${id}-list`}
          role="listbox"
          aria-label={t('console.completions')}
        >
          {open.options.map((option, i) => (
            <li
              key={option.text}
              id={`${id}-${String(i)}`}
              role="option"
              aria-selected={i === open.at}
              onMouseDown={(event) => {
                event.preventDefault();
                accept(option, open.from);
              }}
            >
              <code>{option.text}</code> <span>{option.note}</span>
            </li>
          ))}
        </ul>
      )}
      <label className="console-prompt" htmlFor={id}>
        <code aria-hidden="true">cf8&gt;</code>
        <span className="visually-hidden">{t('console.prompt')}</span>
      </label>
      <input
        ref={input}
        id={id}
        className="console-input"
        role="combobox"
        aria-expanded={open !== undefined}
        aria-controls={open ? `${id}-list` : undefined}
        aria-activedescendant={open && open.at >= 0 ? `${id}-${String(open.at)}` : undefined}
        aria-autocomplete="list"
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        placeholder={t('console.placeholder')}
        value={line}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={() => void prepare()}
        onPointerEnter={() => void prepare()}
        onBlur={() => setOpen(undefined)}
        onPaste={(event) => {
          const lines = event.clipboardData
            .getData('text')
            .split(/\r?\n/)
            .filter((l) => l.trim() !== '');
          if (lines.length < 2) return;
          event.preventDefault();
          setPasted(lines);
        }}
      />
      {problem && (
        <div className="console-problem" id={`${id}-problem`} role="alert">
          {place?.from !== undefined && (
            <pre aria-hidden="true">{`     ${' '.repeat(place.from)}${'^'.repeat(Math.max(1, (place.to ?? place.from) - place.from))}`}</pre>
          )}
          <span>
            ✕ <Said message={problem.message} />
          </span>
          {problem.fix !== undefined && (
            <span className="console-fix">{t('console.fix', { fix: fixed(line, problem) ?? '' })}</span>
          )}
          <Suspense>
            <Reason message={problem.message} />
            {problem.fix === undefined && <WayOut message={problem.message} />}
          </Suspense>
        </div>
      )}
    </form>
  );
}

/** Several lines at once: shown before they run. */
function Pasted(props: {
  lines: readonly string[];
  run: (line: string) => Promise<void>;
  close: () => void;
}) {
  const { t } = useWords();
  const runAll = async (): Promise<void> => {
    for (const line of props.lines) {
      await props.run(line);
      if (consoleStore.getState().problem) break;
    }
    props.close();
  };
  return (
    <div className="console-pasted">
      <pre>{props.lines.join('\n')}</pre>
      <Button kind="accent" onClick={() => void runAll()}>
        {t('console.run-lines', { count: props.lines.length })}
      </Button>
      <Button onClick={props.close}>{t('console.cancel')}</Button>
    </div>
  );
}
