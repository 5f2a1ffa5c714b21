/** The bytes of a function's configuration space: 256 always in the page, extended space only where one looks. */
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { hex } from '../../base/hex.ts';
import { hexStore, setHex, type ByteSet } from '../../store/hex-store.ts';
import { hover, uiStore } from '../../store/ui-store.ts';
import { useWords } from '../parts/use-words.ts';
import {
  bytesIn,
  covered,
  digitOf,
  looksOf,
  moved,
  pendingByte,
  rowsInView,
  type Look,
} from './hex-layout.ts';
import { HexRow } from './HexRow.tsx';
import { byteOf } from './space.ts';
import type { Hex } from './use-hex.ts';
import type { Inspected } from './use-inspected.ts';

const rowHeight = 21;

/** Eight columns when 16 do not fit; the text column when both do. */
export const columnsFor = (width: number): { columns: 8 | 16; withAscii: boolean } => ({
  columns: width > 0 && width < 440 ? 8 : 16,
  withAscii: width >= 592,
});

const noWords = new Int32Array(0);

const isIn = (set: ByteSet | undefined, offset: number): boolean => bytesIn(set, offset, 1) === 1;

const looksSpoken = {
  o: 'inspector.look-read-only',
  w: 'inspector.look-read-write',
  p: 'inspector.look-partly',
  c: 'inspector.look-clear',
  '-': 'inspector.look-unused',
  u: 'inspector.look-scratch',
  '?': 'inspector.look-unknown',
} as const;

export function HexGrid({
  inspected,
  verbs,
  onWhy,
}: {
  inspected: Inspected;
  verbs: Hex;
  onWhy: () => void;
}) {
  const { t } = useWords();
  const { fn, space, description } = inspected;
  const { range, focus, pending, masked, hardware, shown } = verbs;
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [view, setView] = useState({ scroll: 0, height: 0 });
  const marks = useStore(hexStore, (s) => (s.marks?.fn === fn ? s.marks : undefined));
  const hovered = useStore(uiStore, (s) => (s.hover.fn === fn ? s.hover : undefined));
  const { columns, withAscii } = columnsFor(width);

  /** As last told by the browser: asking it makes it lay out the page. */
  const seen = useRef({ scroll: 0, height: 0 });

  useLayoutEffect(() => {
    const box = frame.current;
    if (box === null) return undefined;
    const measure = (): void => {
      const { clientHeight, clientWidth } = box;
      const cut = clientHeight % rowHeight;
      const height = clientHeight - cut;
      box.style.setProperty('--cut', `${String(cut)}px`);
      seen.current = { ...seen.current, height };
      setWidth(clientWidth);
      setView((was) => (was.height === height ? was : { ...was, height }));
    };
    const scrolled = (): void => {
      const scroll = box.scrollTop;
      seen.current = { ...seen.current, scroll };
      setView((was) => (was.scroll === scroll ? was : { ...was, scroll }));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    box.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      watch.disconnect();
      box.removeEventListener('scroll', scrolled);
    };
  }, []);

  // The selected row stays in sight; the focus follows when it is in the grid already.
  const row = Math.floor(focus / columns);
  const wanted = useRef(false);
  useLayoutEffect(() => {
    const box = frame.current;
    if (box === null) return;
    const top = row * rowHeight;
    const { scroll, height } = seen.current;
    const room = height - 2 * rowHeight;
    const to = top < scroll ? top : top > scroll + room ? top - room : scroll;
    if (to === scroll) return;
    box.scrollTop = to;
    seen.current = { scroll: to, height };
    setView({ scroll: to, height });
    // eslint-disable-next-line react/exhaustive-deps -- only a new place scrolls
  }, [row, fn, columns]);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    const box = frame.current;
    if (box?.contains(document.activeElement) !== true) {
      wanted.current = false;
      return;
    }
    const cell = box.querySelector<HTMLElement>(`[data-offset="${String(focus)}"]`);
    if (!cell) return;
    wanted.current = false;
    // who has the focus and gets it once more makes the browser lay out the page
    if (cell !== document.activeElement) cell.focus({ preventScroll: true });
  }, [focus, view, fn]);

  const name = useCallback(
    (offset: number, byte: number, look: Look, changed: boolean): string => {
      const register = description.registerAt(offset);
      const said = t('inspector.cell', {
        offset: hex(offset, 2),
        register: register?.name ?? '',
        byte: register === undefined || register.bytes === 1 ? -1 : offset - register.at,
        value: look === '?' ? '' : hex(byte, 2),
        access: t(looksSpoken[look]),
        changed,
      });
      const isHit = isIn(marks?.hits, offset) ? `, ${t('hex.hit')}` : '';
      const was = isIn(marks?.differs?.bytes, offset)
        ? `, ${t('hex.was', { value: hex(byteOf(marks?.differs?.was ?? noWords, offset), 2) })}`
        : '';
      return said + isHit + was;
    },
    [t, description, marks],
  );

  const total = space.size / columns;
  const first = Math.min(total, 256 / columns);
  const extra =
    total > first
      ? rowsInView(view.scroll, view.height, rowHeight, first, total)
      : { from: first, to: first };

  const drawRow = (index: number) => {
    const offset = index * columns;
    const word = offset >> 2;
    let typing = '';
    if (
      pending !== undefined &&
      pending.offset < offset + columns &&
      pending.offset + pending.bytes > offset
    ) {
      for (let at = offset; at < offset + columns; at++)
        typing +=
          at >= pending.offset && at < pending.offset + pending.bytes
            ? hex(pendingByte(pending, at), 2)
            : '..';
    }
    return (
      <HexRow
        key={index}
        offset={offset}
        columns={columns}
        w0={shown[word] ?? 0}
        w1={shown[word + 1] ?? 0}
        w2={columns === 16 ? (shown[word + 2] ?? 0) : 0}
        w3={columns === 16 ? (shown[word + 3] ?? 0) : 0}
        looks={looksOf(space, description, offset, columns)}
        changed={hardware ? 0 : bytesIn(space.changed, offset, columns)}
        hits={bytesIn(marks?.hits, offset, columns)}
        edited={bytesIn(marks?.edited, offset, columns)}
        differs={bytesIn(marks?.differs?.bytes, offset, columns)}
        selected={covered(offset, columns, range.offset, range.bytes)}
        hovered={
          hovered?.offset === undefined ? 0 : covered(offset, columns, hovered.offset, hovered.bytes ?? 1)
        }
        pending={typing}
        focus={row === index ? focus % columns : -1}
        withAscii={withAscii}
        masked={masked}
        name={name}
      />
    );
  };

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.altKey) return;
    if ((event.metaKey || event.ctrlKey) && event.key === 'c') {
      setHex({ copying: true });
      event.preventDefault();
      return;
    }
    if (event.metaKey) return;
    const to = moved(event.key, event.ctrlKey, focus, columns, space.size, description);
    if (to !== undefined) {
      wanted.current = to !== focus;
      verbs.choose(to, event.shiftKey);
    } else if (event.ctrlKey || !press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** True when the key was ours. */
  const press = (event: React.KeyboardEvent): boolean => {
    const digit = digitOf(event.key);
    // `c` copies and `d` compares until a write is being typed: digits from then on
    if (digit !== undefined && (pending !== undefined || !/[cd]/.test(event.key))) {
      verbs.type(digit);
      return true;
    }
    switch (event.key) {
      case 'Enter':
        if (pending === undefined) verbs.begin();
        else verbs.commit();
        return true;
      case 'F2':
        verbs.begin();
        return true;
      case 'Backspace':
        if (pending !== undefined) verbs.rub();
        return pending !== undefined;
      case 'Escape':
        return verbs.cancel();
      case 'c':
        setHex({ copying: true });
        return true;
      case 'g':
        setHex({ line: 'go' });
        return true;
      case '/':
        setHex({ line: 'find' });
        return true;
      case 'd':
        verbs.compare();
        return true;
      case 'n':
      case 'N':
        setHex({ walking: event.shiftKey ? -1 : 1 });
        return true;
      case 'w':
      case 'W':
        verbs.cycleWidth(event.shiftKey);
        return true;
      case 'r':
        verbs.read();
        return true;
      case 'm':
        verbs.toggleMask();
        return true;
      case 'y':
        onWhy();
        return true;
      case '[':
        verbs.goToAccess(verbs.previous);
        return true;
      case ']':
        verbs.goToAccess(verbs.next);
        return true;
      default:
        return false;
    }
  };

  const offsetOf = (target: EventTarget): number | undefined => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-offset]') : null;
    return cell === null ? undefined : Number(cell.dataset['offset']);
  };

  return (
    <div
      ref={frame}
      className="hex"
      role="grid"
      aria-label={t('inspector.grid')}
      aria-rowcount={total + 1}
      aria-colcount={columns + 1}
      aria-multiselectable="true"
      dir="ltr"
      data-columns={columns}
      data-masked={masked ? '' : undefined}
      data-hardware={hardware ? '' : undefined}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const at = offsetOf(event.target);
        if (at === undefined) return;
        wanted.current = true;
        verbs.choose(at, event.shiftKey);
      }}
      onPointerOver={(event) => {
        const at = offsetOf(event.target);
        hover(at === undefined ? {} : { fn, offset: at, bytes: 1 });
      }}
      onPointerLeave={() => hover({})}
    >
      <div className="hex-row hex-head" role="row" aria-rowindex={1}>
        <div className="hex-offset" role="columnheader" aria-colindex={1}>
          <span className="visually-hidden">{t('inspector.offset')}</span>
        </div>
        {Array.from({ length: columns }, (_, i) => (
          <div key={i} className="hex-cell" role="columnheader" aria-colindex={i + 2}>
            {hex(i)}
          </div>
        ))}
      </div>
      {Array.from({ length: first }, (_, i) => drawRow(i))}
      {total > first && (
        <>
          <div role="presentation" style={{ height: (extra.from - first) * rowHeight }} />
          {Array.from({ length: extra.to - extra.from }, (_, i) => drawRow(extra.from + i))}
          <div role="presentation" style={{ height: (total - extra.to) * rowHeight }} />
        </>
      )}
    </div>
  );
}
