/** virtio-net-pci: a paravirtual network card (qemu: hw/virtio/virtio-net-pci.c, hw/net/virtio-net.c), link up, nothing on the wire. */
import { macOf, macProperty } from '../network/mac.ts';
import { virtioModels } from './virtio-models.ts';
import { featureProperties, featuresOf } from './virtio-properties.ts';

/** Those that need no partner on the wire; `gso` only a legacy driver sees. */
const features = {
  on: {
    ctrl_guest_offloads: 2,
    gso: 6,
    mrg_rxbuf: 15,
    status: 16,
    ctrl_vq: 17,
    ctrl_rx: 18,
    ctrl_vlan: 19,
    ctrl_rx_extra: 20,
    guest_announce: 21,
    ctrl_mac_addr: 23,
  },
};
const macAddress = 0x20;
const gso = 0x40;
/** Acknowledged, the MAC address is set through the control queue instead of the configuration. */
const controlMac = 0x0080_0000;
const version1 = 0x01;
const macBytes = 6;

export const virtioNets = virtioModels({
  id: 'virtio-net-pci',
  kind: 'network',
  transitional: true,
  properties: [macProperty, ...featureProperties(features)],
  device: (context) => ({
    id: 1,
    transitional: 0x1000,
    classCode: 0x020000,
    queues: [256, 256, 64],
    vectors: 4,
    features: macAddress | featuresOf(context, features),
    legacyOnly: gso,
    badFeatures: macAddress,
    config: [...macOf(context), ...(context.flag('status') ? [1, 0] : [])],
    written: ({ features: [low, high], wrote, put }) => {
      if (low & controlMac || high & version1) return;
      for (let at = 0; at < macBytes; at++) put(at, wrote(at));
    },
    rom: 0x4_0000,
  }),
});

/** The one of them with a choice. */
export const [virtioNet] = virtioNets;
