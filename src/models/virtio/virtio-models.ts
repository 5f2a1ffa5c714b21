/** From a virtio device to the models that QEMU makes of it. */
import type { Message } from '../../base/problem.ts';
import type { Context, Kind, Model, PropertySpec } from '../model.ts';
import type { VirtioDevice } from './virtio-device.ts';
import { virtioShape, type Besides } from './virtio-pci.ts';
import { vectorsProperty, virtioCheck, virtioProperties, type Mode } from './virtio-properties.ts';

export interface VirtioFamily {
  /** `virtio-…-pci`. */
  readonly id: string;
  readonly kind: Kind;
  readonly properties?: readonly PropertySpec[];
  /** It has an older interface: three models, one with a choice and two without. */
  readonly transitional: boolean;
  /** No MSI-X, not even if asked for. */
  readonly plain?: true;
  device(context: Context): VirtioDevice;
  check?(context: Context): Message | undefined;
  besides?(context: Context): Besides;
}

export function virtioModels(family: VirtioFamily): readonly [Model, ...Model[]] {
  const { id, kind, properties = [], transitional, plain } = family;
  const model = (suffix: string, mode: Mode): Model => ({
    id: id + suffix,
    kind,
    bus: 'either',
    properties: [...virtioProperties(mode), ...(plain ? [] : [vectorsProperty]), ...properties],
    check: (context) => virtioCheck(id + suffix, mode, context, transitional) ?? family.check?.(context),
    shape: (context) => virtioShape(context, family.device(context), mode, family.besides?.(context)),
  });
  return transitional
    ? [
        model('', 'any'),
        model('-transitional', 'transitional'),
        model('-non-transitional', 'non-transitional'),
      ]
    : [model('', 'any')];
}
