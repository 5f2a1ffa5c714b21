/** The card under the pointer: what was done in that row and what came of it. Looking changes nothing. */
import { useWords } from '../parts/use-words.ts';
import { functionText } from '../../session/names.ts';
import { valueText } from '../../session/beats.ts';
import { entryAt } from '../../session/log.ts';
import { sessionStore } from '../../store/session-store.ts';
import { Outcome } from '../../engine/trace.ts';
import { bandAt, bandsOf, cursorAt, pad, tickStep, type View } from './layout.ts';

const cardWidth = 280;

export function Preview({ x, view, width }: { x: number; view: View; width: number }) {
  const words = useWords();
  const { machine, chapters, log, head } = sessionStore.getState();
  const cursor = cursorAt(x, view, width, head);
  if (cursor === 0) return undefined;
  const bands = bandsOf(chapters, head);
  const phase = bands[bandAt(bands, cursor)]?.id;
  const perPixel = (view.to - view.from) / (width - 2 * pad);
  const left = Math.max(0, Math.min(x - cardWidth / 2, width - cardWidth));
  const dense = perPixel * tickStep > 1;
  const rows = dense ? rowsAround(x, view, width, head) : undefined;
  const entry = log[entryAt(log, cursor - 1)];
  const row = machine.trace.row(cursor - 1);
  return (
    <div
      className="timeline-card"
      style={{ width: cardWidth, transform: `translateX(${String(left)}px)` }}
      aria-hidden="true"
    >
      <p>
        <b>
          {words.plain(
            rows && rows.to > rows.from
              ? words.pieces('timeline.rows', rows)
              : words.pieces('timeline.row', { at: cursor }),
          )}
        </b>
        {phase !== undefined && <span> {words.name(phase)}</span>}
      </p>
      <p className="timeline-entry">
        <code>{entry?.entry.text}</code>
        {!row.write && <code className="timeline-value">{valueText(row)}</code>}
      </p>
      {row.outcome === Outcome.unclaimed ? (
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
