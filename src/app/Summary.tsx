/** The whole screen in two sentences, for those who listen to it. First in the main part. */
import { useWords } from '../views/parts/use-words.ts';
import { useStory } from '../views/story/story-model.ts';

export function Summary() {
  const { t, render } = useWords();
  const { title, at, of, sentence } = useStory();
  const name = t('name.scenario', { title });
  return (
    <h2 className="visually-hidden">
      {t('app.summary', { title: name, at, of, sentence: render(sentence) })}
    </h2>
  );
}
