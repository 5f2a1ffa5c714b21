/** ioh3420: a root port of Intel's X58, 8086:3420; MSI with two vectors (qemu: hw/pci-bridge/ioh3420.c). */
import type { Device } from '../../engine/device.ts';
import { addMsi, msiWritten } from '../caps/msi-cap.ts';
import { PortType } from '../caps/pcie-cap.ts';
import type { Model } from '../model.ts';
import {
  addPort,
  addSubsystem,
  checkSlot,
  closeWindows,
  portShape,
  slotBehaviour,
  slotProperties,
} from './express-port.ts';

const MSI = 0x60;
const ROOT_ERROR_STATUS = 0x130;

/** Advanced Error Interrupt Message Number: the second vector, when there are two. */
function numberErrors(device: Device): void {
  const vectors = (device.word(MSI >> 2) >>> 20) & 7;
  const status = device.word(ROOT_ERROR_STATUS >> 2) & 0x07ff_ffff;
  device.setWord(ROOT_ERROR_STATUS >> 2, status | (vectors === 1 ? 1 << 27 : 0));
}

export const ioh3420: Model = {
  id: 'ioh3420',
  kind: 'port',
  bus: 'express',
  // access control is taken, though there is none
  properties: [...slotProperties, { name: 'disable-acs', kind: 'flag', initial: 'off' }],
  check: checkSlot,
  shape: (context) => {
    const shape = portShape(context, { vendor: 0x8086, device: 0x3420, revision: 2, pin: 1 }, true);
    closeWindows(shape);
    addSubsystem(shape, 0x40, 0x8086);
    addMsi(shape, { at: MSI, vectors: 2, wide: false, maskable: true });
    addPort(shape, 0x90, PortType.rootPort, context);
    // QEMU looks at the number of vectors after every write, wherever
    for (let at = 4; at < 0x1000; at += 4) shape.watch(at);
    const behaviour = slotBehaviour((device, word) => {
      msiWritten(device, word);
      numberErrors(device);
    });
    return shape.behave(behaviour, [0]).done();
  },
};
