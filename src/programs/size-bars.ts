/** How large are a function's BARs? The right way: decoding off while they hold ones. */
import { size as sizeText } from '../base/hex.ts';
import { say } from '../base/problem.ts';
import { formatBdf } from '../pci/bdf.ts';
import { sizeBar } from './bars.ts';
import { ConfigAccess } from './config-access.ts';
import type { Cpu, Environment, Program } from './program.ts';

export function* sizeBars(cpu: Cpu, { target }: Environment): Program {
  const config = new ConfigAccess(cpu);
  const who = formatBdf(target);
  yield { say: say('size-bars.off', { who }), phase: 'phase.sizing' };
  const command = config.read(target, 0x04, 2);
  config.write(target, 0x04, command & ~3, 2);
  const count = (config.read(target, 0x0e, 1) & 0x7f) === 0 ? 6 : 2;
  for (let bar = 0; bar < count; bar++) {
    yield { say: say('size-bars.bar', { who, bar }) };
    const { bytes, wide } = sizeBar(config, target, bar);
    if (bytes !== 0) yield { say: say('size-bars.found', { who, bar, size: sizeText(bytes) }) };
    if (wide) bar++;
  }
  yield { say: say('size-bars.on', { who }) };
  config.write(target, 0x04, command, 2);
}
