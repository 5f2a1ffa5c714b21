/** pcie-pci-bridge: QEMU's bridge from PCI Express to conventional PCI, 1b36:000e (qemu: hw/pci-bridge/pcie_pci_bridge.c). */
import { addMsi } from '../caps/msi-cap.ts';
import { addExpress, PortType } from '../caps/pcie-cap.ts';
import { addAer } from '../caps/pcie-extended.ts';
import { addAriForwarding, addErrorReporting } from '../caps/pcie-port.ts';
import { addShpc, shpcBehaviour, shpcPrivates } from '../caps/shpc.ts';
import type { Model } from '../model.ts';
import { bridgeShape } from './conventional.ts';

const SHPC = 0x40;
const EXPRESS = 0x48;
const PM = 0x84;
const MSI = 0x8c;

export const pciePciBridge: Model = {
  id: 'pcie-pci-bridge',
  kind: 'bridge',
  bus: 'express',
  properties: [{ name: 'msi', kind: 'choice', choices: ['on', 'off', 'auto'], initial: 'auto' }],
  shape: (context) => {
    const { multifunction } = context;
    const shape = bridgeShape({ vendor: 0x1b36, device: 0x000e, pin: 1, express: true, multifunction });
    addShpc(shape, SHPC);
    addExpress(shape, EXPRESS, PortType.toPci);
    shape.capability(0x01, PM, 8).field(PM + 2, 2, 3);
    addAriForwarding(shape, EXPRESS, false);
    addErrorReporting(shape, EXPRESS, false);
    addAer(shape, 0x100, false, 0);
    if (context.text('msi') !== 'off') addMsi(shape, { at: MSI, vectors: 1, wide: true, maskable: true });
    return shape.behave(shpcBehaviour(SHPC), shpcPrivates).done();
  },
};
