/** What the hex tab can do besides showing bytes: search, differences, copies, decoding, editing hardware. A chunk of its own. */
import { lazy, Suspense, useEffect, type RefObject } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { hexStore, setHex, type HexState } from '../../store/hex-store.ts';
import { select } from '../../store/ui-store.ts';
import { CopyMenu } from './CopyMenu.tsx';
import { DiffBar } from './DiffBar.tsx';
import { FindLine } from './FindLine.tsx';
import { GoLine } from './GoLine.tsx';
import { HardwareBar } from './HardwareBar.tsx';
import { hitAfter } from './hex-find.ts';
import { useDecode } from './use-decode.ts';
import type { Hex } from './use-hex.ts';
import type { Inspected } from './use-inspected.ts';
import { useMarks } from './use-marks.ts';
import './hex-more.css';

export { HexTold } from './HexTold.tsx';

const Decode = lazy(() => import('./Decode.tsx').then((m) => ({ default: m.Decode })));

interface Props {
  readonly tab: RefObject<HTMLElement | null>;
  readonly inspected: Inspected;
  readonly verbs: Hex;
}

/** The cell that the Tab key leads to. */
const cellOf = (tab: HTMLElement | null): HTMLElement | undefined =>
  tab?.querySelector<HTMLElement>('.hex-cell[tabindex="0"]') ?? undefined;

/** After what was just changed is drawn: the cell may be another one then. */
const focusCell = (tab: RefObject<HTMLElement | null>): void => {
  requestAnimationFrame(() => cellOf(tab.current)?.focus());
};

/** At once, so that the next key meets it: for handlers of events. */
const changeAndFocus = (tab: RefObject<HTMLElement | null>, change: Partial<HexState>): void => {
  flushSync(() => setHex(change));
  cellOf(tab.current)?.focus();
};

/** Bars over the grid, and what floats beside it. */
export function HexAbove(props: Props & { onWhy: () => void; isAsking: boolean }) {
  const { tab, inspected, verbs, onWhy, isAsking } = props;
  const { against, hardware, copying, wanted, walking, line } = useStore(hexStore);
  const { hits, diff } = useMarks(inspected);
  const { fn } = inspected;

  useEffect(() => {
    if (wanted === undefined) return;
    setHex({ wanted: undefined });
    const focus = run(wanted, verbs, onWhy);
    if (focus) focusCell(tab);
  }, [wanted, verbs, onWhy, tab]);

  useEffect(() => {
    if (walking === undefined) return;
    setHex({ walking: undefined });
    const places = hits.length > 0 ? hits : diff.registers;
    const hit = places[hitAfter(places, verbs.range, walking < 0)];
    if (!hit) return;
    select({ fn, ...hit });
    if (tab.current?.querySelector('.hex')?.contains(document.activeElement) === true) focusCell(tab);
  }, [walking, hits, diff, verbs, fn, tab]);

  const decode = useDecode(tab, verbs.pending !== undefined || copying || isAsking);
  const place = line && tab.current?.querySelector('.hex-line');
  const close = (): void => changeAndFocus(tab, { line: undefined, find: '' });
  const anchor = copying ? cellOf(tab.current) : undefined;
  return (
    <>
      {hardware && (
        <HardwareBar
          inspected={inspected}
          verbs={verbs}
          onDone={() => changeAndFocus(tab, { hardware: false })}
        />
      )}
      {against !== undefined && (
        <DiffBar
          inspected={inspected}
          diff={diff}
          against={against}
          onDone={() => changeAndFocus(tab, { against: undefined })}
        />
      )}
      {anchor && (
        <CopyMenu
          inspected={inspected}
          range={verbs.range}
          anchor={anchor}
          onClose={() => changeAndFocus(tab, { copying: false })}
        />
      )}
      {place &&
        createPortal(
          line === 'go' ? (
            <GoLine inspected={inspected} verbs={verbs} onDone={close} />
          ) : (
            <FindLine inspected={inspected} from={verbs.range} onDone={close} />
          ),
          place,
        )}
      {decode.at && (
        <Suspense>
          <Decode inspected={inspected} {...decode.at} onEnter={decode.stay} onLeave={decode.leave} />
        </Suspense>
      )}
    </>
  );
}

/** Does what a command asks; true when the grid takes the focus then. */
function run(verb: NonNullable<HexState['wanted']>, verbs: Hex, onWhy: () => void): boolean {
  switch (verb) {
    case 'go':
    case 'find':
      setHex({ line: verb });
      return false;
    case 'copy':
      setHex({ copying: true });
      return false;
    case 'why':
      onWhy();
      return false;
    case 'width':
      verbs.cycleWidth();
      break;
    case 'write':
      verbs.begin();
      break;
    case 'read':
      verbs.read();
      break;
    case 'previous':
      verbs.goToAccess(verbs.previous);
      break;
    case 'next':
      verbs.goToAccess(verbs.next);
      break;
    case 'mask':
      verbs.toggleMask();
      break;
    case 'diff':
      verbs.compare();
      break;
    case 'hardware':
      setHex({ hardware: !hexStore.getState().hardware });
      break;
  }
  return true;
}
