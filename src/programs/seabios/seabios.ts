/** What SeaBIOS 1.16.2 does to PCI at power-on, access by access (facts: src/fw/pciinit.c, src/hw/pci.c, src/hw/pcidevice.c). */
import { say } from '../../base/problem.ts';
import type { Cpu, Environment, Program } from '../program.ts';
import { numberBuses } from './bus-numbers.ts';
import { probeDevices } from './devices.ts';
import { chooseVga, initDevices } from './init.ts';
import { placeEverything } from './placing.ts';
import { setUpPlatform } from './platform.ts';
import { sizeEverything } from './sizing.ts';
import { Firmware } from './state.ts';

/** Gives whether it came to its end; out of addresses the real one stops the machine, and bus numbers can send it in circles. */
export function* seabios(cpu: Cpu, environment: Environment): Program<boolean> {
  const fw = new Firmware(cpu, environment);
  yield { say: say('seabios.start', {}), phase: 'phase.bus-numbers' };
  cpu.out(0xcf8, 0x8000_0000, 4);
  if (cpu.in(0xcf8, 4) !== 0x8000_0000) return false;
  if (!(yield* numberBuses(fw))) return false;
  yield { say: say('seabios.devices', {}), phase: 'phase.devices' };
  yield* probeDevices(fw);
  yield* setUpPlatform(fw);
  yield { say: say('seabios.sizing', {}), phase: 'phase.sizing' };
  const buses = yield* sizeEverything(fw);
  yield { say: say('seabios.placing', {}), phase: 'phase.placing' };
  if (!(yield* placeEverything(fw, buses))) {
    yield { say: say('seabios.out-of-space', {}) };
    return false;
  }
  yield { say: say('seabios.enable', {}), phase: 'phase.enable' };
  yield* initDevices(fw);
  yield* chooseVga(fw);
  return true;
}
