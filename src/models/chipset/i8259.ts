/** i8259: the pair of interrupt controllers at 20h and A0h (qemu: hw/intc/i8259.c). State lives in the platform's words. */
import type { Device } from '../../engine/device.ts';
import type { Machine } from '../../engine/machine.ts';
import type { FixedRange } from '../../engine/platform.ts';
import type { Ops } from '../../engine/shape.ts';
import { Global } from '../../engine/words.ts';

/** Words of one controller. */
const Pic = {
  lines: 0,
  irr: 1,
  isr: 2,
  imr: 3,
  elcr: 4,
  priority: 5,
  base: 6,
  init: 7,
  flags: 8,
  words: 9,
} as const;

/** Bits of the flags word. */
const Flag = {
  readIsr: 1,
  poll: 2,
  specialMask: 4,
  autoEoi: 8,
  rotate: 16,
  nested: 32,
  icw4: 64,
  single: 128,
} as const;

/** Words that the pair takes. All are zero after reset. */
export const i8259Words = 2 * Pic.words;

const cascade = 2;
/** Lines that ELCR can make level-triggered. */
const elcrMask = [0xf8, 0xde];
/** `init` word: the initialization command word that comes next, 0 when none does. */
const icw = { none: 0, second: 1, third: 2, fourth: 3 };

export interface I8259 {
  readonly ports: readonly FixedRange[];
  /** Raises or lowers input 0–15. */
  line(machine: Machine, irq: number, level: boolean): void;
  /** The acknowledge cycle: the vector, with the side effects that the CPU's taking the interrupt has. */
  acknowledge(machine: Machine): number;
  /** INTR is raised. */
  isRaised(machine: Machine): boolean;
  /** Levels of the sixteen inputs, the cascade's left out; `word` gives the platform's private words. */
  inputs(word: (n: number) => number): number;
}

/** The pair whose words begin at platform word `first`. */
export function i8259(first: number): I8259 {
  const at = (chip: number): number => Global.platform + first + chip * Pic.words;
  const get = (m: Machine, chip: number, word: number): number => m.image.get(at(chip) + word);
  const set = (m: Machine, chip: number, word: number, value: number): void =>
    m.image.set(at(chip) + word, value);
  const flag = (m: Machine, chip: number, bit: number): boolean => (get(m, chip, Pic.flags) & bit) !== 0;
  const setFlag = (m: Machine, chip: number, bit: number, on: boolean): void => {
    const flags = get(m, chip, Pic.flags);
    set(m, chip, Pic.flags, on ? flags | bit : flags & ~bit);
  };

  /** Rank (0 is highest) of the best request in the set, 8 when it is empty. */
  const rank = (m: Machine, chip: number, requests: number): number => {
    if (requests === 0) return 8;
    const top = get(m, chip, Pic.priority);
    let n = 0;
    while ((requests & (1 << ((n + top) & 7))) === 0) n++;
    return n;
  };

  /** The input to serve, or -1. */
  const wanted = (m: Machine, chip: number): number => {
    const imr = get(m, chip, Pic.imr);
    const best = rank(m, chip, get(m, chip, Pic.irr) & ~imr);
    if (best === 8) return -1;
    let serving = get(m, chip, Pic.isr);
    if (flag(m, chip, Flag.specialMask)) serving &= ~imr;
    if (flag(m, chip, Flag.nested) && chip === 0) serving &= ~(1 << cascade);
    return best < rank(m, chip, serving) ? (best + get(m, chip, Pic.priority)) & 7 : -1;
  };

  const input = (m: Machine, chip: number, irq: number, level: boolean): void => {
    const bit = 1 << irq;
    const lines = get(m, chip, Pic.lines);
    const irr = get(m, chip, Pic.irr);
    const levelTriggered = (get(m, chip, Pic.elcr) & bit) !== 0;
    if (level && (levelTriggered || (lines & bit) === 0)) set(m, chip, Pic.irr, irr | bit);
    if (!level && levelTriggered) set(m, chip, Pic.irr, irr & ~bit);
    set(m, chip, Pic.lines, level ? lines | bit : lines & ~bit);
    update(m, chip);
  };

  /** The slave's output is an input of the master. */
  const update = (m: Machine, chip: number): void => {
    if (chip === 1) input(m, 0, cascade, wanted(m, 1) >= 0);
  };

  const take = (m: Machine, chip: number, irq: number): void => {
    if (!flag(m, chip, Flag.autoEoi)) set(m, chip, Pic.isr, get(m, chip, Pic.isr) | (1 << irq));
    else if (flag(m, chip, Flag.rotate)) set(m, chip, Pic.priority, (irq + 1) & 7);
    if ((get(m, chip, Pic.elcr) & (1 << irq)) === 0)
      set(m, chip, Pic.irr, get(m, chip, Pic.irr) & ~(1 << irq));
    update(m, chip);
  };

  /** ICW1: starts the initialization sequence. Level-triggered requests stay, ELCR too. */
  const initialize = (m: Machine, chip: number, value: number): void => {
    const kept = get(m, chip, Pic.irr) & get(m, chip, Pic.elcr);
    for (const word of [Pic.lines, Pic.isr, Pic.imr, Pic.priority, Pic.base]) set(m, chip, word, 0);
    set(m, chip, Pic.irr, kept);
    set(m, chip, Pic.flags, 0);
    update(m, chip);
    set(m, chip, Pic.init, icw.second);
    set(m, chip, Pic.flags, (value & 1 ? Flag.icw4 : 0) | (value & 2 ? Flag.single : 0));
  };

  /** OCW2: ends of interrupt and priority rotation. */
  const end = (m: Machine, chip: number, value: number): void => {
    const command = value >> 5;
    const named = value & 7;
    if (command === 0 || command === 4) return setFlag(m, chip, Flag.rotate, command === 4);
    if (command === 2) return;
    if (command === 6) set(m, chip, Pic.priority, (value + 1) & 7);
    else {
      const isr = get(m, chip, Pic.isr);
      const specific = command === 3 || command === 7;
      const best = rank(m, chip, isr);
      if (!specific && best === 8) return;
      const irq = specific ? named : (best + get(m, chip, Pic.priority)) & 7;
      set(m, chip, Pic.isr, isr & ~(1 << irq));
      if (command === 5 || command === 7) set(m, chip, Pic.priority, (irq + 1) & 7);
    }
    update(m, chip);
  };

  const command = (m: Machine, chip: number, value: number): void => {
    if (value & 0x10) initialize(m, chip, value);
    else if (value & 0x08) {
      if (value & 0x04) setFlag(m, chip, Flag.poll, true);
      if (value & 0x02) setFlag(m, chip, Flag.readIsr, (value & 1) !== 0);
      if (value & 0x40) setFlag(m, chip, Flag.specialMask, (value & 0x20) !== 0);
    } else end(m, chip, value);
  };

  const data = (m: Machine, chip: number, value: number): void => {
    const fourth = flag(m, chip, Flag.icw4) ? icw.fourth : icw.none;
    switch (get(m, chip, Pic.init)) {
      case icw.second:
        set(m, chip, Pic.base, value & 0xf8);
        return set(m, chip, Pic.init, flag(m, chip, Flag.single) ? fourth : icw.third);
      case icw.third:
        return set(m, chip, Pic.init, fourth);
      case icw.fourth:
        setFlag(m, chip, Flag.nested, (value & 0x10) !== 0);
        setFlag(m, chip, Flag.autoEoi, (value & 0x02) !== 0);
        return set(m, chip, Pic.init, icw.none);
      default:
        set(m, chip, Pic.imr, value);
        update(m, chip);
    }
  };

  const poll = (m: Machine, chip: number): number => {
    const irq = wanted(m, chip);
    if (irq >= 0) take(m, chip, irq);
    setFlag(m, chip, Flag.poll, false);
    return irq >= 0 ? irq | 0x80 : 0;
  };

  const registers = (chip: number): Ops => ({
    name: chip === 0 ? 'interrupt controller 1' : 'interrupt controller 2',
    impl: { min: 1, max: 1 },
    read: ({ machine: m }: Device, offset) => {
      if (flag(m, chip, Flag.poll)) return poll(m, chip);
      return get(m, chip, offset !== 0 ? Pic.imr : flag(m, chip, Flag.readIsr) ? Pic.isr : Pic.irr);
    },
    write: ({ machine: m }: Device, offset, value) => (offset === 0 ? command : data)(m, chip, value),
  });

  const trigger = (chip: number): Ops => ({
    name: chip === 0 ? 'edge/level control 1' : 'edge/level control 2',
    impl: { min: 1, max: 1 },
    read: ({ machine: m }: Device) => get(m, chip, Pic.elcr),
    write: ({ machine: m }: Device, _offset, value) => set(m, chip, Pic.elcr, value & (elcrMask[chip] ?? 0)),
  });

  return {
    ports: [
      { space: 'io', from: 0x20, to: 0x21, ops: registers(0) },
      { space: 'io', from: 0xa0, to: 0xa1, ops: registers(1) },
      { space: 'io', from: 0x4d0, to: 0x4d0, ops: trigger(0) },
      { space: 'io', from: 0x4d1, to: 0x4d1, ops: trigger(1) },
    ],
    line: (m, irq, level) => input(m, irq >> 3, irq & 7, level),
    isRaised: (m) => wanted(m, 0) >= 0,
    inputs: (word) =>
      (word(first + Pic.lines) & ~(1 << cascade)) | (word(first + Pic.words + Pic.lines) << 8),
    acknowledge: (m) => {
      const irq = wanted(m, 0);
      if (irq < 0) return get(m, 0, Pic.base) + 7; // spurious
      let vector = get(m, 0, Pic.base) + irq;
      if (irq === cascade) {
        const second = wanted(m, 1);
        if (second >= 0) take(m, 1, second);
        vector = get(m, 1, Pic.base) + (second < 0 ? 7 : second);
      }
      take(m, 0, irq);
      return vector;
    },
  };
}
