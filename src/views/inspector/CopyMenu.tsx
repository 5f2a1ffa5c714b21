/** The formats in which bytes can be taken away: the selected ones, or the whole space. */
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { setHex } from '../../store/hex-store.ts';
import { bdfText } from '../../session/names.ts';
import { itemFor } from '../parts/Menu.tsx';
import { useWords } from '../parts/use-words.ts';
import { copyAs, copyFormats, type CopyFormat } from './hex-copy.ts';
import type { Range } from './hex-layout.ts';
import type { Inspected } from './use-inspected.ts';

const gap = 6;

/** Onto the clipboard, by the old way where the browser has not the new one; false when it lets neither. */
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.style.cssText = 'position:fixed;inset:0 auto auto 0;opacity:0';
    document.body.append(area);
    area.select();
    // oxlint-disable-next-line typescript/no-deprecated -- there is no other way without permission
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}

export function CopyMenu(props: {
  inspected: Inspected;
  range: Range;
  anchor: Element;
  onClose: () => void;
}) {
  const { t } = useWords();
  const { inspected, range, anchor, onClose } = props;
  const { space, bdf, machine, fn } = inspected;
  const list = useRef<HTMLDivElement>(null);
  const items = (): HTMLElement[] => [
    ...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
  ];
  useLayoutEffect(() => {
    const box = list.current;
    if (box === null) return undefined;
    box.showPopover();
    const rect = anchor.getBoundingClientRect();
    const { width, height } = box.getBoundingClientRect();
    const under = rect.bottom + gap;
    const top = under + height > innerHeight ? rect.top - gap - height : under;
    box.style.left = `${String(Math.max(gap, Math.min(rect.left, innerWidth - width - gap)))}px`;
    box.style.top = `${String(Math.max(gap, top))}px`;
    box.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    return () => box.hidePopover();
  }, [anchor]);

  const whole: Range = { offset: 0, bytes: space.known };
  const copy = (format: CopyFormat, of: Range): void => {
    const slot = bdf < 0 ? (machine.board.parts[fn]?.path ?? '') : bdfText(bdf);
    void toClipboard(copyAs(format, { space, range: of, slot })).then((done) =>
      setHex({
        told: done
          ? { kind: 'copied', bytes: Math.min(of.bytes, space.known - of.offset), format }
          : { kind: 'label', id: 'hex.copy-failed' },
      }),
    );
    onClose();
  };
  const groups = [
    { id: 'selection', title: t('hex.copy-selection', { bytes: range.bytes }), of: range },
    { id: 'whole', title: t('hex.copy-whole', { bytes: whole.bytes }), of: whole },
  ] as const;
  const titles = groups.flatMap(() => copyFormats.map((format) => t(`hex.copy-${format}`)));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Tab') {
      onClose();
      return;
    }
    const all = items();
    const at = all.findIndex((item) => item === document.activeElement);
    const to = itemFor(event.key, at, titles);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    all[to]?.focus();
  };

  return (
    <div
      ref={list}
      role="menu"
      aria-label={t('hex.copy')}
      className="menu copy-menu"
      popover="auto"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
    >
      {groups.map(({ id, title, of }) => (
        <div key={id} role="group" aria-labelledby={`copy-${id}`}>
          <div id={`copy-${id}`} className="copy-title">
            {title}
          </div>
          {copyFormats.map((format) => (
            <button
              key={format}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className="menu-item ring-inside"
              onClick={() => copy(format, of)}
            >
              {t(`hex.copy-${format}`)}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
