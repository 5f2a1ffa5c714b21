/** pcie-root-port: QEMU's own PCI Express root port, 1b36:000c (qemu: hw/pci-bridge/gen_pcie_root_port.c, pcie_root_port.c). */
import { parseSize } from '../../base/hex.ts';
import { say } from '../../base/problem.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Model, PropertySpec } from '../model.ts';
import { addMsix, exclusiveBar, msixWords, msixWritten } from '../caps/msix.ts';
import {
  addAcs,
  addAer,
  addAriForwarding,
  addErrorReporting,
  addExpress,
  addRootControl,
  addSlot,
  aerBytes,
  linkRead,
  PortType,
  slotOccupied,
  slotReset,
  slotWritten,
} from '../caps/pcie-cap.ts';
import { addReserve, checkReserve, reserveProperties } from '../caps/reserve.ts';

const vectors = 1;
const bar = exclusiveBar(vectors);

/** Properties of every port with a slot. */
export const slotProperties: readonly PropertySpec[] = [
  { name: 'port', kind: 'number', range: [0, 255], initial: '0' },
  { name: 'chassis', kind: 'number', range: [0, 255], initial: '0' },
  { name: 'slot', kind: 'number', range: [0, 0xffff], initial: '0' },
  { name: 'hotplug', kind: 'flag', initial: 'on' },
  { name: 'power_controller_present', kind: 'flag', initial: 'on' },
  { name: 'disable-acs', kind: 'flag', initial: 'off' },
  { name: 'aer_log_max', kind: 'number', range: [0, 128], initial: '8' },
];

const speeds = ['2_5', '5', '8', '16'];

export const pcieRootPort: Model = {
  id: 'pcie-root-port',
  kind: 'port',
  bus: 'express',
  properties: [
    ...slotProperties,
    ...reserveProperties,
    { name: 'x-speed', kind: 'choice', choices: speeds, initial: '16' },
    { name: 'x-width', kind: 'choice', choices: ['1', '2', '4', '8', '12', '16', '32'], initial: '32' },
  ],
  check: (context) => {
    const [chassis, slot] = [context.number('chassis'), context.number('slot')];
    const twin = context.before.some(
      (port) =>
        port.kind === 'port' &&
        port.context.number('chassis') === chassis &&
        port.context.number('slot') === slot,
    );
    return twin ? say('problem.same-chassis-slot', { chassis, slot }) : checkReserve(context);
  },
  shape: (context) => {
    const shape = new ShapeBuilder({
      vendor: 0x1b36,
      device: 0x000c,
      classCode: 0x060400,
      header: 1,
      pin: 1,
      multifunction: context.multifunction,
      express: true,
      below: { express: true, oneDevice: true },
    });
    const ioWindow = parseSize(context.text('io-reserve')) !== 0;
    if (!ioWindow) shape.field(0x04, 2, 0, 0x0506);
    // windows are closed at reset
    shape
      .field(0x1c, 2, 0x00f0, ioWindow ? 0xf0f0 : 0)
      .field(0x20, 4, 0x0000_fff0, 0xfff0_fff0)
      .field(0x24, 4, 0x0001_fff1, 0xfff0_fff0)
      .field(0x3e, 2, 0, 0x005f)
      .capability(0x0d, 0x40, 8)
      .field(0x44, 4, 0x1b36);
    const stretches = addMsix(shape, { at: 0x48, vectors, bar: 0, table: 0, pending: bar.pending, own: 1 });
    shape.bar(0, 'mem32', bar.bytes, { stretches });
    const express = 0x54;
    addExpress(shape, express, PortType.rootPort, {
      port: context.number('port'),
      speed: Math.max(0, speeds.indexOf(context.text('x-speed'))) + 1,
      width: Number(context.text('x-width')),
    });
    addAriForwarding(shape, express);
    addErrorReporting(shape, express);
    addSlot(shape, express, {
      slot: context.number('slot'),
      hotplug: context.flag('hotplug'),
      powerController: context.flag('power_controller_present'),
    });
    addRootControl(shape, express);
    addReserve(shape, 0x90, context);
    addAer(shape, 0x100, true, context.number('aer_log_max'));
    if (!context.flag('disable-acs')) addAcs(shape, 0x100 + aerBytes);
    return shape
      .behave(
        {
          reset: slotReset,
          occupied: slotOccupied,
          configRead: linkRead,
          configWritten: (device, word, old, lanes, value) => {
            slotWritten(device, word, old, lanes, value);
            msixWritten(device, word, old, lanes);
          },
        },
        [0, ...msixWords(vectors)],
      )
      .done();
  },
};
