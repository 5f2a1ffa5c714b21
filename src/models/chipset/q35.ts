/** `q35`: MCH and ICH9, PCI Express with ECAM, as QEMU builds it (hw/i386/pc_q35.c, hw/pci-host/q35.c). */
import type { Machine } from '../../engine/machine.ts';
import { Under, type FixedRange, type MapRange, type Platform } from '../../engine/platform.ts';
import type { Ops } from '../../engine/shape.ts';
import { Global } from '../../engine/words.ts';
import { apicPrivates, apicRanges } from './apic.ts';
import { firmwareOffset, firmwareRanges } from './firmware.ts';
import { i8259, i8259Words } from './i8259.ts';
import { ahciShape } from '../storage/ich9-ahci.ts';
import {
  ich9Lpc,
  lpcPrivates,
  lpcRanges,
  lpcSurvives,
  pciHotPlugEvent,
  pirqOf,
  pirqRoute,
  resetRcrb,
} from './ich9-lpc.ts';
import { smbusShape } from './ich9-smbus.ts';
import type { MachineModel } from './machine-model.ts';
import { ecamWindow, isHighSmramOpen, isSmbaseLocked, isSmramOpen, mch, pam, tsegBytes } from './mch.ts';
import { fixedMap, ramMap } from './pc.ts';
import { pciHotPlug } from './pcihp.ts';

const fourGiB = 0x1_0000_0000;
const pirqs = 8;

/** The built-in parts' places on the board. */
const host = 0;
const lpc = 1;

/** The platform's private words: the LPC bridge's ports, a count of drivers for each PIRQ, the interrupt controllers. */
const Own = { lpc: 0, pirq: lpcPrivates.length, pic: lpcPrivates.length + pirqs } as const;
const apic = Own.pic + i8259Words;
/** The bus that ACPI hot plug looks at. */
const select = apic + apicPrivates.length;
const privates = [...lpcPrivates, ...Array.from({ length: pirqs + i8259Words }, () => 0), ...apicPrivates, 0];

const hotPlug = pciHotPlug(0xcc0, select, false, (m) => pciHotPlugEvent(m, Own.lpc));

const pic = i8259(Own.pic);

const drivers = (m: Machine, pirq: number): number => m.image.get(Global.platform + Own.pirq + pirq);

/** An interrupt is raised while any PIRQ routed to it is driven. */
function settle(m: Machine, irq: number): void {
  let level = false;
  for (let pirq = 0; pirq < pirqs; pirq++) level ||= pirqRoute(m, lpc, pirq) === irq && drivers(m, pirq) > 0;
  pic.line(m, irq, level);
}

function interrupt(m: Machine, slot: number, pin: number, level: boolean): void {
  const pirq = pirqOf(m, lpc, slot, pin);
  m.image.set(Global.platform + Own.pirq + pirq, drivers(m, pirq) + (level ? 1 : -1));
  const irq = pirqRoute(m, lpc, pirq);
  if (irq >= 0) settle(m, irq);
}

/** The PIRQs have inputs of their own, 16–23, whatever they are routed to. */
function inputs(word: (n: number) => number): number {
  let levels = pic.inputs(word);
  for (let pirq = 0; pirq < pirqs; pirq++) if (word(Own.pirq + pirq) > 0) levels |= 1 << (16 + pirq);
  return levels;
}

/** Memory that only System Management Mode sees. */
const blackhole: Ops = {
  name: 'SMM memory',
  valid: { min: 1, max: 4 },
  impl: { min: 4, max: 4 },
  read: () => -1,
  write: () => {},
};

/** RAM below 4 GiB: up to 2.75 GiB, where ECAM usually lies; 2 GiB when there is more. */
export const lowRamOfQ35 = (ramBytes: number): number => (ramBytes >= 0xb000_0000 ? 0x8000_0000 : ramBytes);

function platform(ramBytes: number): Platform {
  const low = lowRamOfQ35(ramBytes);
  const high = ramBytes - low;
  const tseg = [0x10_0000, 0x20_0000, 0x80_0000, 0x100_0000].map((bytes): FixedRange => ({
    space: 'memory',
    from: low - bytes,
    to: low - 1,
    ops: blackhole,
    moves: (m) => (tsegBytes(m, host) === bytes ? 0 : -1),
  }));
  const smbase: FixedRange = {
    space: 'memory',
    from: 0x3_0000,
    to: 0x4_ffff,
    ops: blackhole,
    moves: (m) => (isSmbaseLocked(m, host) ? 0 : -1),
  };
  const fixed = [...lpcRanges(lpc), ...pic.ports, ...apicRanges(apic), hotPlug.range, ...tseg, smbase];
  return {
    id: 'q35',
    mechanism1: true,
    privates,
    survives: new Set([...lpcSurvives, select]),
    fixed,
    under: (m, address) => {
      if (address < 0x10_0000) return underLow(m, address);
      m.claim.offset = address;
      if (address < low) {
        m.claim.left = low - address;
        return Under.ram;
      }
      if (address >= 0xfeda_0000 && address < 0xfedc_0000 && isHighSmramOpen(m, host)) {
        m.claim.offset = address - 0xfeda_0000 + 0xa_0000;
        m.claim.left = 0xfedc_0000 - address;
        return Under.ram;
      }
      if (address < fourGiB || address >= fourGiB + high) return Under.pci;
      m.claim.offset = low + address - fourGiB;
      m.claim.left = fourGiB + high - address;
      return Under.ram;
    },
    ecam: (m, address) => {
      const { from, bytes } = ecamWindow(m, host);
      if (address < from || address >= from + bytes) return -1;
      // what PAM makes of the ROM area lies in front
      return address >= 0xc_0000 && address < 0x10_0000 ? -1 : address - from;
    },
    rom: firmwareOffset,
    map: (m) => map(m, low, high, fixed),
    interrupt,
    inputs,
    reset: (m) => {
      resetRcrb(m, lpc);
      hotPlug.reset(m);
    },
    plugged: hotPlug.plugged,
    leave: hotPlug.leave,
  };
}

/** Below 1 MiB: RAM, the VGA hole, and the pieces that PAM hands to RAM or PCI. */
function underLow(m: Machine, address: number): Under {
  const { claim } = m;
  claim.offset = address;
  if (address < 0xa_0000) {
    claim.left = 0xa_0000 - address;
    return Under.ram;
  }
  if (address < 0xc_0000) {
    claim.left = 0xc_0000 - address;
    return isSmramOpen(m, host) ? Under.ram : Under.pciOverRam;
  }
  const region = address >= 0xf_0000 ? 0 : 1 + ((address - 0xc_0000) >> 14);
  claim.left = (region === 0 ? 0x10_0000 : 0xc_0000 + (region << 14)) - address;
  const attribute = pam(m, host, region);
  return attribute === 0 ? Under.pci : attribute === 1 ? Under.ramReadOnly : Under.ram;
}

function map(m: Machine, low: number, high: number, fixed: readonly FixedRange[]): readonly MapRange[] {
  const ranges = [...ramMap(low, high), ...firmwareRanges(m)];
  const { from, bytes } = ecamWindow(m, host);
  if (bytes > 0) ranges.push({ space: 'memory', from, to: from + bytes - 1, kind: 'ecam', name: 'ECAM' });
  return [...ranges, ...fixedMap(m, fixed)];
}

export const q35: MachineModel = {
  id: 'q35',
  rootBus: 'pcie.0',
  express: true,
  mechanism1: true,
  lowRam: lowRamOfQ35,
  platform,
  builtIn: () => [
    { model: 'mch', kind: 'host', devfn: 0x00, shape: mch() },
    { model: 'ICH9-LPC', kind: 'isa', devfn: 0xf8, shape: ich9Lpc() },
    { model: 'ich9-ahci', kind: 'sata', devfn: 0xfa, shape: ahciShape(true) },
    { model: 'ICH9-SMB', kind: 'smbus', devfn: 0xfb, shape: smbusShape() },
  ],
};
