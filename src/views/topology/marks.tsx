/** Shapes of the address spaces: diamond, circle, ringed circle, triangle, square, hexagon. Filled decodes, hollow does not. */
import type { AccessSpace } from './route.ts';
import type { Pip } from './picture.ts';

/** A BAR, drawn around the point 0,0. */
export function PipMark({ pip, x, y }: { pip: Pip; x: number; y: number }) {
  return (
    <g
      className="topology-pip"
      data-space={pip.space}
      data-state={pip.state}
      data-bar={pip.bar}
      transform={`translate(${String(x)},${String(y)})`}
    >
      {pip.space === 'io' && <path d="M0 -5.2 5.2 0 0 5.2 -5.2 0Z" />}
      {pip.space === 'message' && <path d="M0 -4.8 5 4 -5 4Z" />}
      {(pip.space === 'memory' || pip.space === 'prefetch') && <circle r="4.4" />}
      {pip.space === 'prefetch' && <circle r="1.5" className="topology-pip-eye" />}
    </g>
  );
}

/** What travels: square, diamond, circle, hexagon or triangle by space. */
export function TokenMark({ space }: { space: AccessSpace }) {
  if (space === 'io') return <path d="M0 -8 8 0 0 8 -8 0Z" />;
  if (space === 'memory') return <circle r="7" />;
  if (space === 'dma') return <path d="M-4 -7 4 -7 8 0 4 7 -4 7 -8 0Z" />;
  if (space === 'message') return <path d="M0 -7 8 6 -8 6Z" />;
  return <rect x="-6.5" y="-6.5" width="13" height="13" rx="2" />;
}
