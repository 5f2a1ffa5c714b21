/** The strip's drawing: bands, marks by lane, what was found. Few paths, however many rows. */
import { memo } from 'react';
import type { Band, View } from '../../store/timeline-view.ts';
import { bandRect } from './layout.ts';
import type { Drawing } from './use-drawing.ts';

interface Props {
  readonly bands: readonly Band[];
  /** Index of the band that we are in. */
  readonly lit: number;
  readonly drawing: Drawing;
  readonly view: View;
  readonly width: number;
}

export const Strip = memo(function Strip({ bands, lit, drawing, view, width }: Props) {
  const { marks, watched, edits, problems, found, height } = drawing;
  return (
    <svg className="timeline-drawing" width={width} height={height} aria-hidden="true" focusable="false">
      {bands.map((band, i) => {
        const rect = bandRect(band, view, width);
        return (
          rect && (
            <rect
              key={band.first}
              className="timeline-band"
              data-lit={i === lit ? '' : undefined}
              x={rect.x}
              width={rect.width}
              height={height}
            />
          )
        );
      })}
      {marks.paths.map(({ kind, isHollow, d }) => (
        <path
          key={`${kind} ${String(isHollow)}`}
          className="timeline-ticks"
          data-kind={kind}
          data-hollow={isHollow ? '' : undefined}
          d={d}
        />
      ))}
      <path className="timeline-unclaimed" d={marks.unclaimed} />
      <path className="timeline-edits" d={edits} />
      <path className="timeline-problems" d={problems} />
      <path className="timeline-watched" d={watched} />
      <path className="timeline-found" d={found} />
      <path className="timeline-crosses" d={marks.crosses} />
    </svg>
  );
});
