/** The models of the first paint, and the way to all others and the other machines (catalogue.ts). */
import { pciBridge } from './bridges/pci-bridge.ts';
import { secondaryVga, vga } from './display/vga.ts';
import type { Model } from './model.ts';
import { e1000 } from './network/e1000.ts';
import { nvme } from './storage/nvme.ts';
import { edu } from './teaching/edu.ts';

/** Here from the start, on `pc`: what the first visit's board has. The rest of the catalogue is a chunk of its own. */
export const common: readonly Model[] = [e1000, vga, secondaryVga, edu, nvme, pciBridge];

/** Every model, and with them every machine, loaded when first asked for. */
export const allModels = async (): Promise<readonly Model[]> => (await import('./catalogue.ts')).catalogue;
