/** Bookmarks: a hairline through the strip, a name under it. A press goes there; another one, there, changes its name. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { bookmarksOf, removeBookmark, renameBookmark } from '../../store/bookmarks.ts';
import type { Bookmark } from '../../session/stored.ts';
import { seek, sessionStore } from '../../store/session-store.ts';
import { nameIt, timelineStore } from '../../store/timeline-store.ts';
import type { View } from '../../store/timeline-view.ts';
import { Button } from '../parts/Button.tsx';
import { useWords, type Words } from '../parts/use-words.ts';
import { placeLabels, xOf } from './layout.ts';
import { NameField } from './NameField.tsx';

interface Props {
  readonly view: View;
  readonly width: number;
}

function useBookmarks({ view, width }: Props): readonly { bookmark: Bookmark; x: number }[] {
  const bookmarks = useStore(sessionStore, (s) => s.bookmarks);
  const branches = useStore(sessionStore, (s) => s.branches);
  const story = useStore(sessionStore, (s) => s.story);
  const head = useStore(sessionStore, (s) => s.head);
  return useMemo(
    () =>
      bookmarksOf({ bookmarks, branches, story, head })
        .filter(({ row }) => row >= view.from && row <= view.to)
        .map((bookmark) => ({ bookmark, x: xOf(bookmark.row, view, width) })),
    [bookmarks, branches, story, head, view, width],
  );
}

const textOf = ({ name, row }: Bookmark, { plain, pieces }: Words): string =>
  name === '' ? plain(pieces('timeline.step', { at: row })) : name;

/** The hairlines with their pennants. */
export function Flags(props: Props) {
  return useBookmarks(props).map(({ bookmark, x }) => (
    <div
      key={`${String(bookmark.story)} ${String(bookmark.row)}`}
      className="timeline-flag"
      style={{ transform: `translateX(${String(x)}px)` }}
    />
  ));
}

const letterWidth = 7;
const mostWidth = 200;
const namingWidth = 300;

export function Bookmarks({ view, width }: Props) {
  const words = useWords();
  const { t, plain, pieces } = words;
  const naming = useStore(timelineStore, (s) => s.naming);
  const all = useBookmarks({ view, width });
  if (all.length === 0) return undefined;
  const named = typeof naming === 'object' ? all.find(({ bookmark }) => bookmark === naming) : undefined;
  const others = all.filter((each) => each !== named);
  const places = placeLabels(
    others.map(({ bookmark, x }) => ({
      x: x - 7,
      width: Math.min(mostWidth, 26 + letterWidth * textOf(bookmark, words).length),
    })),
    width,
  );
  return (
    <div className="timeline-bookmarks" role="group" aria-label={t('timeline.bookmarks')}>
      {others.map(({ bookmark }, i) => {
        const x = places[i];
        const text = textOf(bookmark, words);
        return (
          x !== undefined && (
            <Button
              key={`${String(bookmark.story)} ${String(bookmark.row)}`}
              className="timeline-bookmark"
              style={{ transform: `translateX(${String(x)}px)`, maxWidth: mostWidth }}
              title={plain(pieces('timeline.bookmark-of', { name: text, at: bookmark.row }))}
              aria-label={plain(pieces('timeline.bookmark-of', { name: text, at: bookmark.row }))}
              onClick={() =>
                sessionStore.getState().cursor === bookmark.row ? nameIt(bookmark) : seek(bookmark.row)
              }
            >
              <span aria-hidden="true">⚑</span>
              <span className="timeline-label">{text}</span>
            </Button>
          )
        );
      })}
      {named && (
        <NameField
          key={named.bookmark.row}
          label={plain(pieces('timeline.bookmark-name', { at: named.bookmark.row }))}
          name={named.bookmark.name}
          hint={t('timeline.bookmark-hint')}
          x={Math.max(0, Math.min(named.x - 7, width - namingWidth))}
          onName={(name) => renameBookmark(named.bookmark, name)}
          onClose={() => close(named.bookmark)}
        >
          <Button
            onClick={() => {
              nameIt(undefined);
              removeBookmark(named.bookmark);
            }}
          >
            {t('timeline.remove')}
          </Button>
          <Button type="submit">{t('timeline.name-done')}</Button>
        </NameField>
      )}
    </div>
  );
}

/** The strip takes the focus back, unless it went elsewhere or another name is being written. */
function close(bookmark: Bookmark): void {
  const { naming } = timelineStore.getState();
  if (typeof naming === 'object' && naming.row === bookmark.row) nameIt(undefined);
}
