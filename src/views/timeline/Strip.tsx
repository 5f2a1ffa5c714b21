/** The strip's drawing: bands, marks, the veil over what is yet to come. Few paths, however many rows. */
import { memo } from 'react';
import { lanes } from './bins.ts';
import { bandRect, stripHeight, type Band, type Marks, type View } from './layout.ts';

interface Props {
  readonly bands: readonly Band[];
  /** Index of the band that we are in. */
  readonly lit: number;
  readonly marks: Marks;
  readonly view: View;
  readonly width: number;
}

export const Strip = memo(function Strip({ bands, lit, marks, view, width }: Props) {
  return (
    <svg className="timeline-drawing" width={width} height={stripHeight} aria-hidden="true" focusable="false">
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
              height={stripHeight}
            />
          )
        );
      })}
      {lanes.map((lane, i) => (
        <path key={lane} className="timeline-ticks" data-lane={lane} d={marks.ticks[i]} />
      ))}
      <path className="timeline-unclaimed" d={marks.unclaimed} />
      <path className="timeline-watched" d={marks.watched} />
      <path className="timeline-crosses" d={marks.crosses} />
    </svg>
  );
});
