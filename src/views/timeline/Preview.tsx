/** The card under the pointer: what was done in that row and what came of it. Looking changes nothing. */
import { useEffect, useState } from 'react';
import type { Message } from '../../base/problem.ts';
import { explain } from '../../engine/explain.ts';
import { Outcome } from '../../engine/trace.ts';
import { beatsOf, sentenceOf, valueText } from '../../session/beats.ts';
import { functionText } from '../../session/names.ts';
import { sessionStore } from '../../store/session-store.ts';
import { makerOf } from '../../store/why.ts';
import { bandAt, bandsOf, type View } from '../../store/timeline-view.ts';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../parts/use-words.ts';
import { cursorAt, laneAt, pad, tickStep, type Lanes } from './layout.ts';
import { kindOfOp } from './marks.ts';
import type { Pointed } from './use-strip.ts';

const cardWidth = 320;
const restMs = 90;
/** Words of the tape that may be wound for a look. */
const farthest = 300_000;

/** The sentence of a row; the machine is left where it was. Undefined when that is too far to go for a look. */
function sentenceAt(row: number): Message | undefined {
  const { machine } = sessionStore.getState();
  const { position } = machine.image.tape;
  if (Math.abs((machine.trace.tape[row] ?? 0) - position) > farthest) return undefined;
  const explanation = explain(machine, row);
  machine.seek(row + 1);
  const sentence = sentenceOf(machine, explanation, beatsOf(machine, explanation));
  machine.wind(position);
  return sentence;
}

/** Told when the pointer rests: not while it sweeps over the story. */
function useSentence(row: number): Message | undefined {
  const [told, setTold] = useState<{ row: number; sentence: Message | undefined }>();
  useEffect(() => {
    const timer = setTimeout(() => setTold({ row, sentence: row < 0 ? undefined : sentenceAt(row) }), restMs);
    return () => clearTimeout(timer);
  }, [row]);
  return told?.row === row ? told.sentence : undefined;
}

export function Preview(props: { pointed: Pointed; lanes: Lanes; view: View; width: number }) {
  const { pointed, lanes, view, width } = props;
  const { x, y } = pointed;
  const words = useWords();
  const { machine, chapters, head } = sessionStore.getState();
  const cursor = cursorAt(x, view, width, head);
  const sentence = useSentence(cursor - 1);
  if (cursor === 0) return undefined;
  const bands = bandsOf(chapters, head);
  const phase = bands[bandAt(bands, cursor)]?.id;
  const perPixel = (view.to - view.from) / (width - 2 * pad);
  const left = Math.max(0, Math.min(x - cardWidth / 2, width - cardWidth));
  const isDense = perPixel * tickStep > 1;
  const rows = isDense ? rowsAround(x, view, width, head) : undefined;
  const maker = makerOf(sessionStore.getState(), cursor - 1);
  const row = machine.trace.row(cursor - 1);
  const lane = laneAt(y, lanes);
  const kind = words.plain(words.pieces('timeline.kind', { kind: kindOfOp(row.op), write: row.write }));
  return (
    <div
      className="timeline-card"
      style={{ width: cardWidth, transform: `translateX(${String(left)}px)` }}
      aria-hidden="true"
    >
      <p className="timeline-card-head">
        <b>
          {words.plain(
            rows && rows.to > rows.from
              ? words.pieces('timeline.rows', rows)
              : words.pieces('timeline.row', { at: cursor }),
          )}
        </b>
        <span>{lane === 'edits' || lane === 'problems' ? words.t(`timeline.lane.${lane}`) : kind}</span>
        {phase !== undefined && <span>{words.name(phase)}</span>}
      </p>
      <p className="timeline-entry">
        {maker?.by === 'program' ? <span>{words.render(maker.say)}</span> : <code>{maker?.text}</code>}
        {!row.write && <code className="timeline-value">{valueText(row)}</code>}
      </p>
      {sentence ? (
        <p className="timeline-says">
          <Said message={sentence} />
        </p>
      ) : row.outcome === Outcome.unclaimed ? (
        <p className="timeline-bad">✕ {words.t('timeline.unclaimed')}</p>
      ) : (
        row.fn >= 0 && (
          <p>
            <code>{functionText(machine, row.fn)}</code>
          </p>
        )
      )}
    </div>
  );
}

/** Steps that share the pixel. */
function rowsAround(x: number, view: View, width: number, head: number): { from: number; to: number } {
  return {
    from: Math.max(1, cursorAt(x - 0.5, view, width, head)),
    to: cursorAt(x + 0.5, view, width, head),
  };
}
