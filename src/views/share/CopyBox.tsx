/** A text that is there to be copied. */
import { useRef, useState } from 'react';
import { Button } from '../parts/Button.tsx';
import { useWords } from '../parts/use-words.ts';

export function CopyBox(props: {
  label: string;
  /** Undefined while it is not known. */
  text: string | undefined;
  rows: number;
  first?: boolean;
}) {
  const { label, text, rows, first = false } = props;
  const { t } = useWords();
  const box = useRef<HTMLTextAreaElement>(null);
  const [done, setDone] = useState<{
    readonly of: string | undefined;
    readonly how: 'copied' | 'not-copied';
  }>();
  const state = done?.of === text ? done?.how : undefined;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text ?? '');
      setDone({ of: text, how: 'copied' });
    } catch {
      box.current?.select();
      setDone({ of: text, how: 'not-copied' });
    }
  };
  return (
    <>
      <div className="share-copy">
        <textarea
          ref={box}
          className="share-text"
          aria-label={label}
          aria-busy={text === undefined}
          rows={rows}
          readOnly
          spellCheck={false}
          value={text ?? t('share.making')}
          onFocus={(event) => event.target.select()}
        />
        <Button
          kind="accent"
          data-first={first ? '' : undefined}
          reason={text === undefined ? t('share.making') : undefined}
          onClick={() => void copy()}
        >
          {t(state === 'copied' ? 'share.copied' : 'share.copy')}
        </Button>
      </div>
      <p className="visually-hidden" role="status">
        {state === 'copied' && t('share.copied')}
      </p>
      {state === 'not-copied' && (
        <p role="alert" className="share-verdict" data-verdict="long">
          {t('share.not-copied')}
        </p>
      )}
    </>
  );
}
