/** Random lines of the test protocol on both machines: every line gets one answer, and the machine stays sound. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Machine } from '../engine/machine.ts';
import { parseQemuCommandLine } from '../formats/qemu-command-line.ts';
import { catalogue } from '../models/catalogue.ts';
import { build } from '../scenario/build.ts';
import { answer } from './qtest-answers.ts';

const boards = {
  pc: '-machine pc -m 16 -nodefaults -device VGA -device e1000 -device edu -device pci-bridge,id=b,chassis_nr=1 -device nvme,bus=b,serial=1',
  q35: '-machine q35 -m 16 -nodefaults -device pcie-root-port,id=a,chassis=1 -device virtio-net-pci,bus=a -device ich9-ahci -device edu,id=x',
};

const random = fc.nat(0xffff_ffff);
const oneOf = <T>(...list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list);

/** Numbers that lead somewhere: config ports and addresses, RAM, ECAM, where BARs were put, the edges of spaces. */
const number = fc.oneof(
  { weight: 4, arbitrary: random },
  fc
    .record({ bus: fc.nat(2), device: fc.nat(31), at: fc.nat(255) })
    .map(({ bus, device, at }) => (0x8000_0000 | (bus << 16) | (device << 11) | at) >>> 0),
  oneOf(0xcf8, 0xcf9, 0xcfb, 0xcfc, 0xcfe, 0xcff, 0xb2, 0x20, 0x21, 0xa0, 0x4d0, 0xc000, 0xffff),
  oneOf(0, 1, 2, 7, 0x107, 0x1000, 0xa_0000, 0xc_0000, 0xfe00_0000, 0xb000_0001, 0xffff_fffc, 0xffff_ffff),
  random.map((n) => 0xfe00_0000 + (n & 0xffff)),
  random.map((n) => 0xb000_0000 + (n & 0x1f_ffff)),
);
const spelled = fc.oneof(
  { weight: 8, arbitrary: number.map((n) => `0x${n.toString(16)}`) },
  number.map(String),
  oneOf('0x', '-1', '08', '0xffffffffffffffff', '18446744073709551616', '1e3', 'zz', ''),
);
const small = fc.nat(64).map(String);

const verbs = ['inb', 'inw', 'inl', 'outb', 'outw', 'outl'].concat([
  'readb',
  'readw',
  'readl',
  'readq',
  'writeb',
  'writew',
  'writel',
  'writeq',
]);

/** What sets a machine up: a config write with the enable bit, which random lines alone would hardly find. */
const config = fc
  .record({ device: fc.nat(4), at: fc.nat(15).map((n) => n * 4), value: number })
  .map(({ device, at, value }) => [
    `outl 0xcf8 0x${(0x8000_0000 + device * 0x800 + at).toString(16)}`,
    `outl 0xcfc 0x${value.toString(16)}`,
  ]);

const line = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(oneOf(...verbs), spelled, spelled).map((words) => words.join(' ')) },
  fc.tuple(oneOf('read', 'b64read'), spelled, small).map((words) => words.join(' ')),
  fc
    .tuple(oneOf('write', 'b64write', 'memset'), spelled, small, oneOf('0x12ff', 'AAEC', ''))
    .map((w) => w.join(' ')),
  fc
    .tuple(oneOf('clock_step', 'clock_set'), oneOf('', '0', '1000', '1000000000'))
    .map((words) => words.join(' ')),
  fc
    .tuple(oneOf('endianness', 'irq_intercept_in', 'set_irq_in', 'inq', 'constructor'), spelled)
    .map((w) => w.join(' ')),
  fc.string({ maxLength: 12 }),
);
const lines = fc.array(fc.oneof({ weight: 3, arbitrary: line.map((one) => [one]) }, config), {
  minLength: 50,
  maxLength: 50,
  size: 'max',
});

test.for(Object.entries(boards))('10,000 random lines on a %s', ([, text]) => {
  const built = build(parseQemuCommandLine(text).scenario, catalogue);
  expect(built.problems).toEqual([]);
  const machine = new Machine(built.board);
  const start = machine.image.hash();
  let answered = 0;
  fc.assert(
    fc.property(lines, (chunks) => {
      for (const one of chunks.flat()) {
        const said = answer(machine, one);
        answered++;
        if (!/^(OK|FAIL)( .*)?$/.test(said)) throw new Error(`${one} gives ${said}`);
      }
    }),
    { numRuns: 200, endOnFailure: true },
  );
  expect(answered).toBeGreaterThanOrEqual(10_000);
  const hash = machine.image.hash();
  machine.seek(0);
  expect(machine.image.hash()).toBe(start);
  machine.seek(machine.trace.length);
  expect(machine.image.hash()).toBe(hash);
});
