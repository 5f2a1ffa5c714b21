/** Three ways to begin, for whoever comes for the first time; gone with the first step. */
import { nobody } from '../../content/scenarios/nobody.ts';
import { open } from '../../store/session-store.ts';
import { Button } from '../parts/Button.tsx';
import { useCommands } from '../parts/command.ts';
import { useWords } from '../parts/use-words.ts';

export function FirstSteps() {
  const { t } = useWords();
  const commands = useCommands();
  return (
    <div className="story-first" role="group" aria-label={t('first.cards')}>
      <Button kind="lined" onClick={commands.find('run-program').run}>
        {t('first.run')}
      </Button>
      <Button kind="lined" onClick={commands.find('open').run}>
        {t('first.open')}
      </Button>
      <Button kind="lined" onClick={() => void open(nobody)}>
        {t('first.break')}
      </Button>
    </div>
  );
}
