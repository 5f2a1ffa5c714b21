/** PIIX3: the PC's south bridge. 00:01.0 routes PIRQs and resets, 01.1 is IDE (storage/piix-ide.ts). */
import type { Machine } from '../../engine/machine.ts';
import type { FixedRange } from '../../engine/platform.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops, Shape } from '../../engine/shape.ts';
import { Global } from '../../engine/words.ts';
import { i8259, i8259Words } from './i8259.ts';

/** PIRQA# to PIRQD#: one route byte each. */
const PIRQRC = 0x60;

/** Words in the platform: the reset control register, what drives each PIRQ (a count), the interrupt controllers. */
const Own = { rcr: 0, pirq: 1, pic: 5 } as const;
export const piix3Privates: readonly number[] = Array.from({ length: Own.pic + i8259Words }, () => 0);

/** The ISA bridge is the second part on the board. */
const isa = 1;

export const pic = i8259(Own.pic);

const drivers = (m: Machine, pirq: number): number => m.image.get(Global.platform + Own.pirq + pirq);

/** Interrupt that a PIRQ is routed to; 16 and above mean none. */
const route = (m: Machine, pirq: number): number => (m.word(isa, PIRQRC >> 2) >>> (pirq * 8)) & 0xff;

const pirqs = [0, 1, 2, 3];

/** An interrupt is raised while any PIRQ routed to it is driven. */
const settle = (m: Machine, irq: number, among: readonly number[] = pirqs): void =>
  pic.line(
    m,
    irq,
    among.some((pirq) => route(m, pirq) === irq && drivers(m, pirq) > 0),
  );

/** Routes changed. QEMU starts from nothing and adds one PIRQ after the other: an edge that the controllers may notice. */
function rerouted(m: Machine): void {
  for (const pirq of pirqs) {
    const irq = route(m, pirq);
    if (irq < 16) settle(m, irq, pirqs.slice(0, pirq + 1));
  }
  for (let irq = 0; irq < 16; irq++) settle(m, irq);
}

/** PIRQ of a device's pin on the root bus: 0 = PIRQA#. */
export const pirqOf = (slot: number, pin: number): number => (slot + pin - 1) & 3;

/** A pin on the root bus changed. */
export function piix3Interrupt(m: Machine, slot: number, pin: number, level: boolean): void {
  const pirq = pirqOf(slot, pin);
  m.image.set(Global.platform + Own.pirq + pirq, drivers(m, pirq) + (level ? 1 : -1));
  const irq = route(m, pirq);
  if (irq < 16) settle(m, irq);
}

/** Reset Control Register: bit 2 resets the machine, bit 1 (hard or soft) is all that is kept. */
const resetControl: Ops = {
  name: 'reset control',
  impl: { min: 1, max: 1 },
  read: (device) => device.get(Own.rcr),
  write: (device, _offset, value) => {
    if (value & 4) device.machine.reset(0xcf9);
    else device.set(Own.rcr, value & 2);
  },
};

export const piix3Ports: readonly FixedRange[] = [
  { space: 'io', from: 0xcf9, to: 0xcf9, ops: resetControl },
  ...pic.ports,
];

/** Bytes that the ISA bridge's reset sets; the rest of its registers (QEMU does not model them) keep what was written. */
const isaReset: readonly (readonly [at: number, value: number])[] = [
  [0x4c, 0x4d],
  [0x4e, 0x03],
  [0x4f, 0],
  ...[0x60, 0x61, 0x62, 0x63].map((at) => [at, 0x80] as const),
  [0x69, 0x02],
  [0x70, 0x80],
  [0x76, 0x0c],
  [0x77, 0x0c],
  [0x78, 0x02],
  ...[0x79, 0x80, 0x82].map((at) => [at, 0] as const),
  [0xa0, 0x08],
  ...[0xa2, 0xa3, 0xa4, 0xa5, 0xa6, 0xa7].map((at) => [at, 0] as const),
  [0xa8, 0x0f],
  ...[0xaa, 0xab, 0xac, 0xae].map((at) => [at, 0] as const),
];

export function resettable(
  shape: ShapeBuilder,
  bytes: readonly (readonly [at: number, value: number])[],
): ShapeBuilder {
  for (const [where, value] of bytes) {
    shape.field(where, 1, value, 0xff).resetting(where, 0xff << ((where & 3) * 8));
  }
  return shape;
}

export const piix3Isa = (): Shape =>
  resettable(
    new ShapeBuilder({ vendor: 0x8086, device: 0x7000, classCode: 0x060100, multifunction: true }).field(
      0x06,
      2,
      0x0200,
      0,
      0xf900,
    ),
    isaReset,
  )
    .watch(PIRQRC)
    .behave({ configWritten: ({ machine }) => rerouted(machine) })
    .done();
