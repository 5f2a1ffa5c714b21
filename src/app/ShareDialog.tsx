/** The Share dialog with the drawings among its files. */
import { Share } from '../views/share/Share.tsx';
import { useWords } from '../views/parts/use-words.ts';
import { exportIds, exportRun } from './export-commands.ts';

export function ShareDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const more = exportIds.map((id) => ({
    id,
    title: t(`export.${id}`),
    about: t(`export.${id}-about`),
    run: () => exportRun(id),
  }));
  return <Share more={more} onClose={onClose} />;
}
