/** At the strip's right end: how fast, and taking back. */
import { useStore } from 'zustand';
import { act, sessionStore, setSpeed } from '../../store/session-store.ts';
import { Button, CommandButton } from '../parts/Button.tsx';
import { Menu } from '../parts/Menu.tsx';
import { useWords } from '../parts/use-words.ts';

const speeds = [0.25, 0.5, 1, 2, 4, Infinity] as const;
const speedText = (speed: number): string => (Number.isFinite(speed) ? `${String(speed)}×` : '∞');

export function Tools() {
  const { t, plain, pieces } = useWords();
  const speed = useStore(sessionStore, (s) => s.speed);
  return (
    <div className="timeline-tools" role="group" aria-label={t('timeline.tools')}>
      <CommandButton id="undo" />
      <CommandButton id="redo" />
      <Button onClick={() => void act('reset', [{ do: 'reset' }])} title={t('timeline.reset-about')}>
        {t('timeline.reset')}
      </Button>
      <Menu
        label={t('timeline.speed')}
        placement="bottom end"
        entries={speeds.map((each) => ({
          id: String(each),
          title: speedText(each),
          note: Number.isFinite(each) ? undefined : t('timeline.speed-all'),
          run: () => setSpeed(each),
        }))}
      >
        <Button
          className="timeline-speed"
          aria-label={plain(pieces('timeline.speed-of', { speed: speedText(speed) }))}
        >
          {speedText(speed)}
        </Button>
      </Menu>
    </div>
  );
}
