/** Steps of the story: by number, by phase, and its ends. */
import type { Chapter } from '../../store/chapters.ts';
import type { Translate } from '../../store/words.ts';
import type { Entry } from './entries.ts';

export interface Story {
  readonly head: number;
  readonly chapters: readonly Chapter[];
}

/** What a number names: a step that there is, or the reason why there is none. Undefined: not a number. */
export function stepEntry(
  text: string,
  { head }: Story,
  t: Translate,
  go: (row: number, beat?: number) => void,
): Entry | undefined {
  const [, digits, beat] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const row = Number(digits);
  return {
    id: `step.${text}`,
    kind: 'step',
    title: t('palette.step', { at: text }),
    note: t('palette.step-of', { of: head }),
    reason: row > head ? t('palette.step-none', { of: head }) : undefined,
    run: () => go(row, beat === undefined ? undefined : Number(beat)),
  };
}

/** Start, phases, end. A phase begins after its first row, as the phase keys have it. */
export function placesOf(
  { head, chapters }: Story,
  t: Translate,
  name: (id: string) => string,
  go: (row: number) => void,
): readonly Entry[] {
  const note = (at: number): string => t('palette.step-from', { at });
  const phases = chapters.map(({ id, first }, i): Entry => ({
    id: `phase.${String(i)}.${id}`,
    kind: 'step',
    title: name(id),
    note: note(first + 1),
    run: () => go(Math.min(first + 1, head)),
  }));
  const end = (id: 'start' | 'end', row: number): Entry => ({
    id: `step.${id}`,
    kind: 'step',
    title: t(`palette.${id}`),
    note: `:${id === 'start' ? '0' : 'end'}`,
    also: id,
    run: () => go(row),
  });
  return [end('start', 0), ...phases, end('end', head)];
}
