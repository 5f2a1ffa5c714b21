/** What is there? lspci's way: every slot of every bus that a bridge leads to; nothing is written but CONFIG_ADDRESS. */
import { hex } from '../base/hex.ts';
import { say } from '../base/problem.ts';
import { formatBdf } from '../pci/bdf.ts';
import { ConfigAccess, functionsOn } from './config-access.ts';
import type { Cpu, Program } from './program.ts';

const headerDwords = 16;

export function* probe(cpu: Cpu): Program {
  const config = new ConfigAccess(cpu);
  const buses = [0];
  const seen = new Set(buses);
  for (const bus of buses) {
    yield { say: say('probe.bus', { bus }), ...(bus === 0 ? { phase: 'phase.devices' } : {}) };
    for (const bdf of functionsOn(config, bus)) {
      yield { say: say('probe.header', { who: formatBdf(bdf) }) };
      const header = Array.from({ length: headerDwords }, (_, i) => config.read(bdf, i * 4, 4));
      const ids = header[0] ?? 0;
      yield {
        say: say('probe.found', {
          who: formatBdf(bdf),
          ids: `${hex(ids & 0xffff, 4)}:${hex(ids >>> 16, 4)}`,
        }),
      };
      const behind = ((header[6] ?? 0) >> 8) & 0xff;
      if ((((header[3] ?? 0) >> 16) & 0x7f) !== 1 || seen.has(behind)) continue;
      seen.add(behind);
      buses.push(behind);
    }
  }
}
