/** What firmware learns of a scenario by ways that are not modelled here (CMOS, fw_cfg). */
import { machineModel } from '../models/machines.ts';
import type { Environment } from '../programs/program.ts';
import type { Scenario } from './scenario.ts';

const expanders: ReadonlySet<string> = new Set(['pxb', 'pxb-pcie']);

export function environmentOf({ machine, ram, parts }: Scenario, target = 0): Environment {
  const bytes = ram * 0x10_0000;
  const low = machineModel(machine)?.lowRam(bytes) ?? bytes;
  return {
    ramBelow4G: low,
    ramAbove4G: bytes - low,
    target,
    extraRoots: parts.filter(({ model }) => expanders.has(model)).length,
  };
}
