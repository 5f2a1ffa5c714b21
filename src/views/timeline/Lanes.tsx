/** The timeline with all of the room: names over its lanes, and under them what the marks mean. */
import { useWords } from '../parts/use-words.ts';
import { laneIds, type Lanes } from './layout.ts';

export function LaneNames({ lanes }: { lanes: Lanes }) {
  const { t } = useWords();
  return laneIds.map((id) => {
    const lane = lanes[id];
    return (
      lane && (
        <span key={id} className="timeline-lane-name" style={{ top: lane.top - 19 }}>
          {t(`timeline.lane.${id}`)}
        </span>
      )
    );
  });
}

const signs = {
  write: 'M3.5 3.5h9v9h-9z',
  read: 'M4.2 4.2h7.6v7.6H4.2z',
  unclaimed: 'm3.5 3.5 9 9m0-9-9 9',
} as const;

export function Legend() {
  const { t } = useWords();
  return (
    <ul className="timeline-legend" aria-label={t('timeline.marks')}>
      {(['write', 'read', 'unclaimed'] as const).map((id) => (
        <li key={id}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" data-sign={id}>
            <path d={signs[id]} />
          </svg>
          {t(`timeline.mark.${id}`)}
        </li>
      ))}
    </ul>
  );
}
