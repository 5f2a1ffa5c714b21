/** Says that what is typed changes the device itself, what of it is shown, and the way back. */
import { useStore } from 'zustand';
import { editedBytes, restoreHardware } from '../../store/hardware-store.ts';
import { sessionStore } from '../../store/session-store.ts';
import { Button } from '../parts/Button.tsx';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../parts/use-words.ts';
import type { Hex } from './use-hex.ts';
import type { Inspected } from './use-inspected.ts';

export function HardwareBar(props: { inspected: Inspected; verbs: Hex; onDone: () => void }) {
  const { t, pieces } = useWords();
  const { inspected, verbs, onDone } = props;
  const { machine, fn } = inspected;
  const scenario = useStore(sessionStore, (s) => s.scenario);
  const edited = editedBytes(scenario, machine.board.parts[fn]?.path ?? '').length;
  const { masked } = verbs;
  return (
    <section
      className="hex-bar hex-hardware"
      aria-label={t('hex.hardware')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <p role="status">
        <Said pieces={pieces('hex.hardware-line', { mask: masked })} />
      </p>
      <span className="hex-bar-tools">
        <Button className="hex-verb" aria-pressed={!masked} onClick={() => masked && verbs.toggleMask()}>
          {t('hex.hardware-values')}
        </Button>
        <Button className="hex-verb" aria-pressed={masked} onClick={() => masked || verbs.toggleMask()}>
          {t('hex.hardware-masks')}
        </Button>
        {edited > 0 && (
          <Button className="hex-verb" onClick={() => void restoreHardware(fn)}>
            {t('hex.hardware-restore')} ({t('hex.hardware-edited', { count: edited })})
          </Button>
        )}
        <Button className="hex-verb" onClick={onDone}>
          {t('hex.hardware-leave')}
        </Button>
      </span>
    </section>
  );
}
