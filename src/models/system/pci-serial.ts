/** pci-serial, pci-serial-2x and -4x: one, two or four 16550A UARTs behind one pin (qemu: docs/specs/pci-serial.txt, hw/char/serial-pci*.c). */
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Model, PropertySpec } from '../model.ts';
import { uartBytes, uartDeadline, uartExpire, uartOps, uartSurvivors, uartWords } from './uart.ts';

const card = (id: string, device: number, count: number, own: readonly PropertySpec[]): Model => ({
  id,
  kind: 'serial',
  bus: 'either',
  properties: [{ name: 'prog_if', kind: 'number', range: [0, 255], initial: '2' }, ...own],
  shape: ({ multifunction, number }) => {
    const baudBase = number('baudbase') || 115_200;
    return new ShapeBuilder({
      vendor: 0x1b36,
      device,
      revision: 1,
      classCode: 0x070000 | number('prog_if'),
      pin: 1,
      multifunction,
    })
      .bar(0, 'io', count * uartBytes, {
        stretches: Array.from({ length: count }, (_, i) => ({
          from: i * uartBytes,
          bytes: uartBytes,
          ops: uartOps(i, count, baudBase),
        })),
      })
      .behave(
        { deadline: (d) => uartDeadline(d, count), expire: (d) => uartExpire(d, count) },
        uartWords(count),
        'machine',
      )
      .surviving(uartSurvivors(count))
      .done();
  },
});

const backends = (count: number): PropertySpec[] =>
  Array.from({ length: count }, (_, i) => ({
    name: `chardev${String(i + 1)}`,
    kind: 'text',
    initial: '',
  }));

export const serialCards: readonly Model[] = [
  card('pci-serial', 0x0002, 1, [
    { name: 'baudbase', kind: 'number', initial: '115200' },
    { name: 'wakeup', kind: 'flag', initial: 'off' },
  ]),
  card('pci-serial-2x', 0x0003, 2, backends(2)),
  card('pci-serial-4x', 0x0004, 4, backends(4)),
];
