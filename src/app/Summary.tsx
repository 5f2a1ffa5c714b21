/** The whole screen in three sentences, for those who listen to it. First in the main part. */
import { useStore } from 'zustand';
import { sessionStore } from '../store/session-store.ts';
import { useAbsent } from '../views/topology/use-picture.ts';
import { useWords } from '../views/parts/use-words.ts';
import { useStory } from '../views/story/story-model.ts';

/** What is plugged in, and on how many buses. */
function useExtent(): { functions: number; buses: number } {
  const { parts, wires } = useStore(sessionStore, (s) => s.machine.board);
  const absent = useAbsent();
  return { functions: parts.length - absent.size, buses: wires.length };
}

export function Summary() {
  const { t, render } = useWords();
  const { title, at, of, sentence } = useStory();
  const name = t('name.scenario', { title });
  const { functions, buses } = useExtent();
  return (
    <h2 className="visually-hidden">
      {t('app.summary', { title: name, functions, buses, at, of, sentence: render(sentence) })}
    </h2>
  );
}
