/** The shape of an address space: circle memory, ringed circle prefetchable, diamond I/O, hollow square ROM. Filled: it decodes. */
import type { BarSpec } from '../../engine/shape.ts';

export function BarMark(props: { kind: BarSpec['kind']; prefetchable: boolean; filled: boolean }) {
  const { kind, prefetchable, filled } = props;
  const space = kind === 'io' ? 'io' : prefetchable ? 'prefetch' : 'memory';
  const line = { fill: filled ? 'currentColor' : 'none', stroke: 'currentColor', strokeWidth: 1.6 };
  return (
    <svg className="bar-mark" viewBox="0 0 14 14" data-space={space} aria-hidden="true">
      {kind === 'io' && (
        <rect x="3.2" y="3.2" width="7.6" height="7.6" transform="rotate(45 7 7)" {...line} />
      )}
      {kind === 'rom' && <rect x="2.5" y="2.5" width="9" height="9" {...line} />}
      {kind !== 'io' && kind !== 'rom' && <circle cx="7" cy="7" r="4.7" {...line} />}
      {prefetchable && <circle cx="7" cy="7" r="1.9" fill={filled ? 'var(--base)' : 'currentColor'} />}
    </svg>
  );
}
