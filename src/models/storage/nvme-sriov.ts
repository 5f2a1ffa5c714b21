/** nvme with virtual functions, and the subsystem that its controllers share (qemu: hw/nvme/ctrl.c, subsys.c). */
import { nearest } from '../../base/nearest.ts';
import { say, type Message } from '../../base/problem.ts';
import { emptyShape } from '../../engine/shape.ts';
import type { Context, Model } from '../model.ts';
import { addAri, addSriov, dropVirtual, sriovWritten } from '../caps/sriov.ts';
import { deviceId, layout, nvme, shapeOf } from './nvme.ts';

const ariAt = 0x100;
const sriovAt = 0x120;

/** No function at all: controllers name it (`subsys=`), and those that do share their namespaces. */
export const nvmeSubsys: Model = {
  id: 'nvme-subsys',
  kind: 'storage',
  bus: 'none',
  properties: [{ name: 'nqn', kind: 'text', initial: '' }],
  shape: () => emptyShape,
};

/** What one virtual function can have of the queues or interrupts that are shared out. */
const share = (context: Context, limit: string, all: string): number =>
  context.number(limit) || Math.floor(context.number(all) / context.number('sriov_max_vfs'));

function check(context: Context): Message | undefined {
  const { number, text, before } = context;
  const least = (name: string, n: number): Message | undefined =>
    number(name) >= n
      ? undefined
      : say('problem.expected', { expected: `${name} ≥ ${String(n)}`, given: text(name) });
  const refused = nvme.check?.(context);
  if (refused) return refused;
  const subsystem = text('subsys');
  const known = before.flatMap(({ model, id }) => (model === nvmeSubsys.id && id !== undefined ? [id] : []));
  if (subsystem !== '' && !known.includes(subsystem))
    return say('problem.unknown', {
      what: 'subsystem',
      given: subsystem,
      nearest: nearest(subsystem, known),
    });
  const functions = number('sriov_max_vfs');
  if (functions === 0) return undefined;
  if (subsystem === '') return say('problem.required', { model: nvme.id, property: 'subsys' });
  if (number('cmb_size_mb') > 0)
    return say('problem.conflict', { one: 'cmb_size_mb', other: 'sriov_max_vfs' });
  if (number('sriov_max_vq_per_vf') === 1)
    return say('problem.expected', { expected: 'sriov_max_vq_per_vf ≥ 2', given: '1' });
  return (
    least('sriov_vq_flexible', Math.max(1, functions * 2)) ??
    least('sriov_vi_flexible', Math.max(1, functions)) ??
    least('max_ioqpairs', number('sriov_vq_flexible') + 2) ??
    least('msix_qsize', number('sriov_vi_flexible') + 1)
  );
}

export const nvmeWithVirtual: Model = {
  ...nvme,
  properties: [
    ...nvme.properties,
    { name: 'subsys', kind: 'text', initial: '' },
    { name: 'sriov_max_vfs', kind: 'number', range: [0, 127], initial: '0' },
    { name: 'sriov_vq_flexible', kind: 'number', range: [0, 65_535], initial: '0' },
    { name: 'sriov_vi_flexible', kind: 'number', range: [0, 65_535], initial: '0' },
    { name: 'sriov_max_vi_per_vf', kind: 'number', range: [0, 255], initial: '0' },
    { name: 'sriov_max_vq_per_vf', kind: 'number', range: [0, 255], initial: '0' },
  ],
  check,
  shape: (context) => {
    const total = context.number('sriov_max_vfs');
    if (total === 0) return shapeOf(context);
    const { bytes } = layout(
      share(context, 'sriov_max_vq_per_vf', 'sriov_vq_flexible'),
      share(context, 'sriov_max_vi_per_vf', 'sriov_vi_flexible'),
    );
    return shapeOf(context, {
      shown: context.number('msix_qsize') - context.number('sriov_vi_flexible'),
      extend: (shape) => {
        addAri(shape, ariAt, 1);
        addSriov(shape, sriovAt, { device: deviceId(context), total, bytes });
      },
      written: sriovWritten,
      reset: dropVirtual,
    });
  },
  virtual: (context) => {
    const count = context.number('sriov_max_vfs');
    const extend = (shape: Parameters<typeof addAri>[0]): void => void addAri(shape, ariAt, 1);
    return count === 0 ? undefined : { count, shape: shapeOf(context, { shown: 1, virtual: true, extend }) };
  },
};
