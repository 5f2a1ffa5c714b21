/** Under the lists of fields: where the chosen register or field comes from. */
import { useStore } from 'zustand';
import { uiStore } from '../../store/ui-store.ts';
import { useWords } from '../parts/use-words.ts';
import type { Inspected } from './use-inspected.ts';
import { WhyLine } from './WhyLine.tsx';

export function WhyFoot({ inspected }: { inspected: Inspected }) {
  const { t, both } = useWords();
  const { fn, range, description, space } = inspected;
  const { hi, lo } = useStore(uiStore, (s) => s.selection);
  if (range === undefined || range.offset >= space.known) return undefined;
  const { offset, bytes } = range;
  const bits = hi === undefined || lo === undefined ? {} : { hi, lo };
  const field = description.fieldsAt(offset + ((lo ?? 0) >> 3)).find((f) => {
    return hi !== undefined && (f.at - offset) * 8 + f.lo === lo && (f.at - offset) * 8 + f.hi === hi;
  });
  const name = field?.name ?? description.registerAt(offset)?.name;
  return (
    <p className="fields-why">
      {name !== undefined && <b>{t('text.named', { name: both(name), text: '' })}</b>}
      <WhyLine place={{ fn, offset, bytes, ...bits }} />
    </p>
  );
}
