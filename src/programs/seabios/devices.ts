/** The list of devices: what there is, on which bus, below which bridge. */
import { say } from '../../base/problem.ts';
import { formatBdf } from '../../pci/bdf.ts';
import { functionsOn } from '../config-access.ts';
import type { Program } from '../program.ts';
import { Reg, type Firmware, type Found } from './state.ts';
import { routines } from '../depth.ts';

export function* probeDevices(fw: Firmware): Program {
  const { config, environment } = fw;
  const above = new Map<number, Found>();
  let roots = 0;
  let lastRoot = 0;
  for (let bus = 0; bus <= 0xff && (bus <= fw.lastBus || roots < environment.extraRoots); bus++) {
    yield { say: say('seabios.probe', { bus }) };
    for (const bdf of functionsOn(config, bus)) {
      const parent = above.get(bus);
      if (!parent) {
        if (bus !== lastRoot) roots++;
        lastRoot = bus;
        fw.lastBus = Math.max(fw.lastBus, bus);
      }
      const ids = config.read(bdf, Reg.vendor, 4);
      const classCode = config.read(bdf, Reg.classRevision, 4);
      const headerType = config.read(bdf, Reg.headerType, 1);
      const layout = headerType & 0x7f;
      const secondary = layout === 1 || layout === 2 ? config.read(bdf, Reg.secondary, 1) : 0;
      const found: Found = {
        bdf,
        who: formatBdf(bdf),
        vendor: ids & 0xffff,
        device: ids >>> 16,
        class: classCode >>> 16,
        headerType,
        secondary,
        parent,
      };
      fw.devices.push(found);
      if (secondary > bus && !above.has(secondary)) above.set(secondary, found);
      fw.lastBus = Math.max(fw.lastBus, secondary);
    }
  }
}

routines(probeDevices);
