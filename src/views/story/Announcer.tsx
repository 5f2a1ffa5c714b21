/** The one place where a step is said aloud: one message a step, the next replaces it. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { programStore } from '../../store/program-store.ts';
import { sentenceOfRow } from '../../store/sentences.ts';
import { sessionStore } from '../../store/session-store.ts';
import { uiStore } from '../../store/ui-store.ts';
import { wordsStore } from '../../store/words.ts';
import { useWords, type Words } from '../parts/use-words.ts';
import { announcementOf, isPassing, type Moment } from './announce.ts';
import { storyOf } from './story-model.ts';

/** Milliseconds in which what belongs to one step comes together. */
const together = 60;

/** The step under the cursor; undefined while its beats are shown. */
function momentNow({ render, name }: Words): Moment | undefined {
  const session = sessionStore.getState();
  const { sentence, at, of, whole, chapter, place, playing } = storyOf(session);
  if (!whole) return undefined;
  const doing = sentenceOfRow(session, programStore.getState().picked);
  return {
    at,
    of,
    sentence: render(sentence),
    doing: doing === undefined ? '' : render(doing.say),
    phase: chapter === undefined ? '' : name(chapter),
    place: place.join(' '),
    playing,
  };
}

const isSame = (a: Moment, b: Moment | undefined): boolean =>
  a.at === b?.at && a.sentence === b.sentence && a.doing === b.doing;

/** Calls back with each message, until it is told to stop. */
function listen(words: Words, say: (text: string) => void): () => void {
  let heard = momentNow(words);
  let last = heard;
  let lastAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    timer = undefined;
    const now = momentNow(words);
    if (now === undefined || isSame(now, heard)) return;
    const isNew = !isSame(now, last);
    // what flew by is said when the playing stops
    if (!isNew && now.playing) return;
    const time = performance.now();
    const since = time - lastAt;
    if (isNew) lastAt = time;
    last = now;
    const text = announcementOf(now, heard, since, uiStore.getState().announcements, words.t);
    heard = isPassing(now, since) ? heard && { ...heard, phase: now.phase } : now;
    if (text !== undefined) say(text);
  };
  const changed = (): void => {
    timer ??= setTimeout(look, together);
  };
  const stops = [sessionStore.subscribe(changed), programStore.subscribe(changed)];
  return () => {
    clearTimeout(timer);
    stops.forEach((stop) => stop());
  };
}

/** What was said is said again in the language of now. */
export function Announcer() {
  const language = useStore(wordsStore, (s) => s.language);
  return <Announced key={language} />;
}

function Announced() {
  const words = useWords();
  const [said, setSaid] = useState(() => ({ text: momentNow(words)?.sentence ?? '', count: 0 }));
  useEffect(() => listen(words, (text) => setSaid(({ count }) => ({ text, count: count + 1 }))), [words]);
  // a new element each time: the same sentence twice is said twice
  return (
    <p className="visually-hidden" role="status">
      <span key={said.count}>{said.text}</span>
    </p>
  );
}
