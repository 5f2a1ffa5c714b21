/** Thirty-two bits in a row, grouped and named: the picture of a dword. Said in words elsewhere, so hidden from readers. */
import { bits } from '../../base/bits.ts';
import { hex } from '../../base/hex.ts';

export interface BitPart {
  readonly hi: number;
  readonly lo: number;
  readonly label: string;
  readonly quiet?: boolean;
  /** What the value below counts in: registers are named by their first byte. */
  readonly times?: number;
}

export function BitRow({
  dword,
  parts,
  raised,
}: {
  dword: number;
  parts: readonly BitPart[];
  raised?: number | undefined;
}) {
  return (
    <div className="composer-bits" aria-hidden="true" dir="ltr">
      {parts.map(({ hi, lo, label, quiet, times = 1 }) => {
        const width = hi - lo + 1;
        return (
          <div
            key={hi}
            className="composer-part"
            data-quiet={quiet === true ? '' : undefined}
            style={{ flexGrow: width, flexBasis: 0, minWidth: `${String(width * 7)}px` }}
          >
            <span className="composer-range">{hi === lo ? String(hi) : `${String(hi)}:${String(lo)}`}</span>
            <span className="composer-cells mono">
              {Array.from({ length: width }, (_, i) => {
                const bit = hi - i;
                const one = bits(dword, bit, bit) === 1;
                return (
                  <i key={bit} data-one={one ? '' : undefined} data-raised={raised === bit ? '' : undefined}>
                    {one ? '1' : '0'}
                  </i>
                );
              })}
            </span>
            <span className="composer-label">{label}</span>
            {width > 3 && quiet !== true && (
              <span className="composer-hex mono">
                {hex(bits(dword, hi, lo) * times, Math.ceil(width / 4))}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}
