/** One row of the hex grid; drawn again only when one of its own facts changed. */
import { memo } from 'react';
import { hex } from '../../base/hex.ts';
import { ascii, type Look } from './hex-layout.ts';

export interface HexRowProps {
  readonly offset: number;
  /** 8 or 16 bytes. */
  readonly columns: number;
  readonly w0: number;
  readonly w1: number;
  readonly w2: number;
  readonly w3: number;
  readonly looks: string;
  /** Bit n: byte n changed in the current row of the trace. */
  readonly changed: number;
  readonly selected: number;
  readonly hovered: number;
  /** Found by the search. */
  readonly hits: number;
  /** Hardware that a person edited. */
  readonly edited: number;
  /** Other than in what it is compared with. */
  readonly differs: number;
  /** Bytes of a write that is being typed, two hex digits each, dots where none. */
  readonly pending: string;
  /** Column of the cell that takes the focus, or -1. */
  readonly focus: number;
  readonly withAscii: boolean;
  readonly masked: boolean;
  /** The spoken name of a byte. Must be the same function while the language and the description are. */
  readonly name: (offset: number, byte: number, look: Look, changed: boolean) => string;
}

const isLook = (letter: string | undefined): letter is Look =>
  letter !== undefined && 'owpc-u?'.includes(letter);

export const HexRow = memo(function HexRow(props: HexRowProps) {
  const { offset, columns, looks, changed, selected, hovered, hits, edited, differs, pending } = props;
  const { focus, withAscii, masked, name } = props;
  const words = [props.w0, props.w1, props.w2, props.w3];
  const cells = Array.from({ length: columns }, (_, i) => {
    const byte = ((words[i >> 2] ?? 0) >>> ((i & 3) * 8)) & 0xff;
    const letter = looks[i];
    const look: Look = isLook(letter) ? letter : '-';
    const typed = pending.slice(i * 2, i * 2 + 2);
    const isPending = typed !== '' && typed !== '..';
    const has = (mask: number): '' | undefined => ((mask >>> i) & 1 ? '' : undefined);
    return (
      <div
        key={i}
        role="gridcell"
        aria-colindex={i + 2}
        className="hex-cell"
        data-offset={offset + i}
        data-look={look}
        data-changed={masked ? undefined : has(changed)}
        data-hover={has(hovered)}
        data-hit={has(hits)}
        data-edited={has(edited)}
        data-differs={has(differs)}
        data-pending={isPending ? '' : undefined}
        data-first={has(selected & ~(selected << 1))}
        data-last={has(selected & ~(selected >>> 1))}
        aria-selected={(selected >>> i) % 2 === 1}
        aria-label={name(offset + i, byte, look, (changed >>> i) % 2 === 1)}
        tabIndex={focus === i ? 0 : -1}
      >
        {isPending ? typed : look === '?' ? '··' : hex(byte, 2)}
      </div>
    );
  });
  return (
    <div className="hex-row" role="row" aria-rowindex={offset / columns + 2}>
      <div className="hex-offset" role="rowheader" aria-colindex={1}>
        {hex(offset, 2)}
      </div>
      {cells}
      {withAscii && (
        <div className="hex-ascii" aria-hidden="true">
          {Array.from({ length: columns }, (_, i) =>
            looks[i] === '?' ? '·' : ascii(((words[i >> 2] ?? 0) >>> ((i & 3) * 8)) & 0xff),
          ).join('')}
        </div>
      )}
    </div>
  );
});
