/** pcie-root-port: QEMU's own PCI Express root port, 1b36:000c (qemu: hw/pci-bridge/gen_pcie_root_port.c, pcie_root_port.c). */
import { parseSize } from '../../base/hex.ts';
import type { Context, Model } from '../model.ts';
import { addMsix, exclusiveBar, msixWords, msixWritten } from '../caps/msix.ts';
import { PortType } from '../caps/pcie-cap.ts';
import { addAcs, aerBytes } from '../caps/pcie-extended.ts';
import { addReserve, checkReserve, reserveProperties } from '../caps/reserve.ts';
import {
  addPort,
  addSubsystem,
  checkSlot,
  closeWindows,
  portShape,
  slotBehaviour,
  slotProperties,
} from './express-port.ts';

const vectors = 1;
const bar = exclusiveBar(vectors);
const speeds = ['2_5', '5', '8', '16'];

/** Without native hot plug, room for I/O is asked for unless it is said how much. */
const reserved = (context: Context): Context => {
  const asks = context.flag('hotplug') && !context.flag('x-native-hotplug');
  if (!asks || context.text('io-reserve') !== '') return context;
  return { ...context, text: (name) => (name === 'io-reserve' ? '4K' : context.text(name)) };
};

export const pcieRootPort: Model = {
  id: 'pcie-root-port',
  kind: 'port',
  bus: 'express',
  properties: [
    ...slotProperties,
    ...reserveProperties,
    { name: 'disable-acs', kind: 'flag', initial: 'off' },
    { name: 'x-speed', kind: 'choice', choices: speeds, initial: '16' },
    { name: 'x-width', kind: 'choice', choices: ['1', '2', '4', '8', '12', '16', '32'], initial: '32' },
  ],
  check: (context) => checkSlot(context) ?? checkReserve(context),
  shape: (context) => {
    const shape = portShape(context, { vendor: 0x1b36, device: 0x000c, pin: 1 }, true);
    closeWindows(shape);
    if (parseSize(context.text('io-reserve')) === 0) shape.field(0x04, 2, 0, 0x0506).field(0x1c, 2, 0x00f0);
    addSubsystem(shape, 0x40, 0x1b36);
    const stretches = addMsix(shape, { at: 0x48, vectors, bar: 0, table: 0, pending: bar.pending, own: 1 });
    shape.bar(0, 'mem32', bar.bytes, { stretches });
    addPort(shape, 0x54, PortType.rootPort, context, {
      speed: Math.max(0, speeds.indexOf(context.text('x-speed'))) + 1,
      width: Number(context.text('x-width')),
    });
    addReserve(shape, 0x90, reserved(context));
    if (!context.flag('disable-acs')) addAcs(shape, 0x100 + aerBytes);
    return shape.behave(slotBehaviour(msixWritten), [0, ...msixWords(vectors)]).done();
  },
};
