/** virtio-crypto-pci: encryption with QEMU's built-in backend behind it (qemu: hw/virtio/virtio-crypto.c, backends/cryptodev-builtin.c). */
import { bytesOf } from './virtio-device.ts';
import { virtioModels } from './virtio-models.ts';

const ready = 1;
const dataQueues = 1;
/** What the built-in backend can do, as bits: ciphers, a hash, signatures. */
const services = 0x17;
const ciphers = 0x08;
const hashes = 0x04;
const cipherKeyBytes = 64;
const authenticationKeyBytes = 512;
const asymmetric = 0x02;
/** Largest request: 2^63 − 1 less the rest of one. */
const largest = [0xe7, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f];

export const virtioCryptos = virtioModels({
  id: 'virtio-crypto-pci',
  kind: 'system',
  transitional: false,
  properties: [{ name: 'cryptodev', kind: 'text', required: true, initial: '' }],
  device: () => ({
    id: 20,
    classCode: 0x00ff00,
    queues: [1024, 1024],
    vectors: 2,
    features: 0,
    config: [
      ...[ready, dataQueues, services, ciphers, 0, hashes, 0, 0, 0].flatMap((value) => bytesOf(value, 4)),
      ...[cipherKeyBytes, authenticationKeyBytes, asymmetric].flatMap((value) => bytesOf(value, 4)),
      ...largest,
    ],
  }),
});
