/** What can be compared: moments of the story, other branches, programs on this board, texts. */
import { programs } from '../../programs/index.ts';
import type { Choice, CompareState } from '../../store/compare-store.ts';
import type { SessionState } from '../../store/session-store.ts';
import type { Words } from '../parts/use-words.ts';

export interface ChoiceGroup {
  readonly title: string;
  readonly choices: readonly { readonly id: Choice; readonly title: string }[];
}

export function choicesOf(
  { scenario, cursor, head, chapters, branches }: SessionState,
  texts: CompareState['texts'],
  { t, name, plain, pieces }: Words,
): readonly ChoiceGroup[] {
  const ends = chapters.map(({ id }, i) => ({
    row: chapters[i + 1]?.first ?? head,
    title: plain(pieces('compare.chapter', { chapter: name(id) })),
  }));
  const rows = [
    { row: 0, title: t('compare.power-on') },
    ...ends,
    ...(head > 0 && !ends.some(({ row }) => row === head) ? [{ row: head, title: t('compare.end') }] : []),
  ];
  const once = rows.filter(({ row }, i) => rows.findIndex((other) => other.row === row) === i);
  const groups: ChoiceGroup[] = [
    {
      title: t('compare.story'),
      choices: [
        { id: 'now', title: plain(pieces('compare.now', { step: cursor })) },
        ...once.map(({ row, title }) => ({ id: `row:${row}` as const, title })),
      ],
    },
    {
      title: t('compare.branches'),
      choices: branches.map(({ id }) => ({
        id: `branch:${id}` as const,
        title: plain(pieces('compare.branch', { id })),
      })),
    },
    {
      title: t('compare.programs'),
      choices:
        scenario.machine === 'dump'
          ? []
          : programs
              .filter(({ one }) => one !== true)
              .map(({ id, title }) => ({ id: `program:${id}` as const, title: name(title) })),
    },
    {
      title: t('compare.texts'),
      choices: texts.map(({ id, name: title }) => ({ id: `text:${id}` as const, title })),
    },
  ];
  return groups.filter(({ choices }) => choices.length > 0);
}

/** What a choice is called; of one that is not offered (any more), its id. */
export const titleOf = (groups: readonly ChoiceGroup[], id: Choice): string =>
  groups.flatMap(({ choices }) => choices).find((choice) => choice.id === id)?.title ?? id;
