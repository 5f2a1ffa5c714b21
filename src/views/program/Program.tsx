/** A program at work: its source at the left, what it says at the right, and the ways on and back above. */
import { lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { packs } from '../../session/packing.ts';
import { depthAhead, runToSentence, showProgram, stepOut, stepOver } from '../../store/program-store.ts';
import { sessionStore } from '../../store/session-store.ts';
import { Button, CommandButton, IconButton } from '../parts/Button.tsx';
import { useCommand, type CommandId } from '../parts/command.ts';
import { Keys } from '../parts/Kbd.tsx';
import { PaneHead } from '../parts/PaneHead.tsx';
import { Toolbar } from '../parts/Toolbar.tsx';
import { Tooltip } from '../parts/Tooltip.tsx';
import { useWords } from '../parts/use-words.ts';
import type { LabelId } from '../../content/words/catalogue.ts';
import { Points, PointsButton } from './Points.tsx';
import { Sentences } from './Sentences.tsx';
import { Source } from './Source.tsx';
import { spotOf } from './source.ts';
import { useSource, useWatched } from './use-program.ts';
import './program.css';

const Packing = lazy(() => import('./Packing.tsx').then((m) => ({ default: m.Packing })));

/** A command by a word that is short here; its name and key are the tip. */
function Do({ id, word }: { id: CommandId; word: LabelId }) {
  const { command, reason } = useCommand(id);
  const { t } = useWords();
  const title = t(command.title);
  return (
    <Tooltip
      tip={
        <>
          {reason === undefined ? title : t('text.and-why', { text: title, why: t(reason) })}
          {command.keys?.[0] !== undefined && <Keys keys={command.keys[0]} />}
        </>
      }
    >
      <Button reason={reason === undefined ? undefined : t(reason)} onClick={command.run}>
        {t(word)}
      </Button>
    </Tooltip>
  );
}

/** On past what is handed over to: as far as this depth of routines; to the end when nothing more is said there. */
function Beyond(props: { word: LabelId; tip: LabelId; most: number; run: () => Promise<void> }) {
  const { word, tip, most, run } = props;
  const { reason } = useCommand('program-run');
  const { t } = useWords();
  const why = reason ?? (most < 0 ? 'program.out-none' : undefined);
  return (
    <Tooltip tip={why === undefined ? t(tip) : t('text.and-why', { text: t(tip), why: t(why) })}>
      <Button reason={why === undefined ? undefined : t(why)} onClick={() => void run()}>
        {t(word)}
      </Button>
    </Tooltip>
  );
}

/** How far the run has come. */
function Running() {
  const { t } = useWords();
  const rows = useStore(sessionStore, (s) => s.progress?.rows);
  if (rows === undefined) return undefined;
  return <span className="program-progress">{t('program.progress', { rows })}</span>;
}

function RunOrStop() {
  const isRun = useStore(sessionStore, (s) => s.progress !== undefined);
  return <Do id="program-run" word={isRun ? 'program.stop' : 'program.run'} />;
}

export function Program() {
  const { t, name } = useWords();
  const seen = useWatched();
  const source = useSource(seen.program);
  const [points, setPoints] = useState<Element>();
  const [wantsPacking, setWantsPacking] = useState(false);
  if (seen.program === undefined)
    return (
      <>
        <PaneHead title={t('view.program')}>
          <Hide />
        </PaneHead>
        <div className="program-none">
          <p className="pane-note">{t('program.none')}</p>
          <CommandButton id="run-program" kind="lined" />
        </div>
      </>
    );
  const canPack = packs(seen.program);
  const spot = (index: number) => source && spotOf(source, seen.sentences.idOf(index));
  const depth = depthAhead(seen, seen.next) ?? 0;
  return (
    <>
      <PaneHead title={name(`program.${seen.program}`)} caps={false}>
        <Running />
        <Toolbar label={t('program.tools')} className="program-tools">
          <Do id="program-back" word="program.back" />
          <Do id="program-next" word="program.next" />
          <Beyond word="program.over" tip="program.over-tip" most={depth} run={stepOver} />
          <Beyond word="program.out" tip="program.out-tip" most={depth - 1} run={stepOut} />
          <RunOrStop />
          <Do id="program-restart" word="program.restart" />
          {canPack && (
            <Button aria-pressed={wantsPacking} onClick={() => setWantsPacking(!wantsPacking)}>
              {t('packing.title')}
            </Button>
          )}
          <PointsButton isOpen={points !== undefined} onOpen={setPoints} />
        </Toolbar>
        {points && <Points source={source} anchor={points} onClose={() => setPoints(undefined)} />}
        <Hide />
      </PaneHead>
      <div className="program-body">
        {canPack && wantsPacking ? (
          <Suspense fallback={<div className="packing" />}>
            <Packing seen={seen} />
          </Suspense>
        ) : source === undefined ? (
          <div className="program-source" />
        ) : (
          <Source
            source={source}
            now={spot(seen.at)}
            next={spot(seen.next)}
            isAtNext={seen.at < 0 || seen.stopped?.at.on === 'sentence'}
            onHere={(id) => void runToSentence(id)}
          />
        )}
        <Sentences seen={seen} source={source} />
      </div>
    </>
  );
}

function Hide() {
  const { t } = useWords();
  return <IconButton icon="close" label={t('program.hide')} onClick={() => showProgram(false)} />;
}
