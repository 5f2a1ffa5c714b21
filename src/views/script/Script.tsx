/** A person's own program: an editor for console lines, run, stepped and stopped at. */
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Problem } from '../../base/problem.ts';
import { complete } from '../../session/console/complete.ts';
import { actingVerbs } from '../../session/console/acting-verbs.ts';
import { programStore, showProgram } from '../../store/program-store.ts';
import {
  moveLines,
  placeOf,
  refusalOf,
  resetScript,
  runScript,
  scriptStart,
  scriptStore,
  setScript,
  stepScript,
  toggleLine,
} from '../../store/script-store.ts';
import { sessionStore, stopRun } from '../../store/session-store.ts';
import { IconButton } from '../parts/Button.tsx';
import { PaneHead } from '../parts/PaneHead.tsx';
import { useWords } from '../parts/use-words.ts';
import { openEditor, type Complete, type Editor } from './editor.ts';
import { Files } from './Files.tsx';
import { Standing } from './Standing.tsx';
import { Tools } from './Tools.tsx';
import './script.css';

const names = new Set(actingVerbs.map(({ name }) => name));

/** What the console would offer, of what acts. */
const offered: Complete = (line, at) => {
  const { scenario, machine, cursor, head } = sessionStore.getState();
  const { from, options } = complete(line, at, { scenario, machine, cursor, head });
  const isVerb = line.slice(line.lastIndexOf(';', from - 1) + 1, from).trim() === '';
  return { from, options: isVerb ? options.filter(({ text }) => names.has(text)) : options };
};

/** Long enough not to be told of a word that one is still typing. */
const pauseMs = 500;

/** What is wrong, once the typing pauses; that nothing is, at once. */
function useSettled(problems: readonly Problem[]): readonly Problem[] {
  const [settled, setSettled] = useState(problems);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(problems), pauseMs);
    return () => clearTimeout(timer);
  }, [problems]);
  return problems.length === 0 ? problems : settled;
}

export function Script() {
  const { t, render } = useWords();
  const id = useId();
  const own = useStore(scriptStore);
  const session = useStore(sessionStore);
  const program = useStore(programStore);
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(undefined);
  const place = placeOf(own.text, session, program);
  const refusal = refusalOf(own);
  const problems = useSettled(own.problems);

  const label = t('script.editor');
  useEffect(() => {
    if (box.current === null) return undefined;
    const opened = openEditor(box.current, {
      text: scriptStore.getState().text,
      label,
      describedBy: `${id}-keys`,
      onText: setScript,
      onMove: moveLines,
      onRun: () => void runScript(),
      onPoint: toggleLine,
      complete: offered,
    });
    editor.current = opened;
    return () => opened.close();
  }, [id, label]);

  const { now, next } = place ?? {};
  const failedLine = place?.failed?.line;
  const why = place?.failed?.message;
  const marks = useMemo(
    () => ({
      wrong: [
        ...problems.map(({ message, place: at }) => ({
          line: at?.line ?? 1,
          from: at?.from,
          to: at?.to,
          text: render(message),
        })),
        ...(failedLine !== undefined && why ? [{ line: failedLine, text: render(why) }] : []),
      ],
      now,
      next,
      points: new Map(program.points.flatMap(({ on, at }) => (at.on === 'line' ? [[at.line, on]] : []))),
    }),
    [problems, failedLine, why, now, next, program.points, render],
  );
  useEffect(() => editor.current?.show(marks), [marks, label]);

  const put = (text: string): void => {
    editor.current?.replace(text);
    editor.current?.focus();
  };
  return (
    <>
      <PaneHead title={t('view.program')}>
        <Tools
          refusal={refusal}
          isRunning={session.progress !== undefined}
          isStarted={scriptStart(session) !== undefined}
          onRun={() => void runScript()}
          onStep={() => void stepScript()}
          onStop={() => void stopRun()}
          onReset={resetScript}
          onPoint={() => toggleLine(editor.current?.line() ?? 1)}
        />
        <Files text={own.text} onText={put} />
        <IconButton icon="close" label={t('program.hide')} onClick={() => showProgram(false)} />
      </PaneHead>
      <div ref={box} className="script-editor" />
      <Standing place={place} problems={problems} refusal={refusal} keysId={`${id}-keys`} />
    </>
  );
}
