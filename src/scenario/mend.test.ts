/** Whatever a board says of a part has a way out that the board then takes. */
import { expect, test } from 'vitest';
import { catalogue } from '../models/catalogue.ts';
import { build } from './build.ts';
import { mendOf } from './mend.ts';
import type { PartSpec, Scenario } from './scenario.ts';
import './rare.ts';

const board = (machine: 'pc' | 'q35', parts: readonly PartSpec[]): Scenario => ({
  title: '',
  machine,
  ram: 16,
  authentic: 'qemu',
  parts,
});
const port = (id: string, slot: string): PartSpec => ({
  model: 'pcie-root-port',
  id,
  properties: { chassis: '1', slot },
});

/** A machine, what is said of it, and the change. */
const cases: readonly [id: string, scenario: Scenario, mend: string, slots?: object][] = [
  ['problem.unknown', board('pc', [{ model: 'e100' }]), 'mend.model'],
  ['problem.unknown', board('pc', [{ model: 'nothing-like-it' }]), 'mend.leave-out'],
  ['problem.unknown', board('pc', [{ model: 'edu', bus: 'gone' }]), 'mend.bus', { bus: 'pci.0' }],
  ['problem.unknown', board('pc', [{ model: 'edu', properties: { color: 'red' } }]), 'mend.drop'],
  ['problem.expected', board('pc', [{ model: 'edu', addr: 'x' }]), 'mend.slot'],
  [
    'problem.id-taken',
    board('pc', [
      { model: 'edu', id: 'a' },
      { model: 'edu', id: 'a' },
    ]),
    'mend.id',
  ],
  [
    'problem.slot-taken',
    board('pc', [
      { model: 'edu', addr: '3' },
      { model: 'edu', addr: '3' },
    ]),
    'mend.slot',
  ],
  [
    'problem.single-function',
    board('pc', [
      { model: 'edu', addr: '3' },
      { model: 'edu', addr: '3.1' },
    ]),
    'mend.property',
    { property: 'multifunction', value: 'on' },
  ],
  ['problem.one-slot', board('q35', [port('a', '1'), { model: 'edu', bus: 'a', addr: '3' }]), 'mend.slot'],
  [
    'problem.bus-full',
    board('q35', [port('a', '1'), { model: 'edu', bus: 'a' }, { model: 'edu', bus: 'a' }]),
    'mend.bus',
    { bus: 'pcie.0' },
  ],
  ['problem.same-chassis-slot', board('q35', [port('a', '1'), port('b', '1')]), 'mend.property'],
  [
    'problem.required',
    board('q35', [{ model: 'nvme' }]),
    'mend.property',
    { property: 'serial', value: '1' },
  ],
  ['problem.express-only', board('pc', [{ model: 'pcie-root-port' }]), 'mend.leave-out'],
  [
    'problem.conventional-only',
    board('q35', [{ model: 'pxb', properties: { bus_nr: '128' } }]),
    'mend.model',
    { model: 'pxb-pcie' },
  ],
  [
    'problem.power-of-two',
    board('q35', [{ model: 'nvme', properties: { serial: '1', cmb_size_mb: '3' } }]),
    'mend.property',
    { property: 'cmb_size_mb', value: '4' },
  ],
];

test.each(cases)('%s %#', (id, scenario, mend, slots) => {
  const { problems } = build(scenario, catalogue);
  const [problem] = problems;
  expect(problem?.message.id).toBe(id);
  const made = problem && mendOf(scenario, catalogue, problem);
  expect(made?.say.id).toBe(mend);
  if (slots) expect(made?.say.with).toEqual(slots);
  expect(build(made?.scenario ?? scenario, catalogue).problems.length).toBeLessThan(problems.length);
});

test('an edit of a part that is gone is taken back, and the others stay', () => {
  const overrides = [
    { part: 'gone', offset: 4, mask: 1 },
    { part: 'edu@3.0', offset: 4, mask: 1 },
  ];
  const scenario = { ...board('pc', [{ model: 'edu', addr: '3' }]), overrides };
  const [problem] = build(scenario, catalogue).problems;
  expect(problem?.message.id).toBe('problem.override-gone');
  expect(problem && mendOf(scenario, catalogue, problem)?.scenario.overrides).toEqual([overrides[1]]);
});
