/** One dword as 32 bits in groups of four, beside its hex value. The bits are a picture; the value is the text. */
import { memo } from 'react';
import { hex } from '../../base/hex.ts';

export interface BitRowProps {
  readonly label: string;
  readonly word: number;
  /** Drawn; a row that is still to come keeps its place. */
  readonly shown?: boolean;
  /** Which beat of the story this row is. */
  readonly step?: string;
  /** Pale: bits that are not part of it. */
  readonly dim?: number;
  /** Crossed out: bits that were refused. */
  readonly refused?: number;
  /** Bits that drop out of this row. */
  readonly falling?: number;
  /** Bits that the carry ran through. */
  readonly carried?: number;
  /** Set in the accent: the result. */
  readonly result?: boolean;
}

/** Bits 31 to 0, with a negative number for each gap. */
const cells = Array.from({ length: 39 }, (_, i) => (i % 5 === 4 ? -1 - i : 31 - i + Math.floor(i / 5)));

const has = (mask: number | undefined, bit: number): '' | undefined =>
  mask !== undefined && (mask >>> bit) & 1 ? '' : undefined;

export const BitRow = memo(function BitRow(props: BitRowProps) {
  const { label, word, shown = true, result = false } = props;
  return (
    <div
      className="bit-row"
      data-step={props.step}
      data-shown={shown ? '' : undefined}
      data-result={result ? '' : undefined}
      aria-hidden={shown ? undefined : true}
    >
      <span className="bit-label">{label}</span>
      <span className="bit-value mono" dir="ltr">
        {hex(word >>> 0, 8).toUpperCase()}
      </span>
      <span className="bits" dir="ltr" aria-hidden="true">
        {cells.map((bit) => {
          // an empty column between the groups of four: the strip of fields below counts on it (columnOf)
          if (bit < 0) return <b key={bit} />;
          const crossed = has(props.refused, bit);
          return (
            <i
              key={bit}
              style={
                props.carried === undefined
                  ? undefined
                  : { transitionDelay: `calc(var(--pace) * ${String(bit * 6)}ms)` }
              }
              data-dim={has(props.dim, bit)}
              data-refused={crossed}
              data-falling={has(props.falling, bit)}
              data-carried={has(props.carried, bit)}
            >
              {crossed === undefined ? (word >>> bit) & 1 : '✕'}
            </i>
          );
        })}
      </span>
    </div>
  );
});
