/** x3130-upstream and xio3130-downstream: the ports of a Texas Instruments switch, 104c:8232, 8233 (qemu: hw/pci-bridge/xio3130_*.c). */
import type { ShapeBuilder } from '../../engine/shape-builder.ts';
import { addMsi, msiWritten } from '../caps/msi-cap.ts';
import { flrWritten, PortType } from '../caps/pcie-cap.ts';
import type { Context, Model } from '../model.ts';
import {
  addPort,
  addSubsystem,
  checkSlot,
  portProperties,
  portShape,
  slotBehaviour,
  slotProperties,
} from './express-port.ts';

function switchPort(context: Context, device: number, revision: number, type: number): ShapeBuilder {
  const shape = portShape(context, { vendor: 0x104c, device, revision }, type === PortType.downstream);
  addMsi(shape, { at: 0x70, vectors: 1, wide: true, maskable: false });
  addSubsystem(shape, 0x80, 0);
  // QEMU leaves speed and width of a downstream port at zero
  const link = type === PortType.downstream ? { speed: 0, width: 0 } : {};
  return addPort(shape, 0x90, type, context, link);
}

export const x3130Upstream: Model = {
  id: 'x3130-upstream',
  kind: 'port',
  bus: 'express',
  properties: portProperties,
  shape: (context) =>
    switchPort(context, 0x8232, 2, PortType.upstream)
      .behave({
        configWritten: (device, word) => {
          msiWritten(device, word);
          flrWritten(device, word);
        },
      })
      .done(),
};

export const xio3130Downstream: Model = {
  id: 'xio3130-downstream',
  kind: 'port',
  bus: 'express',
  properties: slotProperties,
  check: checkSlot,
  shape: (context) =>
    switchPort(context, 0x8233, 1, PortType.downstream).behave(slotBehaviour(msiWritten), [0]).done(),
};
