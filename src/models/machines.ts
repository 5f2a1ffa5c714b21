/** The machine types that are here so far: pc from the start, the others when the catalogue has been loaded. */
import type { MachineModel } from './chipset/machine-model.ts';
import { pc } from './chipset/pc.ts';

const machines: MachineModel[] = [pc];

/** Makes a machine type known. */
export function addMachine(machine: MachineModel): void {
  if (machineModel(machine.id) === undefined) machines.push(machine);
}

/** Of a machine that is loaded; a dump has none. */
export const machineModel = (id: string): MachineModel | undefined => machines.find((m) => m.id === id);
