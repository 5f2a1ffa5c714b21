/** Makes every capability known: those that have a table, and the names of those that have none. */
import { express } from './express.ts';
import { msi } from './msi.ts';
import { msiX } from './msi-x.ts';
import { powerManagement } from './pm.ts';
import { hotPlug } from './shpc.ts';
import { slotId } from './slot-id.ts';
import { vendorSpecific } from './vendor-specific.ts';
import { accessControlServices } from './acs.ts';
import { advancedErrorReporting } from './aer.ts';
import { advancedFeatures } from './af.ts';
import { agp } from './agp.ts';
import { alternativeRoutingId } from './ari.ts';
import { addressTranslation } from './ats.ts';
import { debugPort } from './debug-port.ts';
import { portContainment } from './dpc.ts';
import { deviceSerialNumber } from './dsn.ts';
import { designatedVendorSpecific } from './dvsec.ts';
import { enhancedAllocation } from './ea.ts';
import { l1PmSubstates } from './l1-pm-substates.ts';
import { latencyTolerance } from './ltr.ts';
import { processAddressSpaceId } from './pasid.ts';
import { pciX } from './pcix.ts';
import { pageRequest } from './pri.ts';
import { precisionTime } from './ptm.ts';
import { resizableBar, resizableVfBar } from './resizable-bar.ts';
import { sata } from './sata.ts';
import { singleRootIov } from './sr-iov.ts';
import { subsystemIds } from './ssvid.ts';
import { virtualChannel } from './vc.ts';
import { vitalProductData } from './vpd.ts';
import { vendorSpecificExtended } from './vsec.ts';
import { addCapabilities, addTitles } from './index.ts';

addCapabilities([
  powerManagement,
  slotId,
  msi,
  vendorSpecific,
  hotPlug,
  express,
  msiX,
  agp,
  vitalProductData,
  pciX,
  debugPort,
  subsystemIds,
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
]);

addTitles([
  { id: 0x06, extended: false, title: 'CompactPCI hot-swap' },
  { id: 0x08, extended: false, title: 'HyperTransport' },
  { id: 0x0b, extended: false, title: 'CompactPCI central resource control' },
  { id: 0x0e, extended: false, title: 'AGP3' },
  { id: 0x0f, extended: false, title: 'Secure device' },
  { id: 0x15, extended: false, title: 'Flattening Portal Bridge' },
  { id: 0x04, extended: true, title: 'Power Budgeting' },
  { id: 0x05, extended: true, title: 'Root Complex Link' },
  { id: 0x06, extended: true, title: 'Root Complex Internal Link' },
  { id: 0x07, extended: true, title: 'Root Complex Event Collector Endpoint Association' },
  { id: 0x08, extended: true, title: 'Multi-Function Virtual Channel' },
  { id: 0x09, extended: true, title: 'Virtual Channel' },
  { id: 0x0a, extended: true, title: 'Root Complex Register Block' },
  { id: 0x0c, extended: true, title: 'Configuration Access Correlation' },
  { id: 0x11, extended: true, title: 'Multi-Root I/O Virtualization' },
  { id: 0x12, extended: true, title: 'Multicast' },
  { id: 0x16, extended: true, title: 'Dynamic Power Allocation' },
  { id: 0x17, extended: true, title: 'Transaction Processing Hints' },
  { id: 0x19, extended: true, title: 'Secondary PCI Express' },
  { id: 0x1a, extended: true, title: 'Protocol Multiplexing' },
  { id: 0x1c, extended: true, title: 'LN Requester' },
  { id: 0x20, extended: true, title: 'PCI Express over M-PHY' },
  { id: 0x21, extended: true, title: 'FRS Queueing' },
  { id: 0x22, extended: true, title: 'Readiness Time Reporting' },
  { id: 0x25, extended: true, title: 'Data Link Feature' },
  { id: 0x26, extended: true, title: 'Physical Layer 16.0 GT/s' },
  { id: 0x27, extended: true, title: 'Lane Margining at the Receiver' },
  { id: 0x28, extended: true, title: 'Hierarchy ID' },
  { id: 0x29, extended: true, title: 'Native PCIe Enclosure Management' },
  { id: 0x2a, extended: true, title: 'Physical Layer 32.0 GT/s' },
  { id: 0x2b, extended: true, title: 'Alternate Protocol' },
  { id: 0x2e, extended: true, title: 'Data Object Exchange' },
  { id: 0x30, extended: true, title: 'Integrity and Data Encryption' },
]);
