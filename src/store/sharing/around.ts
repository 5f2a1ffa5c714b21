/** What a link needs to know of the page: its scenarios, its list of ids, its browser's deflate. */
import { scenarios } from '../../content/scenarios/index.ts';
import type { Surroundings } from '../../session/link/link.ts';
import { loadIds } from '../pci-ids.ts';
import { native } from './deflate.ts';

export const around: Surroundings = {
  ...native,
  presets: scenarios,
  names: async () => {
    const [{ deviceName }, ids] = await Promise.all([import('../../pci/ids.ts'), loadIds()]);
    return (vendor, device) => deviceName(vendor, device, ids);
  },
};
