/**
 * A VMM that gives out addresses itself before its guest starts, as kvmtool does (facts: pci.c, vfio/pci.c): one bus, no bridges,
 * memory and ports from two counters that only go up. Told as the accesses that would do it.
 */
import { hex0x, size as sizeText } from '../base/hex.ts';
import { say } from '../base/problem.ts';
import { formatBdf } from '../pci/bdf.ts';
import { sizeBar } from './bars.ts';
import { ConfigAccess } from './config-access.ts';
import type { Cpu, Program } from './program.ts';

const memoryArea = 0xd200_0000;
const portArea = 0x6200;
const portGrain = 0x100;
const firstLine = 5;

const up = (n: number, grain: number): number => Math.ceil(n / grain) * grain;

export function* kvmtool(cpu: Cpu): Program {
  const config = new ConfigAccess(cpu);
  const next = { memory: memoryArea, ports: portArea, line: firstLine };
  yield { say: say('kvmtool.start', {}), phase: 'phase.placing' };
  for (let device = 0; device < 32; device++) {
    const bdf = device << 3;
    if (config.read(bdf, 0x00, 2) === 0xffff) continue;
    const layout = config.read(bdf, 0x0e, 1) & 0x7f;
    if (layout !== 0) continue;
    const who = formatBdf(bdf);
    for (let bar = 0; bar < 6; bar++) {
      yield { say: say('kvmtool.bar', { who, bar }) };
      const { io, wide, bytes } = sizeBar(config, bdf, bar);
      if (bytes !== 0) {
        const base = io ? up(next.ports, Math.max(bytes, portGrain)) : up(next.memory, bytes);
        if (io) next.ports = base + Math.max(bytes, portGrain);
        else next.memory = base + bytes;
        yield { say: say('kvmtool.give', { who, bar, base: hex0x(base), size: sizeText(bytes) }) };
        config.write(bdf, 0x10 + 4 * bar, base, 4);
      }
      if (wide) bar++;
    }
    if (config.read(bdf, 0x3d, 1) !== 0) {
      const line = next.line++;
      yield { say: say('kvmtool.line', { who, line }) };
      config.write(bdf, 0x3c, line, 1);
    }
    yield { say: say('kvmtool.on', { who }) };
    config.set(bdf, 0x04, 0x03);
  }
}
