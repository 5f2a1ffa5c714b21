/** The properties that every virtio function has, and what they make of it. */
import { say, type Message } from '../../base/problem.ts';
import type { Context, Model, PropertySpec } from '../model.ts';
import type { VirtioDevice } from './virtio-device.ts';

/** A model of its own may say which interfaces it has. */
export type Mode = 'any' | 'transitional' | 'non-transitional';

const flagProperty = (name: string, initial: 'on' | 'off'): PropertySpec => ({ name, kind: 'flag', initial });

const modes: readonly PropertySpec[] = [
  { name: 'disable-legacy', kind: 'choice', choices: ['on', 'off', 'auto'], initial: 'auto' },
  flagProperty('disable-modern', 'off'),
];

/** Features of the transport: property, bit (from 32 on in the high word). */
const transport: readonly (readonly [name: string, bit: number, initial: 'on' | 'off'])[] = [
  ['notify_on_empty', 24, 'on'],
  ['any_layout', 27, 'on'],
  ['indirect_desc', 28, 'on'],
  ['event_idx', 29, 'on'],
  ['iommu_platform', 33, 'off'],
  ['packed', 34, 'off'],
  ['queue_reset', 40, 'on'],
];
const badFeature = 0x4000_0000;
const version1 = 1;

const common: readonly PropertySpec[] = [
  ...transport.map(([name, , initial]) => flagProperty(name, initial)),
  flagProperty('page-per-vq', 'off'),
  flagProperty('modern-pio-notify', 'off'),
  flagProperty('ats', 'off'),
  flagProperty('aer', 'off'),
  flagProperty('x-disable-pcie', 'off'),
  flagProperty('x-ats-page-aligned', 'on'),
  flagProperty('x-pcie-deverr-init', 'on'),
  flagProperty('x-pcie-lnkctl-init', 'on'),
  flagProperty('x-pcie-pm-init', 'on'),
  flagProperty('x-pcie-flr-init', 'on'),
];

export const vectorsProperty: PropertySpec = {
  name: 'vectors',
  kind: 'number',
  range: [0, 0xffff_ffff],
  initial: '',
};

/** Of a model in this mode. */
export const virtioProperties = (mode: Mode): readonly PropertySpec[] =>
  mode === 'any' ? [...modes, ...common] : common;

/** Behind a port legacy registers are off unless asked for. */
export function hasLegacy({ express, root, text }: Context, mode: Mode): boolean {
  if (mode !== 'any') return mode === 'transitional';
  return text('disable-legacy') === 'auto' ? !express || root : text('disable-legacy') === 'off';
}

/** Why QEMU refuses: no interface is left, or one that the features do not allow. */
export function virtioCheck(
  model: Model['id'],
  mode: Mode,
  context: Context,
  legacy: boolean,
): Message | undefined {
  if (mode === 'any' && context.flag('disable-modern') && !hasLegacy(context, mode))
    return say('problem.no-mode', { model });
  return legacy && hasLegacy(context, mode) && context.flag('iommu_platform')
    ? say('problem.conflict', { one: 'iommu_platform=on', other: 'disable-legacy=off' })
    : undefined;
}

/** The MSI-X capability has room for no more; QEMU warns and goes without. */
const mostVectors = 2048;
const unspecified = 0xffff_ffff;

export function vectorsOf({ text, number }: Context, device: VirtioDevice): number {
  const wanted = text('vectors') === '' ? unspecified : number('vectors');
  const vectors = wanted === unspecified ? device.vectors : wanted;
  return vectors > mostVectors ? 0 : vectors;
}

/** All that the function offers, to whomever. */
export function offeredFeatures(
  { flag }: Context,
  device: VirtioDevice,
  modern: boolean,
): readonly [number, number] {
  const bits = [device.features | badFeature, modern ? version1 : 0] as [number, number];
  for (const [name, bit] of transport) {
    if (flag(name)) bits[bit >> 5 === 0 ? 0 : 1] |= 1 << (bit & 31);
  }
  return [bits[0] & ~(device.withheld ?? 0), bits[1]];
}

/** Feature properties of a device: name → bit of the low word; all on unless listed in `off`. */
export interface FeatureTable {
  readonly on: Readonly<Record<string, number>>;
  readonly off?: Readonly<Record<string, number>>;
}

export const featureProperties = ({ on, off = {} }: FeatureTable): readonly PropertySpec[] => [
  ...Object.keys(on).map((name) => flagProperty(name, 'on')),
  ...Object.keys(off).map((name) => flagProperty(name, 'off')),
];

export const featuresOf = ({ flag }: Context, { on, off = {} }: FeatureTable): number =>
  Object.entries({ ...on, ...off }).reduce((bits, [name, bit]) => (flag(name) ? bits | (1 << bit) : bits), 0);
