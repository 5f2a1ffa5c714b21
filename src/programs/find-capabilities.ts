/** What can a function do besides the basics? Walks its list of capabilities. */
import { hex } from '../base/hex.ts';
import { say } from '../base/problem.ts';
import { formatBdf } from '../pci/bdf.ts';
import { capabilityTitle } from '../pci/caps/index.ts';
import { ConfigAccess } from './config-access.ts';
import type { Cpu, Environment, Program } from './program.ts';

/** Offsets 40–ff hold 48 capabilities at most; more hops mean a loop. */
const mostHops = 48;

export function* findCapabilities(cpu: Cpu, { target }: Environment): Program {
  const config = new ConfigAccess(cpu);
  const who = formatBdf(target);
  yield { say: say('capabilities.status', { who }), phase: 'phase.capabilities' };
  if ((config.read(target, 0x06, 2) & 0x10) === 0) {
    yield { say: say('capabilities.none', { who }) };
    return;
  }
  yield { say: say('capabilities.pointer', { who }) };
  let at = config.read(target, 0x34, 1) & ~3;
  for (let hops = 0; at >= 0x40 && hops < mostHops; hops++) {
    yield { say: say('capabilities.read', { at: hex(at, 2) }) };
    const head = config.read(target, at, 2);
    const name = capabilityTitle(head & 0xff, false) ?? hex(head & 0xff, 2);
    yield { say: say('capabilities.found', { name, at: hex(at, 2), next: hex(head >> 8, 2) }) };
    at = (head >> 8) & ~3;
  }
}
