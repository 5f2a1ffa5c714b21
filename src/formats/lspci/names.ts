/** Names of vendors, devices and classes as lspci words them, with numbers, without, or both. */
import { hex } from '../../base/hex.ts';
import { classNames } from '../../pci/classes.ts';
import { lookUp } from '../../pci/ids.ts';
import type { PciIds } from '../../pci/ids.ts';
import { byteAt, wordAt } from './listed.ts';
import type { ListedFunction } from './listed.ts';

/** What the list of PCI ids tells; undefined: it does not know. */
export interface Names {
  vendor(vendor: number): string | undefined;
  device(vendor: number, device: number): string | undefined;
  subsystem(vendor: number, device: number, subVendor: number, subDevice: number): string | undefined;
  /** Base class alone: 6 is "Bridge". */
  baseClass(base: number): string | undefined;
  /** Base class and subclass: 0x0604 is "PCI bridge". */
  subclass(classCode: number): string | undefined;
  progIf(classCode: number, progIf: number): string | undefined;
}

/** Knows nothing: everything is said in numbers. */
export const noNames: Names = {
  vendor: () => undefined,
  device: () => undefined,
  subsystem: () => undefined,
  baseClass: () => undefined,
  subclass: () => undefined,
  progIf: () => undefined,
};

/** The official names of pci/, as lspci would print them; more of them with a full list. */
export const namesOf = (full?: PciIds): Names => ({
  vendor: (vendor) => lookUp(vendor, 0, undefined, full).vendor,
  device: (vendor, device) => lookUp(vendor, device, undefined, full).device,
  subsystem: (vendor, device, subVendor, subDevice) =>
    lookUp(vendor, device, { vendor: subVendor, device: subDevice }, full).subsystem,
  baseClass: (base) => classNames(base << 16).base,
  subclass: (classCode) => classNames(classCode << 8).sub,
  progIf: (classCode, progIf) => classNames((classCode << 8) | progIf).progIf,
});

/** `text` (no option), `numbers` (-n), `both` (-nn). */
export type Numbers = 'text' | 'numbers' | 'both';

/** Base class << 8 | subclass. */
export const classOf = (f: ListedFunction): number => wordAt(f, 0x0a);

export function classText(names: Names, numbers: Numbers, classCode: number): string {
  const digits = hex(classCode, 4);
  if (numbers === 'numbers') return digits;
  const subclass = names.subclass(classCode);
  // A subclass without name goes by its base class, and then the number is always told.
  const name = subclass ?? names.baseClass(classCode >> 8);
  if (numbers === 'both' || (subclass === undefined && name !== undefined))
    return `${name ?? 'Class'} [${digits}]`;
  return name ?? `Class ${digits}`;
}

function pairText(
  numbers: Numbers,
  ids: string,
  vendor: string | undefined,
  device: string | undefined,
): string {
  if (numbers === 'numbers') return ids;
  const [, last = ''] = ids.split(':');
  if (numbers === 'both') {
    if (vendor === undefined) return `Device [${ids}]`;
    return `${vendor} ${device ?? 'Device'} [${ids}]`;
  }
  if (vendor === undefined) return `Device ${ids}`;
  return `${vendor} ${device ?? `Device ${last}`}`;
}

export function deviceText(names: Names, numbers: Numbers, vendor: number, device: number): string {
  const ids = `${hex(vendor, 4)}:${hex(device, 4)}`;
  return pairText(numbers, ids, names.vendor(vendor), names.device(vendor, device));
}

export function subsystemText(
  names: Names,
  numbers: Numbers,
  f: ListedFunction,
  vendor: number,
  device: number,
): string {
  const ids = `${hex(vendor, 4)}:${hex(device, 4)}`;
  const [ownVendor, ownDevice] = [wordAt(f, 0), wordAt(f, 2)];
  const same = vendor === ownVendor && device === ownDevice;
  const name =
    names.subsystem(ownVendor, ownDevice, vendor, device) ??
    (same ? names.device(vendor, device) : undefined);
  return pairText(numbers, ids, names.vendor(vendor), name);
}

const ideBits = [
  [0x80, 'Master'],
  [0x08, 'SecP'],
  [0x04, 'SecO'],
  [0x02, 'PriP'],
  [0x01, 'PriO'],
] as const;

/** An IDE controller's interface is a set of bits; a name of the list goes first. */
function progIfName(names: Names, classCode: number, progIf: number): string | undefined {
  const name = names.progIf(classCode, progIf);
  if (name !== undefined || classCode !== 0x0101 || (progIf & 0x70) !== 0) return name;
  return ideBits.flatMap(([bit, word]) => (progIf & bit ? [word] : [])).join(' ');
}

/** " (prog-if 30 [XHCI])", or nothing for interface 0 without a name. */
export function progIfText(names: Names, f: ListedFunction): string {
  const progIf = byteAt(f, 9);
  const name = progIfName(names, classOf(f), progIf);
  if (progIf === 0 && name === undefined) return '';
  return ` (prog-if ${hex(progIf, 2)}${name === undefined ? '' : ` [${name}]`})`;
}
