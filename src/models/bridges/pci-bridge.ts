/** pci-bridge: QEMU's conventional PCI-to-PCI bridge, 1b36:0001 (qemu: hw/pci-bridge/pci_bridge_dev.c). */
import type { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Model } from '../model.ts';
import { addMsi, msiBytes } from '../caps/msi-cap.ts';
import { addReserve, checkReserve, reserveProperties } from '../caps/reserve.ts';
import { addShpc, shpcBehaviour, shpcCapabilityBytes, shpcPrivates } from '../caps/shpc.ts';
import { bridgeShape } from './conventional.ts';

const first = 0x40;
const slotIdBytes = 4;

interface Options {
  readonly chassis: number;
  readonly multifunction?: boolean;
  readonly hotplug?: boolean;
}

/** The bridge with its slot numbering; with `hotplug`, a controller for that comes first. */
export function conventionalBridge({ chassis, multifunction, hotplug }: Options): ShapeBuilder {
  const shape = bridgeShape({
    vendor: 0x1b36,
    device: 0x0001,
    pin: hotplug ? 1 : 0,
    multifunction: multifunction ?? false,
  });
  if (hotplug) addShpc(shape, first).behave(shpcBehaviour(first), shpcPrivates);
  const at = first + (hotplug ? shpcCapabilityBytes : 0);
  return shape
    .capability(0x04, at, slotIdBytes)
    .field(at + 2, 1, 0x20)
    .field(at + 3, 1, chassis, 0xff);
}

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
    const { multifunction } = context;
    const shape = conventionalBridge({ chassis: context.number('chassis_nr'), multifunction, hotplug });
    let at = first + slotIdBytes + (hotplug ? shpcCapabilityBytes : 0);
    if (hotplug && context.text('msi') !== 'off') {
      addMsi(shape, { at, vectors: 1, wide: true, maskable: true });
      at += msiBytes(true, true);
    }
    return addReserve(shape, at, context).done();
  },
};
