/** What PCI Express ports share: header, properties, slot (qemu: hw/pci/pcie_port.c, hw/pci-bridge/pcie_root_port.c, xio3130_*.c). */
import { say, type Message } from '../../base/problem.ts';
import { ShapeBuilder, type Identity } from '../../engine/shape-builder.ts';
import type { Behaviour } from '../../engine/shape.ts';
import { addExpress, addFlr, flrWritten, PortType, type LinkOptions } from '../caps/pcie-cap.ts';
import { addAer } from '../caps/pcie-extended.ts';
import {
  addAriForwarding,
  addErrorReporting,
  addRootControl,
  addSlot,
  linkRead,
  slotOccupied,
  slotReset,
  slotWritten,
} from '../caps/pcie-port.ts';
import type { Context, PropertySpec } from '../model.ts';

export const portProperties: readonly PropertySpec[] = [
  { name: 'port', kind: 'number', range: [0, 255], initial: '0' },
  { name: 'aer_log_max', kind: 'number', range: [0, 128], initial: '8' },
];

/** Properties of every port with a slot. */
export const slotProperties: readonly PropertySpec[] = [
  ...portProperties,
  { name: 'chassis', kind: 'number', range: [0, 255], initial: '0' },
  { name: 'slot', kind: 'number', range: [0, 0xffff], initial: '0' },
  { name: 'hotplug', kind: 'flag', initial: 'on' },
  { name: 'x-native-hotplug', kind: 'flag', initial: 'on' },
  { name: 'power_controller_present', kind: 'flag', initial: 'on' },
];

/** Two slots of one name. QEMU looks for the low byte of the number only. */
export function checkSlot(context: Context): Message | undefined {
  const [chassis, slot] = [context.number('chassis'), context.number('slot')];
  const twin = context.before.some(
    (port) =>
      port.kind === 'port' &&
      port.context.number('chassis') === chassis &&
      port.context.number('slot') === (slot & 0xff),
  );
  return twin ? say('problem.same-chassis-slot', { chassis, slot }) : undefined;
}

type PortIdentity = Pick<Identity, 'vendor' | 'device' | 'revision' | 'pin'>;

/** A port's header: PCI Express has no use for some bits of Bridge Control. `lone`: only device 0 lives below. */
export const portShape = (context: Context, identity: PortIdentity, lone: boolean): ShapeBuilder =>
  new ShapeBuilder({
    ...identity,
    classCode: 0x060400,
    header: 1,
    multifunction: context.multifunction,
    express: true,
    below: { express: true, oneDevice: lone },
  }).field(0x3e, 2, 0, 0x005f);

/** A root port's windows are closed at reset. */
export const closeWindows = (shape: ShapeBuilder): ShapeBuilder =>
  shape
    .field(0x1c, 2, 0x00f0, 0xf0f0)
    .field(0x20, 4, 0x0000_fff0, 0xfff0_fff0)
    .field(0x24, 4, 0x0001_fff1, 0xfff0_fff0);

/** Subsystem of a bridge, 8 bytes: it has no room for it in its header. */
export const addSubsystem = (shape: ShapeBuilder, at: number, vendor: number): ShapeBuilder =>
  shape.capability(0x0d, at, 8).field(at + 4, 4, vendor);

/** The PCI Express capability of a port, and Advanced Error Reporting at 0x100. */
export function addPort(
  shape: ShapeBuilder,
  at: number,
  type: number,
  context: Context,
  link: LinkOptions = {},
): ShapeBuilder {
  const isRoot = type === PortType.rootPort;
  addExpress(shape, at, type, { ...link, port: context.number('port') });
  addErrorReporting(shape, at);
  if (isRoot) addRootControl(shape, at);
  else addFlr(shape, at);
  if (type !== PortType.upstream) {
    addAriForwarding(shape, at);
    addSlot(shape, at, {
      slot: context.number('slot'),
      hotplug: context.flag('hotplug') && context.flag('x-native-hotplug'),
      powerController: context.flag('power_controller_present'),
    });
  }
  return addAer(shape, 0x100, isRoot, context.number('aer_log_max'));
}

/** How a port with a slot behaves; its first private word is the slot's. `interrupts`: what its MSI or MSI-X does. */
export const slotBehaviour = (interrupts: NonNullable<Behaviour['configWritten']>): Behaviour => ({
  reset: slotReset,
  occupied: slotOccupied,
  configRead: linkRead,
  configWritten: (device, word, old, lanes, value) => {
    flrWritten(device, word);
    slotWritten(device, word, old, lanes, value);
    interrupts(device, word, old, lanes, value);
  },
});
