/** How a hypervisor learns the BARs that the firmware has placed, as hvisor does: read, ones, size, and back; nothing moves. */
import { hex0x, size as sizeText } from '../base/hex.ts';
import { say } from '../base/problem.ts';
import { formatBdf } from '../pci/bdf.ts';
import { sizeBar } from './bars.ts';
import { ConfigAccess, functionsOn } from './config-access.ts';
import type { Cpu, Program } from './program.ts';

export function* hvisorProbe(cpu: Cpu): Program {
  const config = new ConfigAccess(cpu);
  const buses = [0];
  yield { say: say('hvisor.start', {}), phase: 'phase.sizing' };
  for (const bus of buses) {
    for (const bdf of functionsOn(config, bus)) {
      const layout = config.read(bdf, 0x0e, 1) & 0x7f;
      const behind = layout === 1 ? config.read(bdf, 0x19, 1) : 0;
      if (behind !== 0 && !buses.includes(behind)) buses.push(behind);
      const who = formatBdf(bdf);
      for (let bar = 0; bar < (layout === 0 ? 6 : 2); bar++) {
        yield { say: say('hvisor.bar', { who, bar }) };
        const { bytes, old, oldHigh, wide, io } = sizeBar(config, bdf, bar);
        const base = hex0x(oldHigh * 0x1_0000_0000 + ((old & (io ? ~3 : ~15)) >>> 0));
        if (bytes !== 0) yield { say: say('hvisor.keep', { who, bar, base, size: sizeText(bytes) }) };
        if (wide) bar++;
      }
    }
  }
}
