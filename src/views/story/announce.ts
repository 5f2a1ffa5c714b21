/** What is said of a step to those who listen: pure, so that it can be counted. */
import type { Translate } from '../../store/words.ts';
import type { Announcements } from '../../store/ui-store.ts';

/** A step that is over, in words. */
export interface Moment {
  readonly at: number;
  readonly of: number;
  /** What it came to: value and owner. */
  readonly sentence: string;
  /** What the program was about to do; empty without one. */
  readonly doing: string;
  readonly phase: string;
  /** Function and register. */
  readonly place: string;
  readonly playing: boolean;
}

/** Steps that follow each other faster than this are not said one by one. */
const fast = 500;

/** Whether a step is only passed by: `since` the step before are so many milliseconds. */
export const isPassing = ({ playing }: Moment, since: number): boolean => playing && since < fast;

/**
 * One message: what the step came to, then what is new around it. `heard` is what was said last, `since` the milliseconds
 * from the step before. Undefined: nothing now.
 */
export function announcementOf(
  now: Moment,
  heard: Moment | undefined,
  since: number,
  level: Announcements,
  t: Translate,
): string | undefined {
  const phase = now.phase === heard?.phase ? '' : now.phase;
  if (isPassing(now, since))
    return phase === '' ? undefined : t('announce.phase', { phase, at: now.at, of: now.of });
  if (level === 'terse') return now.sentence;
  const parts = [now.doing === heard?.doing ? '' : now.doing, now.sentence];
  if (phase !== '') parts.push(t('announce.begins', { phase }));
  if (level === 'verbose') parts.push(t('announce.step', { at: now.at, of: now.of, place: now.place }));
  return parts.filter((part) => part !== '').join(' ');
}
