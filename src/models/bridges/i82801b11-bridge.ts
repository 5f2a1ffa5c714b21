/** i82801b11-bridge: ICH's bridge from DMI to conventional PCI, 8086:244e (qemu: hw/pci-bridge/i82801b11.c). It says subtractive, and is not. */
import type { Model } from '../model.ts';
import { bridgeShape } from './conventional.ts';
import { addSubsystem } from './express-port.ts';

export const i82801b11Bridge: Model = {
  id: 'i82801b11-bridge',
  kind: 'bridge',
  bus: 'either',
  properties: [],
  shape: ({ multifunction }) =>
    addSubsystem(
      bridgeShape({ vendor: 0x8086, device: 0x244e, revision: 0x92, interface: 1, multifunction }),
      0x50,
      0,
    ).done(),
};
