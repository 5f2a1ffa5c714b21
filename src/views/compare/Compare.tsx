/** Two machines side by side: what to compare at the top, the functions that differ, their fields, and both maps. */
import { useEffect, useMemo, useState, type ClipboardEvent, type DragEvent } from 'react';
import { useStore } from 'zustand';
import { difference, type FunctionDifference, type Side } from '../../session/compare.ts';
import {
  addText,
  beginCompare,
  compareStore,
  type Named,
  type CompareState,
  type Which,
} from '../../store/compare-store.ts';
import { sessionStore } from '../../store/session-store.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { useWords } from '../parts/use-words.ts';
import { Chooser } from './Chooser.tsx';
import { choicesOf, titleOf } from './choices.ts';
import { Details } from './Details.tsx';
import { Functions } from './Functions.tsx';
import { goTo, goingTo } from './go.ts';
import { Maps } from './Maps.tsx';
import { hiddenIn, rowsOf } from './rows.ts';
import './compare.css';

const mostBytes = 4 * 1024 * 1024;

/** Takes files, one after the other: each is a machine to choose. */
async function takeFiles(files: Iterable<File>): Promise<void> {
  for (const file of files)
    if (file.size <= mostBytes) await addText({ name: file.name, text: await file.text() });
}

/** `texts`: what was dropped, to begin with. */
export function Compare({ texts, onClose }: { texts: readonly Named[]; onClose: () => void }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  useEffect(() => void beginCompare(texts), [texts]);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    void takeFiles(event.dataTransfer.files);
  };
  const paste = (event: ClipboardEvent): void => {
    // elsewhere on the page it would open a machine
    event.stopPropagation();
    const text = event.clipboardData.getData('text');
    if (text.trim() !== '') void addText({ name: '', text: text.slice(0, mostBytes) });
  };
  return (
    <Dialog title={t('compare.title')} open onClose={onClose}>
      <div className="compare" onDragOver={(event) => event.preventDefault()} onDrop={drop} onPaste={paste}>
        <Chooser all={all} onAll={setAll} onFiles={(files) => void takeFiles(files)} />
        <Refusals />
        <Body all={all} />
      </div>
    </Dialog>
  );
}

/** Why something cannot be compared. */
function Refusals() {
  const { t, plain, pieces } = useWords();
  const problem = useStore(compareStore, (s) => s.problem);
  const made = useStore(compareStore, (s) => s.made);
  const refusals = (['left', 'right'] as const).flatMap((side) => {
    const one = made[side];
    return one.state === 'refused' ? [plain(pieces(`compare.${one.why}`, { side }))] : [];
  });
  return (
    <div role="status" className="compare-trouble">
      {problem === 'unknown' && <p>✕ {t('compare.unknown')}</p>}
      {problem !== undefined && problem !== 'unknown' && <Trouble message={problem.message} />}
      {refusals.map((text) => (
        <p key={text}>✕ {text}</p>
      ))}
    </div>
  );
}

/** The two machines once both are made. */
function useSides(): { readonly left: Side; readonly right: Side } | undefined {
  const left = useStore(compareStore, (s) => s.made.left);
  const right = useStore(compareStore, (s) => s.made.right);
  return useMemo(
    () =>
      left.state === 'made' && right.state === 'made' ? { left: left.side, right: right.side } : undefined,
    [left, right],
  );
}

function Body({ all }: { all: boolean }) {
  const { t } = useWords();
  const sides = useSides();
  const isMaking = useStore(compareStore, ({ made }) =>
    [made.left, made.right].some(({ state }) => state === 'making'),
  );
  const differences = useMemo(() => sides && difference(sides.left, sides.right), [sides]);
  if (!sides || !differences)
    return <p className="compare-empty">{isMaking ? t('compare.making') : undefined}</p>;
  return <Compared {...sides} differences={differences} all={all} />;
}

const titleAt = (which: Which, groups: ReturnType<typeof choicesOf>, { choices }: CompareState): string =>
  titleOf(groups, choices[which]);

function Compared(props: {
  left: Side;
  right: Side;
  differences: readonly FunctionDifference[];
  all: boolean;
}) {
  const { left, right, differences, all } = props;
  const words = useWords();
  const { t, plain, pieces } = words;
  const state = useStore(compareStore);
  const session = useStore(sessionStore);
  const groups = choicesOf(session, state.texts, words);
  const [wanted, setWanted] = useState<string>();
  const rows = useMemo(() => rowsOf(differences, all), [differences, all]);
  const row = rows.find(({ key }) => key === wanted) ?? rows[0];
  const hidden = all ? 0 : hiddenIn(differences);
  const { made } = state;
  return (
    <>
      <p className="compare-count" role="status">
        <b>{plain(pieces('compare.count', { differ: rows.length, of: differences.length }))}</b>{' '}
        {hidden > 0 && plain(pieces('compare.hidden', { count: hidden }))}
      </p>
      <div className="compare-body" data-empty={row ? undefined : ''}>
        {row && (
          <>
            <Functions
              rows={rows}
              left={left}
              right={right}
              chosen={row.key}
              onChoose={setWanted}
              onGo={(to) => void goTo(made, to.of, to.fields[0])}
            />
            <Details
              key={row.key}
              row={row}
              left={left}
              right={right}
              leftTitle={titleAt('left', groups, state)}
              rightTitle={titleAt('right', groups, state)}
              going={t(goingTo(made, row.of))}
              onGo={(range) => void goTo(made, row.of, range)}
            />
          </>
        )}
        <Maps differences={differences} left={left} right={right} chosen={row?.key} onChoose={setWanted} />
      </div>
    </>
  );
}
