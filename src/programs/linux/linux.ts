/**
 * What Linux 6.1 does to PCI after the firmware, in its order (facts: drivers/pci/probe.c, setup-bus.c, setup-res.c,
 * arch/x86/pci/): look, keep what makes sense, give the rest a place.
 */
import { say } from '../../base/problem.ts';
import { formatBdf } from '../../pci/bdf.ts';
import type { Cpu, Environment, Program } from '../program.ts';
import { assign } from './assigning.ts';
import { checkPorts, findEcam, hostWindows } from './host.ts';
import { Kernel, PortType, Reg, type Device } from './kernel.ts';
import { scanBus } from './scan.ts';
import { sizeWindows } from './sizing.ts';
import { survey } from './survey.ts';
import { routines } from '../depth.ts';

/** Gives whether there was anything to set up. */
export function* linux(cpu: Cpu, environment: Environment): Program<boolean> {
  const kernel = new Kernel(cpu, environment);
  if (!(yield* checkPorts(kernel))) return false;
  yield* findEcam(kernel);
  kernel.hostWindows = hostWindows(kernel);
  yield* scanRoots(kernel);
  yield { say: say('linux.survey', {}), phase: 'phase.survey' };
  yield* survey(kernel);
  yield { say: say('linux.placing', {}), phase: 'phase.placing' };
  for (const root of kernel.roots) {
    yield* sizeWindows(root);
    yield* assign(kernel, root);
  }
  yield { say: say('linux.enable', {}), phase: 'phase.enable' };
  yield* startPorts(kernel);
  return true;
}

/** Bus 0; then, for roots that no bridge leads to, every number that is left, a slot each. */
function* scanRoots(kernel: Kernel): Program {
  yield { say: say('linux.scan', {}), phase: 'phase.devices' };
  const root = kernel.addBus(0, 0xff);
  kernel.roots.push(root);
  yield* scanBus(kernel, root);
  for (let number = 1; number <= 0xff && kernel.roots.length <= kernel.environment.extraRoots; number++) {
    if (kernel.buses.has(number)) continue;
    yield { say: say('linux.peer', { bus: number }) };
    if (!isThere(kernel, number)) continue;
    const peer = kernel.addBus(number, 0xff);
    kernel.roots.push(peer);
    yield* scanBus(kernel, peer);
  }
}

function isThere({ config }: Kernel, bus: number): boolean {
  for (let slot = 0; slot < 32; slot++) {
    const ids = config.read((bus << 8) | (slot << 3), Reg.vendor, 4);
    if (ids !== 0 && ids !== 0xffff_ffff) return true;
  }
  return false;
}

/** Enabling is each driver's affair; the only drivers here are those of the PCI Express ports. */
function* startPorts(kernel: Kernel): Program {
  const all = [...kernel.buses.values()].flatMap(({ devices }) => devices); // as they were found
  for (const { bdf } of all) kernel.config.read(bdf, 0x0c, 1); // Cache Line Size: do they agree?
  for (const device of all) {
    if (device.express === 0 || device.windows === undefined || device.portType < PortType.root) continue;
    if (device.portType > PortType.downstream) continue;
    yield { say: say('linux.port', { who: formatBdf(device.bdf) }) };
    enable(kernel, device);
  }
}

function enable({ config }: Kernel, { bdf, resources }: Device): void {
  const has = (io: boolean): boolean => resources.some((each) => each.open && each.io === io);
  const command = config.read(bdf, Reg.command, 2);
  const decodes = command | (has(true) ? 1 : 0) | (has(false) ? 2 : 0);
  if (decodes !== command) config.write(bdf, Reg.command, decodes, 2);
  const now = config.read(bdf, Reg.command, 2);
  if ((now & 4) === 0) config.write(bdf, Reg.command, now | 4, 2); // bus master
}

routines(scanRoots, startPorts);
