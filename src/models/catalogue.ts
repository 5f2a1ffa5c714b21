/** Every model that can be plugged in, a table; order is the palette's. Loaded when `common` is not enough, with q35. */
import { bochsDisplay } from './display/bochs-display.ts';
import { cirrusVga } from './display/cirrus-vga.ts';
import { secondaryVga, vga } from './display/vga.ts';
import { i82801b11Bridge } from './bridges/i82801b11-bridge.ts';
import { ioh3420 } from './bridges/ioh3420.ts';
import { pciBridge } from './bridges/pci-bridge.ts';
import { pciePciBridge } from './bridges/pcie-pci-bridge.ts';
import { pcieRootPort } from './bridges/pcie-root-port.ts';
import { pxb, pxbPcie } from './bridges/pxb.ts';
import { x3130Upstream, xio3130Downstream } from './bridges/x3130.ts';
import { q35 } from './chipset/q35.ts';
import { addMachine } from './machines.ts';
import type { Model } from './model.ts';
import { ac97 } from './sound/ac97.ts';
import { es1370 } from './sound/es1370.ts';
import { intelHdas } from './sound/intel-hda.ts';
import { e1000, e1000Sisters } from './network/e1000.ts';
import { e1000e } from './network/e1000e.ts';
import { eepro100s } from './network/eepro100.ts';
import { ne2kPci } from './network/ne2k-pci.ts';
import { pcnet } from './network/pcnet.ts';
import { rtl8139 } from './network/rtl8139.ts';
import { tulip } from './network/tulip.ts';
import { vmxnet3 } from './network/vmxnet3.ts';
import { ich9Ahci } from './storage/ich9-ahci.ts';
import { nvmeSubsys, nvmeWithVirtual } from './storage/nvme-sriov.ts';
import { pvscsi } from './storage/pvscsi.ts';
import { sdhciPci } from './storage/sdhci-pci.ts';
import { megasas } from './storage/megasas.ts';
import { lsi53c895a } from './storage/lsi53c895a.ts';
import { mptsas1068 } from './storage/mptsas1068.ts';
import { am53c974, dc390 } from './storage/esp-pci.ts';
import { piixIdes } from './storage/piix-ide.ts';
import { ivshmemDoorbell, ivshmemPlain } from './system/ivshmem.ts';
import { serialCards } from './system/pci-serial.ts';
import { i6300esb } from './system/i6300esb.ts';
import { pvpanic } from './system/pvpanic.ts';
import { tpci200 } from './system/tpci200.ts';
import { edu } from './teaching/edu.ts';
import { ehcis } from './usb/ehci.ts';
import { ohci } from './usb/ohci.ts';
import { uhcis } from './usb/uhci.ts';
import { necXhci, qemuXhci } from './usb/xhci.ts';
import { pciTestdev } from './teaching/pci-testdev.ts';
import { virtio9ps } from './virtio/virtio-9p.ts';
import { virtioBalloons } from './virtio/virtio-balloon.ts';
import { virtioBlks } from './virtio/virtio-blk.ts';
import { virtioCryptos } from './virtio/virtio-crypto.ts';
import { virtioGpus, virtioVgas } from './virtio/virtio-gpu.ts';
import { virtioInputs } from './virtio/virtio-input.ts';
import { virtioIommus } from './virtio/virtio-iommu.ts';
import { virtioNets } from './virtio/virtio-net.ts';
import { virtioRngs } from './virtio/virtio-rng.ts';
import { virtioScsis } from './virtio/virtio-scsi.ts';
import { virtioSerials } from './virtio/virtio-serial.ts';

addMachine(q35);

export const catalogue: readonly Model[] = [
  // bridges and ports
  pciBridge,
  i82801b11Bridge,
  pciePciBridge,
  pcieRootPort,
  ioh3420,
  x3130Upstream,
  xio3130Downstream,
  pxb,
  pxbPcie,
  // network
  e1000,
  ...e1000Sisters,
  e1000e,
  rtl8139,
  pcnet,
  ne2kPci,
  vmxnet3,
  tulip,
  ...eepro100s,
  ...virtioNets,
  // storage
  ich9Ahci,
  nvmeWithVirtual,
  nvmeSubsys,
  pvscsi,
  sdhciPci,
  ...megasas,
  ...lsi53c895a,
  mptsas1068,
  am53c974,
  dc390,
  ...piixIdes,
  // display
  vga,
  secondaryVga,
  bochsDisplay,
  cirrusVga,
  // USB
  ...uhcis,
  ...ehcis,
  ohci,
  qemuXhci,
  necXhci,
  // sound
  ...intelHdas,
  ac97,
  es1370,
  // virtio
  ...virtioBlks,
  ...virtioScsis,
  ...virtioSerials,
  ...virtioRngs,
  ...virtioBalloons,
  ...virtioInputs,
  ...virtioGpus,
  ...virtioVgas,
  ...virtio9ps,
  ...virtioCryptos,
  ...virtioIommus,
  // system
  pvpanic,
  ...serialCards,
  tpci200,
  i6300esb,
  ivshmemPlain,
  ivshmemDoorbell,
  // teaching
  edu,
  pciTestdev,
];
