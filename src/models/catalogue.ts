/** Every model that can be plugged in, a table; order is the palette's. The page loads it when a board needs more than `common`. */
import { bochsDisplay } from './display/bochs-display.ts';
import { secondaryVga, vga } from './display/vga.ts';
import { pciBridge } from './bridges/pci-bridge.ts';
import { pcieRootPort } from './bridges/pcie-root-port.ts';
import type { Model } from './model.ts';
import { e1000, e1000Sisters } from './network/e1000.ts';
import { ich9Ahci } from './storage/ich9-ahci.ts';
import { nvmeSubsys, nvmeWithVirtual } from './storage/nvme-sriov.ts';
import { pvpanic } from './system/pvpanic.ts';
import { edu } from './teaching/edu.ts';
import { pciTestdev } from './teaching/pci-testdev.ts';
import { virtioNet } from './virtio/virtio-net.ts';

export const catalogue: readonly Model[] = [
  // bridges and ports
  pciBridge,
  pcieRootPort,
  // network
  e1000,
  ...e1000Sisters,
  virtioNet,
  // storage
  ich9Ahci,
  nvmeWithVirtual,
  nvmeSubsys,
  // display
  vga,
  secondaryVga,
  bochsDisplay,
  // USB
  // sound
  // virtio
  // system
  pvpanic,
  // teaching
  edu,
  pciTestdev,
];
