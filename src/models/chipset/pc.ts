/** `pc`: i440FX + PIIX3, the machine of 1996 as QEMU builds it (hw/i386/pc_piix.c, pc.c). */
import type { FixedRange, MapRange, Platform } from '../../engine/platform.ts';
import { Under } from '../../engine/platform.ts';
import type { Machine } from '../../engine/machine.ts';
import type { Ops } from '../../engine/shape.ts';
import { Global } from '../../engine/words.ts';
import { i440fx, underLow } from './i440fx.ts';
import { apicRanges, apicPrivates } from './apic.ts';
import type { MachineModel } from './machine-model.ts';
import { pciHotPlug } from './pcihp.ts';
import { pic, piix3Interrupt, piix3Isa, piix3Ports, piix3Privates } from './piix3.ts';
import { piix4Pm, piix4Ranges, piix4Privates, piix4Survives } from './piix4-pm.ts';
import { piixIde } from '../storage/piix-ide.ts';
import { firmwareRanges, firmwareOffset } from './firmware.ts';

const fourGiB = 0x1_0000_0000;

/** RAM below 4 GiB: all of it, or 3 GiB when there are 3.5 GiB or more. */
export const lowRam = (ramBytes: number): number => (ramBytes >= 0xe000_0000 ? 0xc000_0000 : ramBytes);

const host = 0;
const powerManagement = 3;

/** Platform words after PIIX3's and the APICs': the GPE block (status below, enable above), the bus that ACPI hot plug looks at. */
const gpeWord = piix3Privates.length + apicPrivates.length;
const select = gpeWord + 1;
const power = select + 1;
const pciHotPlugEvent = 2;

const gpe: Ops = {
  name: 'GPE0',
  impl: { min: 1, max: 1 },
  read: (device, offset) => (device.get(gpeWord) >>> (offset * 8)) & 0xff,
  write: (device, offset, value) => {
    const word = device.get(gpeWord);
    const byte = value << (offset * 8);
    device.set(gpeWord, offset < 2 ? word & ~byte : (word & ~(0xff << (offset * 8))) | byte);
  },
};

const hotPlug = pciHotPlug(0xae00, select, true, (m) => {
  const at = Global.platform + gpeWord;
  m.image.set(at, m.image.get(at) | pciHotPlugEvent);
});

const fixed: readonly FixedRange[] = [
  ...piix3Ports,
  ...apicRanges(piix3Privates.length),
  { space: 'io', from: 0xafe0, to: 0xafe3, ops: gpe },
  hotPlug.range,
  ...piix4Ranges(powerManagement, power),
];

function platform(ramBytes: number): Platform {
  const low = lowRam(ramBytes);
  const high = ramBytes - low;
  const under = (m: Machine, address: number): Under => {
    if (address < 0x10_0000) return underLow(m, host, address);
    m.claim.offset = address;
    if (address < low) {
      m.claim.left = low - address;
      return Under.ram;
    }
    if (address < fourGiB || address >= fourGiB + high) return Under.pci;
    m.claim.offset = low + address - fourGiB;
    m.claim.left = fourGiB + high - address;
    return Under.ram;
  };
  return {
    id: 'pc',
    mechanism1: true,
    privates: [...piix3Privates, ...apicPrivates, 0, 0, ...piix4Privates],
    survives: new Set([select, ...piix4Survives(power)]),
    fixed,
    under,
    ecam: () => -1,
    rom: firmwareOffset,
    map: (m) => [...ramMap(low, high), ...firmwareRanges(m), ...fixedMap(m, fixed)],
    interrupt: piix3Interrupt,
    inputs: pic.inputs,
    reset: hotPlug.reset,
    plugged: hotPlug.plugged,
    leave: hotPlug.leave,
  };
}

/** What the chipset's own ranges take of the map now. */
export const fixedMap = (m: Machine, ranges: readonly FixedRange[]): readonly MapRange[] =>
  ranges.flatMap(({ space, from, to, ops, moves }): MapRange[] => {
    const base = moves ? moves(m) : 0;
    const kind = space === 'memory' && !moves ? 'apic' : 'fixed';
    return base < 0 ? [] : [{ space, from: base + from, to: base + to, kind, name: ops.name }];
  });

/** RAM as it lies when nothing shadows the ROMs. */
export function ramMap(low: number, high: number): readonly MapRange[] {
  const ranges: MapRange[] = [{ space: 'memory', from: 0, to: 0x9_ffff, kind: 'ram', name: 'RAM' }];
  if (low > 0x10_0000)
    ranges.push({ space: 'memory', from: 0x10_0000, to: low - 1, kind: 'ram', name: 'RAM' });
  if (high > 0) {
    ranges.push({
      space: 'memory',
      from: fourGiB,
      to: fourGiB + high - 1,
      kind: 'ram',
      name: 'RAM above 4 GiB',
    });
  }
  return ranges;
}

export const pc: MachineModel = {
  id: 'pc',
  rootBus: 'pci.0',
  express: false,
  mechanism1: true,
  lowRam,
  platform,
  builtIn: (ramBytes) => [
    { model: 'i440fx', kind: 'host', devfn: 0x00, shape: i440fx(ramBytes) },
    { model: 'piix3', kind: 'isa', devfn: 0x08, shape: piix3Isa() },
    { model: 'piix3-ide', kind: 'ide', devfn: 0x09, shape: piixIde(0x7010, false) },
    { model: 'piix4-pm', kind: 'power', devfn: 0x0b, shape: piix4Pm() },
  ],
};
