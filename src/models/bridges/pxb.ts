/** pxb and pxb-pcie: expanders, each with another root bus; 1b36:0009, 000b (qemu: hw/pci-bridge/pci_expander_bridge.c). */
import { say, type Message } from '../../base/problem.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Shape } from '../../engine/shape.ts';
import type { Context, Model, PropertySpec } from '../model.ts';
import { conventionalBridge } from './pci-bridge.ts';

const properties: readonly PropertySpec[] = [
  // QEMU takes 0 for some, which is bus 0's number: nothing would ever be found there
  { name: 'bus_nr', kind: 'number', range: [1, 255], required: true, initial: '0' },
  { name: 'numa_node', kind: 'number', range: [0, 0xffff], initial: '128' },
  { name: 'bypass_iommu', kind: 'flag', initial: 'off' },
];

const ids = new Set(['pxb', 'pxb-pcie']);

function check(context: Context, id: string): Message | undefined {
  if (!context.root) return say('problem.root-only', { model: id });
  const number = context.number('bus_nr');
  const twin = context.before.some((p) => ids.has(p.model) && p.context.number('bus_nr') === number);
  return twin ? say('problem.bus-number-taken', { number }) : undefined;
}

/** What software sees of it on bus 0: a host bridge without registers of its own. */
const shape = (context: Context, device: number, express: boolean): Shape =>
  new ShapeBuilder({
    vendor: 0x1b36,
    device,
    classCode: 0x060000,
    multifunction: context.multifunction,
    root: { express, number: context.number('bus_nr') },
  })
    .field(0x06, 2, 0xa0, 0, 0xf900)
    .done();

export const pxb: Model = {
  id: 'pxb',
  kind: 'host',
  bus: 'conventional',
  properties,
  check: (context) =>
    context.express ? say('problem.conventional-only', { model: 'pxb' }) : check(context, 'pxb'),
  shape: (context) => shape(context, 0x0009, false),
  // devices hang on the bus of the bridge, and call it by the expander's id
  behind: (context) => ({
    model: 'pci-bridge',
    kind: 'bridge',
    devfn: 0,
    shape: conventionalBridge({ chassis: context.number('bus_nr') }).done(),
  }),
};

export const pxbPcie: Model = {
  id: 'pxb-pcie',
  kind: 'host',
  bus: 'express',
  properties,
  check: (context) => check(context, 'pxb-pcie'),
  shape: (context) => shape(context, 0x000b, true),
};
