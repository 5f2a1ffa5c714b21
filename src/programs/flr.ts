/** Function Level Reset: one function back to power-on, its neighbours undisturbed (PCI Express Base §6.6.2). */
import { say } from '../base/problem.ts';
import { formatBdf } from '../pci/bdf.ts';
import { ConfigAccess, findCapability } from './config-access.ts';
import type { Cpu, Environment, Program } from './program.ts';

export function* flr(cpu: Cpu, { target }: Environment): Program {
  const config = new ConfigAccess(cpu);
  const who = formatBdf(target);
  yield { say: say('flr.find', { who }), phase: 'phase.reset' };
  const express = findCapability(config, target, 0x10);
  if (express === 0 || (config.read(target, express + 4, 4) & 0x1000_0000) === 0) {
    yield { say: say('flr.cannot', { who }) };
    return;
  }
  yield { say: say('flr.quiet', { who }) };
  config.write(target, 0x04, 0x0400, 2); // no decoding, no bus mastering, no INTx
  const pending = (config.read(target, express + 0x0a, 2) & 0x20) !== 0;
  if (pending) yield { say: say('flr.pending', { who }) };
  yield { say: say('flr.reset', { who }) };
  const control = config.read(target, express + 8, 2);
  config.write(target, express + 8, control | 0x8000, 2);
  yield { say: say('flr.after', { who }) };
  config.read(target, 0x04, 2);
  config.read(target, 0x10, 4);
}
