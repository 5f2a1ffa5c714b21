/** Commands that were used last, over the palette, remembered in this browser. */
import { recall, remember } from '../../store/persist.ts';

const key = 'palette-recent';
const most = 6;

/** Ids, the last one first. */
export const recent = (): readonly string[] => (recall(key) ?? '').split(' ').filter((id) => id !== '');

export const noteUse = (id: string): void =>
  remember(key, [id, ...recent().filter((each) => each !== id)].slice(0, most).join(' '));
