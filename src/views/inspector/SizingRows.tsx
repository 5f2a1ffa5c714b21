/** Sizing step by step: the read-back, its flags masked off, inverted, plus one. Every step is a still picture. */
import type { BarSpec } from '../../engine/shape.ts';
import { useWords } from '../parts/use-words.ts';
import { flagBits, type Sizing } from './bits-layout.ts';
import { BitRow } from './BitRow.tsx';

export function SizingRows({
  sizing,
  stage,
  bar,
}: {
  sizing: Sizing;
  stage: 0 | 1 | 2 | 3 | 4;
  bar: BarSpec;
}) {
  const { t } = useWords();
  const { read, bare, inverted, bytes, carried } = sizing;
  const flags = flagBits(bar);
  return (
    <>
      <BitRow
        label={t('inspector.read-back')}
        word={read}
        dim={~read & ~flags}
        falling={stage >= 2 ? flags : 0}
        shown={stage >= 1}
        step="read"
      />
      <BitRow label={t('inspector.flags-off')} word={bare} dim={~bare} shown={stage >= 2} step="flags" />
      <BitRow
        label={t('inspector.inverted')}
        word={inverted}
        dim={~inverted}
        shown={stage >= 3}
        step="invert"
      />
      <BitRow
        label={t('inspector.plus-one')}
        word={bytes}
        dim={~bytes}
        carried={carried}
        shown={stage >= 4}
        step="add"
        result
      />
    </>
  );
}
