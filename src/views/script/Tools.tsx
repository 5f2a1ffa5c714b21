/** Run, step, stop, back to the start, breakpoint: each says why it cannot. */
import type { refusalOf } from '../../store/script-store.ts';
import { Button } from '../parts/Button.tsx';
import { Toolbar } from '../parts/Toolbar.tsx';
import { Tooltip } from '../parts/Tooltip.tsx';
import { useWords, type Words } from '../parts/use-words.ts';
import type { LabelId } from '../../content/words/catalogue.ts';

export type Refusal = ReturnType<typeof refusalOf>;

export function refusalText(refusal: Refusal, { t }: Pick<Words, 't'>): string | undefined {
  if (refusal === undefined) return undefined;
  if (refusal === 'empty' || refusal === 'long') return t(`script.${refusal}`);
  return t('script.wrong', refusal);
}

function Do(props: { word: LabelId; reason?: string | undefined; onDo: () => void }) {
  const { word, reason, onDo } = props;
  const { t } = useWords();
  const button = (
    <Button reason={reason} onClick={onDo}>
      {t(word)}
    </Button>
  );
  return reason === undefined ? button : <Tooltip tip={reason}>{button}</Tooltip>;
}

export function Tools(props: {
  refusal: Refusal;
  isRunning: boolean;
  isStarted: boolean;
  onRun: () => void;
  onStep: () => void;
  onStop: () => void;
  onReset: () => void;
  onPoint: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const reason = refusalText(props.refusal, words);
  return (
    <Toolbar label={t('script.tools')} className="script-tools">
      <Do word="program.run" reason={reason} onDo={props.onRun} />
      <Do word="script.step" reason={reason} onDo={props.onStep} />
      <Do
        word="script.stop"
        reason={props.isRunning ? undefined : t('script.not-running')}
        onDo={props.onStop}
      />
      <Do
        word="script.reset"
        reason={props.isStarted ? undefined : t('script.not-started')}
        onDo={props.onReset}
      />
      <Do word="script.point" onDo={props.onPoint} />
    </Toolbar>
  );
}
