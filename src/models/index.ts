/** The machine types, the models of the first paint, and the way to all others (catalogue.ts). */
import { pciBridge } from './bridges/pci-bridge.ts';
import { pcieRootPort } from './bridges/pcie-root-port.ts';
import type { MachineModel } from './chipset/machine-model.ts';
import { pc } from './chipset/pc.ts';
import { q35 } from './chipset/q35.ts';
import { secondaryVga, vga } from './display/vga.ts';
import type { Model } from './model.ts';
import { e1000 } from './network/e1000.ts';
import { nvme } from './storage/nvme.ts';
import { edu } from './teaching/edu.ts';

export const machines: readonly MachineModel[] = [pc, q35];

/** Here from the start; the rest of the catalogue is a chunk of its own. */
export const common: readonly Model[] = [e1000, vga, secondaryVga, edu, nvme, pciBridge, pcieRootPort];

/** Every model, loaded when first asked for. */
export const allModels = async (): Promise<readonly Model[]> => (await import('./catalogue.ts')).catalogue;

/** The models to build these parts with: `common` if that is enough, else all. */
export async function modelsFor(parts: Iterable<{ readonly model: string }>): Promise<readonly Model[]> {
  for (const { model } of parts) if (!common.some(({ id }) => id === model)) return allModels();
  return common;
}
