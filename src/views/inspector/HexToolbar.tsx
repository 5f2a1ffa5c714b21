/** The letter verbs of the grid as buttons, and the line in which one says where to go. */
import { useState } from 'react';
import { Toolbar } from 'react-aria-components/Toolbar';
import type { LabelId } from '../../content/words/catalogue.ts';
import { hex, hex0x } from '../../base/hex.ts';
import { Button } from '../parts/Button.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { Tooltip } from '../parts/Tooltip.tsx';
import { useWords } from '../parts/use-words.ts';
import type { Hex } from './use-hex.ts';

function Verb(props: {
  label: string;
  tip: LabelId;
  keys: string;
  reason?: string | undefined;
  pressed?: boolean;
  onClick: () => void;
}) {
  const { t } = useWords();
  return (
    <Tooltip
      tip={
        <>
          {t(props.tip)}
          {props.reason === undefined ? '' : ` ${props.reason}`}
          <Kbd>{props.keys}</Kbd>
        </>
      }
    >
      <Button className="hex-verb" reason={props.reason} aria-pressed={props.pressed} onClick={props.onClick}>
        {props.label}
      </Button>
    </Tooltip>
  );
}

export function HexToolbar({
  verbs,
  going,
  onGoing,
}: {
  verbs: Hex;
  going: boolean;
  onGoing: (going: boolean) => void;
}) {
  const { t } = useWords();
  const { pending, blocked } = verbs;
  const reason = blocked === undefined ? undefined : t(blocked);
  const nobody = t('inspector.no-access');
  if (going) return <GoTo verbs={verbs} onDone={() => onGoing(false)} />;
  if (pending !== undefined) {
    return (
      <div className="hex-tools" role="group" aria-label={t('inspector.pending')}>
        <span className="hex-reading" role="status">
          {t('inspector.pending-line', {
            value: hex0x(pending.value, pending.bytes * 2),
            offset: hex(pending.offset, 2),
          })}
        </span>
        <Verb label={t('inspector.commit')} tip="inspector.commit-tip" keys="Enter" onClick={verbs.commit} />
        <Verb label={t('inspector.cancel')} tip="inspector.cancel-tip" keys="Esc" onClick={verbs.cancel} />
      </div>
    );
  }
  return (
    <Toolbar className="hex-tools" aria-label={t('inspector.tools')}>
      <Verb label={t('inspector.go')} tip="inspector.go-tip" keys="g" onClick={() => onGoing(true)} />
      <Verb
        label={t('inspector.width', { bytes: verbs.width === 'register' ? 0 : verbs.width })}
        tip="inspector.width-tip"
        keys="w"
        onClick={() => verbs.cycleWidth()}
      />
      <Verb
        label={t('inspector.write')}
        tip="inspector.write-tip"
        keys="Enter"
        reason={reason}
        onClick={verbs.begin}
      />
      <Verb
        label={t('inspector.read')}
        tip="inspector.read-tip"
        keys="r"
        reason={reason}
        onClick={verbs.read}
      />
      <Verb
        label={t('inspector.previous')}
        tip="inspector.previous-tip"
        keys="["
        reason={verbs.previous < 0 ? nobody : undefined}
        onClick={() => verbs.goToAccess(verbs.previous)}
      />
      <Verb
        label={t('inspector.next')}
        tip="inspector.next-tip"
        keys="]"
        reason={verbs.next < 0 ? nobody : undefined}
        onClick={() => verbs.goToAccess(verbs.next)}
      />
      <Verb
        label={t('inspector.mask')}
        tip="inspector.mask-tip"
        keys="m"
        pressed={verbs.masked}
        onClick={verbs.toggleMask}
      />
      <Verb
        label={t('inspector.copy')}
        tip="inspector.copy-tip"
        keys="c"
        onClick={() => void navigator.clipboard.writeText(verbs.copied())}
      />
    </Toolbar>
  );
}

function GoTo({ verbs, onDone }: { verbs: Hex; onDone: () => void }) {
  const { t } = useWords();
  const [wrong, setWrong] = useState(false);
  return (
    <form
      className="hex-tools"
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get('to');
        if (typeof text === 'string' && verbs.goTo(text)) onDone();
        else setWrong(true);
      }}
    >
      <input
        className="field hex-go"
        name="to"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by the key that opened it
        autoFocus
        autoComplete="off"
        spellCheck={false}
        aria-label={t('inspector.go-label')}
        aria-invalid={wrong}
        placeholder={t('inspector.go-label')}
        onChange={() => setWrong(false)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') onDone();
        }}
        onBlur={onDone}
      />
      {wrong && (
        <span className="hex-reading" role="alert">
          {t('inspector.go-nowhere')}
        </span>
      )}
    </form>
  );
}
