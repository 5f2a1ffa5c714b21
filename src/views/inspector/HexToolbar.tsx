/** The letter verbs of the grid as buttons. */
import { memo, type RefObject } from 'react';
import type { LabelId } from '../../content/words/catalogue.ts';
import { hex, hex0x } from '../../base/hex.ts';
import { setHex, type HexVerb } from '../../store/hex-store.ts';
import { Button } from '../parts/Button.tsx';
import { FitRow, type Fitting } from '../parts/FitRow.tsx';
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
      <Button className="hex-verb" reason={props.reason} onClick={props.onClick}>
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
  /** The selected bytes are; a dump may end before them. */
  readonly isKnown: boolean;
  readonly hardware: boolean;
  readonly onWhy: () => void;
}

export const HexToolbar = memo(function HexToolbar(props: HexToolbarProps) {
  const { t } = useWords();
  const { pending, blocked, verbs, hardware, masked } = props;
  const reason = blocked === undefined ? undefined : t(blocked);
  const nobody = t('inspector.no-access');
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
          label={t(hardware ? 'hex.hardware-write' : 'inspector.commit')}
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
  const entry = (id: HexVerb, title: string, keys?: string, no?: string) => ({
    id,
    title,
    keys,
    disabled: no !== undefined,
    note: no,
    run: () => setHex({ wanted: id }),
  });
  const verb = (
    id: HexVerb,
    label: string,
    tip: LabelId,
    keys: string,
    onClick: () => void,
    no?: string,
  ): Fitting => ({
    node: <Verb label={label} tip={tip} keys={keys} reason={no} onClick={onClick} />,
    entry: entry(id, label, keys, no),
  });
  const access = (id: 'previous' | 'next', keys: string, isThere: boolean): Fitting =>
    verb(
      id,
      t(`inspector.${id}`),
      `inspector.${id}-tip`,
      keys,
      () => verbs.current.goToAccess(verbs.current[id]),
      isThere ? undefined : nobody,
    );
  const verbsInRow = [
    verb('go', t('inspector.go'), 'inspector.go-tip', 'g', () => setHex({ line: 'go' })),
    verb(
      'width',
      t('inspector.width', { bytes: props.width === 'register' ? 0 : props.width }),
      'inspector.width-tip',
      'w',
      () => verbs.current.cycleWidth(),
    ),
    verb('write', t('inspector.write'), 'inspector.write-tip', 'Enter', () => verbs.current.begin(), reason),
    verb('read', t('inspector.read'), 'inspector.read-tip', 'r', () => verbs.current.read(), reason),
    verb(
      'why',
      t('why.ask'),
      'why.ask-tip',
      'y',
      props.onWhy,
      props.isKnown ? undefined : t('inspector.not-dumped'),
    ),
    access('previous', '[', props.hasPrevious),
    access('next', ']', props.hasNext),
  ];
  const more = [
    entry('find', t('hex.find'), '/'),
    entry('mask', t(masked ? 'hex.mask-off' : 'hex.mask'), 'm'),
    entry('diff', t('hex.diff'), 'd'),
    entry('copy', t('hex.copy'), 'c'),
    entry('hardware', t('hex.hardware')),
  ];
  return (
    <Toolbar className="hex-tools" label={t('inspector.tools')}>
      <FitRow items={verbsInRow} more={more} label={t('hex.more')}>
        <Button className="hex-verb">{t('hex.more')} ▾</Button>
      </FitRow>
    </Toolbar>
  );
});
