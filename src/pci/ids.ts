/** Names of vendors, devices and subsystems: a small table built in, a full one when the caller has loaded it. */
import { knownIds, unofficialIds } from './ids-table.ts';

/** A parsed pci.ids. */
export interface PciIds {
  /** Vendor id → name. */
  readonly vendors: ReadonlyMap<number, string>;
  /** vendor × 2^16 + device → name. */
  readonly devices: ReadonlyMap<number, string>;
  /** "vendor:device:subvendor:subdevice" in hex → name. */
  readonly subsystems: ReadonlyMap<string, string>;
}

/** The subsystem ids of a function. */
export interface Subsystem {
  readonly vendor: number;
  readonly device: number;
}

/** What is known of a function's ids; a name is missing where nobody gave one. */
export interface Names {
  readonly vendor?: string;
  readonly device?: string;
  /** Our own word, which lspci would not print. */
  readonly unofficialVendor?: string;
  /** Our own word, which lspci would not print. */
  readonly unofficialDevice?: string;
  readonly subsystemVendor?: string;
  readonly subsystem?: string;
}

const deviceKey = (vendor: number, device: number): number => vendor * 0x10000 + device;

const four = (n: number): string => n.toString(16).padStart(4, '0');
const subsystemKey = (vendor: number, device: number, subsystem: Subsystem): string =>
  [vendor, device, subsystem.vendor, subsystem.device].map(four).join(':');

/** Reads the text of a pci.ids up to its classes; a line that is no entry is passed over. */
export function parsePciIds(text: string): PciIds {
  const vendors = new Map<number, string>();
  const devices = new Map<number, string>();
  const subsystems = new Map<string, string>();
  let vendor = -1;
  let device = -1;
  for (const line of text.split('\n')) {
    if (line.startsWith('C ')) break;
    const match = /^(\t?\t?)([0-9a-f]{4}) +(?:([0-9a-f]{4}) +)?(.*\S)/i.exec(line);
    if (!match) continue;
    const [, depth = '', first = '', second, rest = ''] = match;
    const id = Number.parseInt(first, 16);
    // A name may itself begin with four hex digits; only subsystems have two ids.
    const name = depth.length < 2 && second !== undefined ? line.slice(depth.length + 4).trim() : rest;
    if (depth.length === 0) {
      vendor = id;
      device = -1;
      vendors.set(vendor, name);
    } else if (depth.length === 1 && vendor >= 0) {
      device = id;
      devices.set(deviceKey(vendor, device), name);
    } else if (second !== undefined && device >= 0) {
      const subsystem = { vendor: id, device: Number.parseInt(second, 16) };
      subsystems.set(subsystemKey(vendor, device, subsystem), name);
    }
  }
  return { vendors, devices, subsystems };
}

let builtIn: { readonly known: PciIds; readonly unofficial: PciIds } | undefined;

const tables = () => (builtIn ??= { known: parsePciIds(knownIds), unofficial: parsePciIds(unofficialIds) });

/** Names for ids: the built-in table first, so that a name never changes when the full one arrives. */
export function lookUp(vendor: number, device: number, subsystem?: Subsystem, full?: PciIds): Names {
  const { known, unofficial } = tables();
  const vendorName = (id: number) => known.vendors.get(id) ?? full?.vendors.get(id);
  const deviceName = (v: number, d: number) => {
    const key = deviceKey(v, d);
    return known.devices.get(key) ?? full?.devices.get(key);
  };
  const names: Record<keyof Names, string | undefined> = {
    vendor: vendorName(vendor),
    device: deviceName(vendor, device),
    unofficialVendor: undefined,
    unofficialDevice: undefined,
    subsystemVendor: undefined,
    subsystem: undefined,
  };
  if (names.vendor === undefined) names.unofficialVendor = unofficial.vendors.get(vendor);
  if (names.device === undefined) names.unofficialDevice = unofficial.devices.get(deviceKey(vendor, device));
  if (subsystem !== undefined) {
    const key = subsystemKey(vendor, device, subsystem);
    const itself = subsystem.vendor === vendor && subsystem.device === device;
    names.subsystemVendor = vendorName(subsystem.vendor);
    names.subsystem =
      known.subsystems.get(key) ?? full?.subsystems.get(key) ?? (itself ? names.device : undefined);
  }
  return present(names);
}

function present(names: Record<keyof Names, string | undefined>): Names {
  const found: Partial<Record<keyof Names, string>> = {};
  for (const key of [
    'vendor',
    'device',
    'unofficialVendor',
    'unofficialDevice',
    'subsystemVendor',
    'subsystem',
  ] as const) {
    const name = names[key];
    if (name !== undefined) found[key] = name;
  }
  return found;
}

/** A vendor's name, official or ours. */
export const vendorName = (id: number, full?: PciIds): string | undefined =>
  tables().known.vendors.get(id) ?? full?.vendors.get(id) ?? tables().unofficial.vendors.get(id);

/** A device's name, official or ours. */
export function deviceName(vendor: number, device: number, full?: PciIds): string | undefined {
  const key = deviceKey(vendor, device);
  const { known, unofficial } = tables();
  return known.devices.get(key) ?? full?.devices.get(key) ?? unofficial.devices.get(key);
}
