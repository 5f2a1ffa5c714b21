/** Every capability that has a table, and the names of those that have none. */
import { accessControlServices } from './acs.ts';
import { advancedErrorReporting } from './aer.ts';
import { advancedFeatures } from './af.ts';
import { agp } from './agp.ts';
import { alternativeRoutingId } from './ari.ts';
import { addressTranslation } from './ats.ts';
import type { Capability } from './capability.ts';
import { debugPort } from './debug-port.ts';
import { portContainment } from './dpc.ts';
import { deviceSerialNumber } from './dsn.ts';
import { designatedVendorSpecific } from './dvsec.ts';
import { enhancedAllocation } from './ea.ts';
import { express } from './express.ts';
import { l1PmSubstates } from './l1-pm-substates.ts';
import { latencyTolerance } from './ltr.ts';
import { msi } from './msi.ts';
import { msiX } from './msi-x.ts';
import { processAddressSpaceId } from './pasid.ts';
import { pciX } from './pcix.ts';
import { powerManagement } from './pm.ts';
import { pageRequest } from './pri.ts';
import { precisionTime } from './ptm.ts';
import { resizableBar, resizableVfBar } from './resizable-bar.ts';
import { sata } from './sata.ts';
import { hotPlug } from './shpc.ts';
import { slotId } from './slot-id.ts';
import { singleRootIov } from './sr-iov.ts';
import { subsystemIds } from './ssvid.ts';
import { virtualChannel } from './vc.ts';
import { vendorSpecific } from './vendor-specific.ts';
import { vitalProductData } from './vpd.ts';
import { vendorSpecificExtended } from './vsec.ts';

export type { Capability } from './capability.ts';

export const capabilityTables: readonly Capability[] = [
  powerManagement,
  agp,
  vitalProductData,
  slotId,
  msi,
  pciX,
  vendorSpecific,
  debugPort,
  hotPlug,
  subsystemIds,
  express,
  msiX,
  sata,
  advancedFeatures,
  enhancedAllocation,
  advancedErrorReporting,
  virtualChannel,
  deviceSerialNumber,
  vendorSpecificExtended,
  accessControlServices,
  alternativeRoutingId,
  addressTranslation,
  singleRootIov,
  pageRequest,
  resizableBar,
  latencyTolerance,
  processAddressSpaceId,
  portContainment,
  l1PmSubstates,
  precisionTime,
  designatedVendorSpecific,
  resizableVfBar,
];

const key = (id: number, extended: boolean): number => id + (extended ? 0x10000 : 0);

const tables = new Map(capabilityTables.map((table) => [key(table.cap.id, table.cap.extended), table]));

/** Names of capabilities that are known but have no table here. */
const others = new Map<number, string>([
  [key(0x06, false), 'CompactPCI hot-swap'],
  [key(0x08, false), 'HyperTransport'],
  [key(0x0b, false), 'CompactPCI central resource control'],
  [key(0x0e, false), 'AGP3'],
  [key(0x0f, false), 'Secure device'],
  [key(0x15, false), 'Flattening Portal Bridge'],
  [key(0x04, true), 'Power Budgeting'],
  [key(0x05, true), 'Root Complex Link'],
  [key(0x06, true), 'Root Complex Internal Link'],
  [key(0x07, true), 'Root Complex Event Collector Endpoint Association'],
  [key(0x08, true), 'Multi-Function Virtual Channel'],
  [key(0x09, true), 'Virtual Channel'],
  [key(0x0a, true), 'Root Complex Register Block'],
  [key(0x0c, true), 'Configuration Access Correlation'],
  [key(0x11, true), 'Multi-Root I/O Virtualization'],
  [key(0x12, true), 'Multicast'],
  [key(0x16, true), 'Dynamic Power Allocation'],
  [key(0x17, true), 'Transaction Processing Hints'],
  [key(0x19, true), 'Secondary PCI Express'],
  [key(0x1a, true), 'Protocol Multiplexing'],
  [key(0x1c, true), 'LN Requester'],
  [key(0x20, true), 'PCI Express over M-PHY'],
  [key(0x21, true), 'FRS Queueing'],
  [key(0x22, true), 'Readiness Time Reporting'],
  [key(0x25, true), 'Data Link Feature'],
  [key(0x26, true), 'Physical Layer 16.0 GT/s'],
  [key(0x27, true), 'Lane Margining at the Receiver'],
  [key(0x28, true), 'Hierarchy ID'],
  [key(0x29, true), 'Native PCIe Enclosure Management'],
  [key(0x2a, true), 'Physical Layer 32.0 GT/s'],
  [key(0x2b, true), 'Alternate Protocol'],
  [key(0x2e, true), 'Data Object Exchange'],
  [key(0x30, true), 'Integrity and Data Encryption'],
]);

/** The table of a capability id; undefined when there is none. */
export const capabilityTable = (id: number, extended: boolean): Capability | undefined =>
  tables.get(key(id, extended));

/** The title of a capability id, with a table or without; undefined when nobody knows it. */
export const capabilityTitle = (id: number, extended: boolean): string | undefined =>
  tables.get(key(id, extended))?.title ?? others.get(key(id, extended));
