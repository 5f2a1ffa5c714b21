/** The story line: transport, the sentence of the step, and the place in the story. */
import { Fragment } from 'react';
import { CommandIcon } from '../parts/Button.tsx';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../parts/use-words.ts';
import { useStory } from './story-model.ts';
import { useSwipe } from './use-swipe.ts';
import './story.css';

function Transport() {
  const { t } = useWords();
  const { playing } = useStory();
  return (
    <div className="transport" role="group" aria-label={t('story.transport')}>
      <CommandIcon id="step-back" icon="step-back" kind="lined" />
      <CommandIcon
        id="play"
        icon={playing ? 'pause' : 'play'}
        kind="solid"
        label={t(playing ? 'command.pause' : 'command.play')}
      />
      <CommandIcon id="step-next" icon="step-next" kind="lined" />
    </div>
  );
}

/** "37 of 212", and the phases that lead here. */
function Place() {
  const { at, of, path } = useStory();
  const { pieces } = useWords();
  return (
    <div className="story-place">
      <p className="story-count">
        <Said pieces={pieces('story.counter', { at: String(at), of: String(of) })} />
      </p>
      <p className="story-path">
        {path.map((part, i) => (
          <Fragment key={`${String(i)} ${part}`}>
            {i > 0 && <span aria-hidden="true"> › </span>}
            <span className={i === path.length - 1 ? 'story-leaf' : undefined}>{part}</span>
          </Fragment>
        ))}
      </p>
    </div>
  );
}

/** Says the sentence once per step to those who listen; during playback only where a phase begins. */
function Announcer() {
  const { sentence, playing, path } = useStory();
  const { render } = useWords();
  return (
    <p className="visually-hidden" role="status">
      {playing ? path[0] : render(sentence)}
    </p>
  );
}

export function Story() {
  const { sentence, at, of } = useStory();
  const swipe = useSwipe();
  return (
    <div className="story">
      <Transport />
      <p className="story-sentence" {...swipe}>
        <Said message={sentence} />
      </p>
      <Place />
      <div className="story-progress" aria-hidden="true" style={{ transform: `scaleX(${String(of === 0 ? 0 : at / of)})` }} />
      <Announcer />
    </div>
  );
}
