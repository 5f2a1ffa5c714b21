/** The letter verbs of the grid as buttons. */
import { memo, type RefObject } from 'react';
import type { LabelId } from '../../content/words/catalogue.ts';
import { hex, hex0x } from '../../base/hex.ts';
import { setHex, type HexVerb } from '../../store/hex-store.ts';
import { Button } from '../parts/Button.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { Menu } from '../parts/Menu.tsx';
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
  const entry = (id: HexVerb, title: LabelId, keys?: string) => ({
    id,
    title: t(title),
    keys,
    run: () => setHex({ wanted: id }),
  });
  const more = [
    entry('find', 'hex.find', '/'),
    entry('mask', masked ? 'hex.mask-off' : 'hex.mask', 'm'),
    entry('diff', 'hex.diff', 'd'),
    entry('copy', 'hex.copy', 'c'),
    entry('hardware', 'hex.hardware'),
  ];
  return (
    <Toolbar className="hex-tools" label={t('inspector.tools')}>
      <Verb
        label={t('inspector.go')}
        tip="inspector.go-tip"
        keys="g"
        onClick={() => setHex({ line: 'go' })}
      />
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
      <Menu label={t('hex.more')} entries={more} placement="bottom end">
        <Button className="hex-verb">{t('hex.more')} ▾</Button>
      </Menu>
    </Toolbar>
  );
});
