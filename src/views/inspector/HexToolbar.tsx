/** The letter verbs of the grid as buttons, and the line in which one says where to go. */
import { memo, useState, type RefObject } from 'react';
import type { LabelId } from '../../content/words/catalogue.ts';
import { hex, hex0x } from '../../base/hex.ts';
import { Button } from '../parts/Button.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { Toolbar } from '../parts/Toolbar.tsx';
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

/** What the buttons show; what they do is asked of `verbs` when they are pressed, so that a step need not draw them again. */
export interface HexToolbarProps extends Pick<Hex, 'blocked' | 'width' | 'masked' | 'pending'> {
  readonly verbs: RefObject<Hex>;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly going: boolean;
  readonly onGoing: (going: boolean) => void;
  /** The selected bytes are; a dump may end before them. */
  readonly isKnown: boolean;
  readonly onWhy: () => void;
}

export const HexToolbar = memo(function HexToolbar(props: HexToolbarProps) {
  const { t } = useWords();
  const { pending, blocked, verbs, going, onGoing } = props;
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
        <Verb
          label={t('inspector.commit')}
          tip="inspector.commit-tip"
          keys="Enter"
          onClick={() => verbs.current.commit()}
        />
        <Verb
          label={t('inspector.cancel')}
          tip="inspector.cancel-tip"
          keys="Esc"
          onClick={() => verbs.current.cancel()}
        />
      </div>
    );
  }
  return (
    <Toolbar className="hex-tools" label={t('inspector.tools')}>
      <Verb label={t('inspector.go')} tip="inspector.go-tip" keys="g" onClick={() => onGoing(true)} />
      <Verb
        label={t('inspector.width', { bytes: props.width === 'register' ? 0 : props.width })}
        tip="inspector.width-tip"
        keys="w"
        onClick={() => verbs.current.cycleWidth()}
      />
      <Verb
        label={t('inspector.write')}
        tip="inspector.write-tip"
        keys="Enter"
        reason={reason}
        onClick={() => verbs.current.begin()}
      />
      <Verb
        label={t('inspector.read')}
        tip="inspector.read-tip"
        keys="r"
        reason={reason}
        onClick={() => verbs.current.read()}
      />
      <Verb
        label={t('why.ask')}
        tip="why.ask-tip"
        keys="y"
        reason={props.isKnown ? undefined : t('inspector.not-dumped')}
        onClick={props.onWhy}
      />
      <Verb
        label={t('inspector.previous')}
        tip="inspector.previous-tip"
        keys="["
        reason={props.hasPrevious ? undefined : nobody}
        onClick={() => verbs.current.goToAccess(verbs.current.previous)}
      />
      <Verb
        label={t('inspector.next')}
        tip="inspector.next-tip"
        keys="]"
        reason={props.hasNext ? undefined : nobody}
        onClick={() => verbs.current.goToAccess(verbs.current.next)}
      />
      <Verb
        label={t('inspector.mask')}
        tip="inspector.mask-tip"
        keys="m"
        pressed={props.masked}
        onClick={() => verbs.current.toggleMask()}
      />
      <Verb
        label={t('inspector.copy')}
        tip="inspector.copy-tip"
        keys="c"
        onClick={() => void navigator.clipboard.writeText(verbs.current.copied())}
      />
    </Toolbar>
  );
});

function GoTo({ verbs, onDone }: { verbs: RefObject<Hex>; onDone: () => void }) {
  const { t } = useWords();
  const [wrong, setWrong] = useState(false);
  return (
    <form
      className="hex-tools"
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get('to');
        if (typeof text === 'string' && verbs.current.goTo(text)) onDone();
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
