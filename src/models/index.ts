/** Every model that can be plugged in, and every machine type. Order is the palette's. */
import { bochsDisplay } from './bochs-display.ts';
import { e1000, e1000Sisters } from './e1000.ts';
import { edu } from './edu.ts';
import { secondaryVga, vga } from './vga.ts';
import type { MachineModel } from './machine-model.ts';
import type { Model } from './model.ts';
import { ich9Ahci } from './ich9-ahci.ts';
import { nvme } from './nvme.ts';
import { pc } from './pc.ts';
import { pciTestdev } from './pci-testdev.ts';
import { pciBridge } from './pci-bridge.ts';
import { pcieRootPort } from './pcie-root-port.ts';
import { virtioNet } from './virtio-net.ts';
import { pvpanic } from './pvpanic.ts';
import { q35 } from './q35.ts';

export const models: readonly Model[] = [
  e1000,
  ...e1000Sisters,
  vga,
  secondaryVga,
  bochsDisplay,
  edu,
  pciTestdev,
  pvpanic,
  pcieRootPort,
  pciBridge,
  nvme,
  virtioNet,
  ich9Ahci,
];

export const machines: readonly MachineModel[] = [pc, q35];

export const findModel = (id: string): Model | undefined => models.find((m) => m.id === id);
