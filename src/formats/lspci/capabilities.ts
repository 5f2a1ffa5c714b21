/** lspci -v: the chain of capabilities, one line each; more of it with -vv. */
import { hex, hex0x } from '../../base/hex.ts';
import { extendedDetailsOf } from './details-extended.ts';
import { detailsOf } from './details.ts';
import { byteAt, isKnown, longAt, wordAt } from './listed.ts';
import type { ListedFunction } from './listed.ts';
import { subsystemText } from './names.ts';
import type { Names, Numbers } from './names.ts';
import { flag } from './text.ts';

/** One line of text, without the capability's place. `flags` are bytes 2 and 3. */
type Title = (f: ListedFunction, at: number, flags: number, verbose: number) => string;

const portTypes = [
  'Endpoint',
  'Legacy Endpoint',
  undefined,
  undefined,
  'Root Port',
  'Upstream Port',
  'Downstream Port',
  'PCI-Express to PCI/PCI-X Bridge',
  'PCI/PCI-X to PCI-Express Bridge',
  'Root Complex Integrated Endpoint',
  'Root Complex Event Collector',
] as const;
/** Port types with a slot bit. */
const hasSlotBit = new Set([4, 6, 8]);

const expressTitle: Title = (_f, _at, flags, verbose) => {
  const type = (flags >> 4) & 15;
  const version = verbose > 1 ? `(v${String(flags & 15)}) ` : '';
  const slot = hasSlotBit.has(type) ? ` (${flag('Slot', flags & 0x100)})` : '';
  return `Express ${version}${portTypes[type] ?? `Unknown type ${String(type)}`}${slot}, MSI ${hex((flags >> 9) & 31, 2)}`;
};

const msiTitle: Title = (_f, _at, flags) =>
  `MSI: ${flag('Enable', flags & 1)} Count=${String(1 << ((flags >> 4) & 7))}/${String(1 << ((flags >> 1) & 7))} ` +
  `${flag('Maskable', flags & 0x100)} ${flag('64bit', flags & 0x80)}`;

const msixTitle: Title = (_f, _at, flags) =>
  `MSI-X: ${flag('Enable', flags & 0x8000)} Count=${String((flags & 0x7ff) + 1)} ${flag('Masked', flags & 0x4000)}`;

const virtioKinds = ['<unknown>', 'CommonCfg', 'Notify', 'ISR', 'DeviceCfg'] as const;

/** Red Hat's device ids 0x1000–0x107f, the transitional ones included; shorter structures are none of virtio's. */
export const isVirtio = (f: ListedFunction, at: number): boolean =>
  wordAt(f, 0) === 0x1af4 && wordAt(f, 2) >= 0x1000 && wordAt(f, 2) <= 0x107f && byteAt(f, at + 2) >= 16;

const vendorTitle: Title = (f, at, flags) =>
  `Vendor Specific Information: ` +
  (isVirtio(f, at) ? `VirtIO: ${virtioKinds[flags >> 8] ?? '<unknown>'}` : `Len=${hex(flags & 0xff, 2)} <?>`);

const sataTitle: Title = (f, at, flags, verbose) => {
  const version = `SATA HBA v${String((flags >> 4) & 15)}.${String(flags & 15)}`;
  if (verbose < 2) return version;
  const offset = longAt(f, at + 4);
  const bar = offset & 15;
  if (bar >= 4 && bar <= 9) {
    return `${version} BAR${String(bar - 4)} Offset=${hex((offset >>> 4) & 0xfffff, 8)}`;
  }
  return `${version} ${bar === 15 ? 'InCfgSpace' : `BAR??${String(bar)}`}`;
};

const hyperTransport: Readonly<Record<number, string>> = {
  0x10: 'Interrupt Discovery and Configuration',
  0x12: 'UnitID Clumping',
  0x13: 'Extended Configuration Space Access',
  0x14: 'Address Mapping',
  0x16: 'DirectRoute',
  0x17: 'VCSet',
  0x18: 'Retry Mode',
  0x19: 'X86 (reserved)',
};

const hyperTransportTitle: Title = (_f, _at, flags) => {
  const type = flags >> 11;
  const say = (what: string): string => `HyperTransport: ${what}`;
  if (type < 4) return say('Slave or Primary Interface');
  if (type < 8) return say('Host or Secondary Interface');
  if (type === 8) return say('Switch');
  if (type === 0x11)
    return say(`Revision ID: ${String((flags >> 5) & 7)}.${String(flags & 31).padStart(2, '0')}`);
  if (type === 0x15) return say(`MSI Mapping ${flag('Enable', flags & 1)} ${flag('Fixed', flags & 2)}`);
  return say(hyperTransport[type] ?? `#${hex(type, 2)}`);
};

/** A bridge's entries fix its bus numbers too. */
const allocationTitle: Title = (f, at, flags) => {
  const isBridge = (byteAt(f, 0x0e) & 0x7f) === 1;
  const buses = `, secondary=${String(byteAt(f, at + 4))}, subordinate=${String(byteAt(f, at + 5))}`;
  return `Enhanced Allocation (EA): NumEntries=${String(flags & 63)}${isBridge ? buses : ''}`;
};

const fixed =
  (text: string): Title =>
  () =>
    text;

const titles: Readonly<Record<number, Title>> = {
  0x00: fixed('Null'),
  0x01: (_f, _at, flags) => `Power Management version ${String(flags & 7)}`,
  0x02: (_f, _at, flags) => `AGP version ${hex((flags >> 4) & 15)}.${hex(flags & 15)}`,
  0x03: fixed('Vital Product Data'),
  0x04: (_f, _at, flags) =>
    `Slot ID: ${String(flags & 31)} slots, ${flag('First', flags & 0x20)}, chassis ${hex(flags >> 8, 2)}`,
  0x05: msiTitle,
  0x06: fixed('CompactPCI hot-swap <?>'),
  0x07: (f) => `PCI-X ${(byteAt(f, 0x0e) & 0x7f) === 1 ? '' : 'non-'}bridge device`,
  0x08: hyperTransportTitle,
  0x09: vendorTitle,
  0x0a: (_f, _at, flags) => `Debug port: BAR=${String(flags >> 13)} offset=${hex(flags & 0x1fff, 4)}`,
  0x0b: fixed('CompactPCI central resource control <?>'),
  0x0c: fixed('Hot-plug capable'),
  0x0e: fixed('AGP3 <?>'),
  0x0f: fixed('Secure device <?>'),
  0x10: expressTitle,
  0x11: msixTitle,
  0x12: sataTitle,
  0x13: fixed('PCI Advanced Features'),
  0x14: allocationTitle,
};

const serialNumber: Title = (f, at) => {
  const bytes = [7, 6, 5, 4, 3, 2, 1, 0].map((i) => hex(byteAt(f, at + 4 + i), 2));
  return `Device Serial Number ${bytes.join('-')}`;
};

const vendorExtended: Title = (f, at) => {
  const header = longAt(f, at + 4);
  const [id, rev, length] = [header & 0xffff, (header >>> 16) & 15, header >>> 20];
  return `Vendor Specific Information: ID=${hex(id, 4)} Rev=${String(rev)} Len=${hex(length, 3)} <?>`;
};

const designated: Title = (f, at) => {
  const header = longAt(f, at + 4);
  const [vendor, rev, length] = [header & 0xffff, (header >>> 16) & 15, header >>> 20];
  const id = hex(wordAt(f, at + 8), 4);
  return `Designated Vendor-Specific: Vendor=${hex(vendor, 4)} ID=${id} Rev=${String(rev)} Len=${String(length)} <?>`;
};

const extendedTitles: Readonly<Record<number, Title>> = {
  0x00: fixed('Null'),
  0x01: fixed('Advanced Error Reporting'),
  0x02: fixed('Virtual Channel'),
  0x03: serialNumber,
  0x04: fixed('Power Budgeting <?>'),
  0x05: fixed('Root Complex Link'),
  0x06: fixed('Root Complex Internal Link <?>'),
  0x07: fixed('Root Complex Event Collector Endpoint Association'),
  0x08: fixed('Multi-Function Virtual Channel <?>'),
  0x09: fixed('Virtual Channel'),
  0x0a: fixed('Root Complex Register Block <?>'),
  0x0b: vendorExtended,
  0x0d: fixed('Access Control Services'),
  0x0e: fixed('Alternative Routing-ID Interpretation (ARI)'),
  0x0f: fixed('Address Translation Service (ATS)'),
  0x10: fixed('Single Root I/O Virtualization (SR-IOV)'),
  0x11: fixed('Multi-Root I/O Virtualization <?>'),
  0x12: fixed('Multicast'),
  0x13: fixed('Page Request Interface (PRI)'),
  0x15: fixed('Physical Resizable BAR'),
  0x16: fixed('Dynamic Power Allocation <?>'),
  0x17: fixed('Transaction Processing Hints'),
  0x18: fixed('Latency Tolerance Reporting'),
  0x19: fixed('Secondary PCI Express'),
  0x1a: fixed('Protocol Multiplexing <?>'),
  0x1b: fixed('Process Address Space ID (PASID)'),
  0x1c: fixed('LN Requester <?>'),
  0x1d: fixed('Downstream Port Containment'),
  0x1e: fixed('L1 PM Substates'),
  0x1f: fixed('Precision Time Measurement'),
  0x20: fixed('PCI Express over M_PHY <?>'),
  0x21: fixed('FRS Queueing <?>'),
  0x22: fixed('Readiness Time Reporting <?>'),
  0x23: designated,
  0x24: fixed('Virtual Resizable BAR'),
  0x25: fixed('Data Link Feature <?>'),
  0x26: fixed('Physical Layer 16.0 GT/s <?>'),
  0x27: fixed('Lane Margining at the Receiver <?>'),
  0x28: fixed('Hierarchy ID <?>'),
  0x29: fixed('Native PCIe Enclosure Management <?>'),
  0x2e: fixed('Data Object Exchange'),
};

/** Places of the classic capabilities in order, as far as the chain is sound and the bytes are known. */
export function capabilitiesOf(f: ListedFunction, pointer = 0x34): readonly number[] {
  const places: number[] = [];
  if (!(wordAt(f, 6) & 0x10)) return places;
  let at = byteAt(f, pointer) & ~3;
  while (at !== 0 && isKnown(f, at, 4) && !places.includes(at) && byteAt(f, at) !== 0xff) {
    places.push(at);
    at = byteAt(f, at + 1) & ~3;
  }
  return places;
}

/** "Red Hat, Inc. Device 1100": from the header, of a bridge from its capability; undefined when there is none. */
export function subsystemOf(f: ListedFunction, names: Names, numbers: Numbers): string | undefined {
  const type = byteAt(f, 0x0e) & 0x7f;
  const capability = type === 1 ? capabilitiesOf(f).find((at) => byteAt(f, at) === 0x0d) : undefined;
  const at =
    type === 0
      ? 0x2c
      : type === 2 && isKnown(f, 0x40, 4)
        ? 0x40
        : capability === undefined
          ? 0
          : capability + 4;
  const vendor = at === 0 ? 0 : wordAt(f, at);
  if (vendor === 0 || vendor === 0xffff) return undefined;
  return subsystemText(names, numbers, f, vendor, wordAt(f, at + 2));
}

function extendedLines(f: ListedFunction, verbose: number): string {
  let text = '';
  const seen = new Set<number>();
  let at = 0x100;
  while (at !== 0 && isKnown(f, at, 4)) {
    const header = longAt(f, at);
    if (header === 0 || header === 0xffffffff) break;
    const id = header & 0xffff;
    text += `\tCapabilities: [${hex(at, 3)}${verbose > 1 ? ` v${String((header >>> 16) & 15)}` : ''}] `;
    if (seen.has(at)) return `${text}<chain looped>\n`;
    seen.add(at);
    const title = extendedTitles[id];
    text += title ? title(f, at, 0, verbose) : `Extended Capability ID ${hex0x(id)}`;
    text += `\n${verbose > 1 ? extendedDetailsOf(f, at, id) : ''}`;
    at = (header >>> 20) & ~3;
  }
  return text;
}

/** The chain that starts where the byte at `pointer` says, then the extended one. */
export function capabilityLines(
  f: ListedFunction,
  names: Names,
  numbers: Numbers,
  verbose: number,
  pointer: number,
): string {
  let text = '';
  let hasExtended = false;
  const seen = new Set<number>();
  let at = wordAt(f, 6) & 0x10 ? byteAt(f, pointer) & ~3 : 0;
  while (at !== 0) {
    text += '\tCapabilities: ';
    if (!isKnown(f, at, 4)) return `${text}<access denied>\n`;
    text += `[${hex(at, 2)}] `;
    const [id, flags] = [byteAt(f, at), wordAt(f, at + 2)];
    if (seen.has(at) || id === 0xff) {
      text += seen.has(at) ? '<chain looped>\n' : '<chain broken>\n';
      break;
    }
    seen.add(at);
    if (id === 0x10 || (id === 0x07 && (flags & 0x3000) !== 0)) hasExtended = true;
    const title = titles[id];
    if (title) text += title(f, at, flags, verbose);
    else if (id === 0x0d) {
      text += `Subsystem: ${subsystemText(names, numbers, f, wordAt(f, at + 4), wordAt(f, at + 6))}`;
    } else text += `Capability ID ${hex0x(id, 2)} [${hex(flags, 4)}]`;
    text += `\n${verbose > 1 ? detailsOf(f, at, id, flags) : ''}`;
    at = byteAt(f, at + 1) & ~3;
  }
  return hasExtended ? text + extendedLines(f, verbose) : text;
}
