/** pci-bridge: QEMU's conventional PCI-to-PCI bridge, 1b36:0001 (qemu: hw/pci-bridge/pci_bridge_dev.c). */
import type { Model } from '../model.ts';
import { addMsi, msiBytes } from '../caps/msi-cap.ts';
import { addReserve, checkReserve, reserveProperties } from '../caps/reserve.ts';
import { addShpc, shpcBehaviour, shpcCapabilityBytes, shpcPrivates } from '../caps/shpc.ts';
import { bridgeShape } from './conventional.ts';

const first = 0x40;
const slotIdBytes = 4;

export const pciBridge: Model = {
  id: 'pci-bridge',
  kind: 'bridge',
  bus: 'either',
  properties: [
    { name: 'chassis_nr', kind: 'number', range: [1, 255], required: true, initial: '0' },
    { name: 'msi', kind: 'choice', choices: ['on', 'off', 'auto'], initial: 'auto' },
    { name: 'shpc', kind: 'flag', initial: 'on' },
    ...reserveProperties,
  ],
  check: checkReserve,
  shape: (context) => {
    const hotplug = context.flag('shpc');
    const shape = bridgeShape(context, { vendor: 0x1b36, device: 0x0001, pin: hotplug ? 1 : 0 });
    let at = first;
    if (hotplug) {
      addShpc(shape, at);
      at += shpcCapabilityBytes;
    }
    shape
      .capability(0x04, at, slotIdBytes)
      .field(at + 2, 1, 0x20)
      .field(at + 3, 1, context.number('chassis_nr'), 0xff);
    at += slotIdBytes;
    if (hotplug && context.text('msi') !== 'off') {
      addMsi(shape, { at, vectors: 1, wide: true, maskable: true });
      at += msiBytes(true, true);
    }
    addReserve(shape, at, context);
    return hotplug ? shape.behave(shpcBehaviour(first), shpcPrivates).done() : shape.done();
  },
};
