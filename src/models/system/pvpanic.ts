/** pvpanic-pci: tells the host that the guest has panicked (docs/specs/pvpanic.txt, hw/misc/pvpanic-pci.c). Two bytes of BAR. */
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Model } from '../model.ts';

/** Events that can be told: panicked, and a crash kernel was loaded. */
const panicked = 1;
const crashLoaded = 2;

export const pvpanic: Model = {
  id: 'pvpanic-pci',
  kind: 'teaching',
  bus: 'either',
  properties: [{ name: 'events', kind: 'number', initial: String(panicked | crashLoaded) }],
  shape: ({ multifunction, number }) => {
    const events = number('events');
    return new ShapeBuilder({
      vendor: 0x1b36,
      device: 0x0011,
      revision: 1,
      classCode: 0x088000,
      multifunction,
    })
      .bar(0, 'mem32', 2, {
        stretches: [
          {
            from: 0,
            bytes: 2,
            // there is no host to stop: what is told is in the trace
            ops: { name: 'pvpanic', impl: { min: 1, max: 1 }, read: () => events, write: () => {} },
          },
        ],
      })
      .done();
  },
};
