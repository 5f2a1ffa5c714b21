/** bochs-display: a framebuffer and the display interface, without the VGA of old (qemu: hw/display/bochs-display.c). */
import { parseSize } from '../../base/hex.ts';
import { say } from '../../base/problem.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops } from '../../engine/shape.ts';
import type { Model } from '../model.ts';
import { edid } from './edid.ts';
import { addExpress, PortType } from '../caps/pcie-cap.ts';
import { hasRom, romContents } from '../caps/rom.ts';
import { extended, nothing } from './vga.ts';

const registers = 10;
const idRegister = 0;
const memoryRegister = 10;
const least = 4 * 0x10_0000;
const most = 256 * 0x10_0000;

/** Plain words: nothing is checked, nothing is computed. */
const display = (memory: number, byteOrder: number): readonly [dispi: Ops, order: Ops] => [
  {
    name: 'display interface',
    valid: { min: 1, max: 4 },
    impl: { min: 2, max: 2 },
    read: (device, offset) => {
      const index = offset >> 1;
      if (index === idRegister) return 0xb0c5;
      if (index === memoryRegister) return memory / 0x1_0000;
      return index < registers ? device.get(index) : -1;
    },
    write: (device, offset, value) => {
      if (offset >> 1 < registers) device.set(offset >> 1, value & 0xffff);
    },
  },
  extended(byteOrder),
];

export const bochsDisplay: Model = {
  id: 'bochs-display',
  kind: 'display',
  bus: 'either',
  properties: [{ name: 'vgamem', kind: 'size', initial: '16M' }],
  check: ({ text }) => {
    const bytes = parseSize(text('vgamem')) ?? 0;
    return bytes >= least && bytes <= most
      ? undefined
      : say('problem.expected', { expected: 'vgamem=4M–256M', given: text('vgamem') });
  },
  shape: (context) => {
    const { multifunction, express, root, text } = context;
    const memory = 2 ** Math.ceil(Math.log2(parseSize(text('vgamem')) ?? least));
    const [dispi, order] = display(memory, registers);
    const shape = new ShapeBuilder({
      vendor: 0x1234,
      device: 0x1111,
      revision: 2,
      classCode: 0x038000,
      multifunction,
      express,
    })
      .bar(0, 'mem32', memory, { prefetchable: true, stretches: [{ from: 0, bytes: memory }] })
      .bar(2, 'mem32', 0x1000, {
        stretches: [
          { from: 0, bytes: 0x1000, ops: nothing },
          { from: 0, bytes: 256, ops: edid },
          { from: 0x500, bytes: 22, ops: dispi },
          { from: 0x600, bytes: 8, ops: order },
        ],
      })
      .behave(
        {},
        Array.from({ length: registers + 1 }, () => 0),
        'never',
      );
    if (express) addExpress(shape, 0x80, root ? PortType.integrated : PortType.endpoint);
    const rom = romContents(0x1234, 0x1111, 0x038000, 0x8000);
    return (hasRom(context) ? shape.bar(6, 'rom', 0x8000, { contents: rom }) : shape).done();
  },
};
