/** Golden reads of virtio functions: what the real ones answer after negotiation, after mistakes and after a reset. */
import { describe, expect, it } from 'vitest';
import type { Machine } from '../../engine/machine.ts';
import type { Model } from '../model.ts';
import { config, pcWith, setConfig } from '../testing.ts';
import { virtioBalloons } from './virtio-balloon.ts';
import { virtioBlks } from './virtio-blk.ts';
import { virtioGpus, virtioVgas } from './virtio-gpu.ts';
import { virtioInputs } from './virtio-input.ts';
import { virtioRngs } from './virtio-rng.ts';
import { virtioSerials } from './virtio-serial.ts';

const devfn = 0x28;
const base = 0xe000_0000;
const device = base + 0x2000;
const Common = {
  acceptSelect: 8,
  accept: 12,
  status: 20,
  queue: 22,
  size: 24,
  enable: 28,
  ring: 32,
} as const;
const driverOk = 4;
const needsReset = 0x40;
const pendingInterrupt = 0x0008_0000;

/** A machine with the function's modern BAR at `base`. */
function withModern(model: Model, properties: Record<string, string> = {}): Machine {
  const m = pcWith([{ model, devfn, properties }]);
  setConfig(m, devfn, 0x20, base);
  setConfig(m, devfn, 0x04, 7, 2);
  return m;
}

/** As a virtio 1 driver, ready to go. */
function start(m: Machine): void {
  m.store(base + Common.acceptSelect, 1, 4);
  m.store(base + Common.accept, 1, 4);
  m.store(base + Common.status, driverOk, 1);
}

describe('virtio', () => {
  it('offers three models where there is a legacy interface, one where not', () => {
    expect(virtioRngs.map(({ id }) => id)).toEqual([
      'virtio-rng-pci',
      'virtio-rng-pci-transitional',
      'virtio-rng-pci-non-transitional',
    ]);
    expect(virtioGpus).toHaveLength(1);
    const ids = virtioRngs.map((model) => config(pcWith([{ model, devfn }]), devfn, 0) >>> 16);
    expect(ids).toEqual([0x1005, 0x1005, 0x1044]);
  });

  it('keeps registers of queues that the device does not have, but no size', () => {
    const m = withModern(virtioRngs[0]);
    m.store(base + Common.queue, 900, 2);
    m.store(base + Common.size, 8, 2);
    m.store(base + Common.ring, 0x1234_5000, 4);
    m.store(base + Common.enable, 1, 2);
    expect(m.load(base + Common.size, 2)).toBe(0);
    expect(m.load(base + Common.ring, 4)).toBe(0x1234_5000);
    expect(m.load(base + Common.enable, 2)).toBe(1);
    m.store(base + Common.status, 0, 1);
    m.store(base + Common.queue, 900, 2);
    expect(m.load(base + Common.ring, 4)).toBe(0);
  });

  it('asks for a reset when a queue is enabled with anything but 1, and is silent from then on', () => {
    const m = withModern(virtioInputs[0] ?? virtioRngs[0]);
    start(m);
    m.store(base + Common.enable, 0, 2);
    expect(m.load(base + Common.status, 1)).toBe(driverOk | needsReset);
    expect(config(m, devfn, 4) & pendingInterrupt).not.toBe(0);
    expect(m.load(base + 0x1000, 1)).toBe(3); // reading the interrupt status takes it back
    m.store(base + Common.enable, 0, 2);
    expect(config(m, devfn, 4) & pendingInterrupt).toBe(0);
  });

  it('takes what comes out of a serial port, gives the buffer back and says so', () => {
    const m = withModern(virtioSerials[0]);
    const ring = 0x10_0000;
    m.store(base + Common.queue, 1, 2);
    for (const n of [0, 1, 2]) m.store(base + Common.ring + n * 8, ring + n * 0x1000, 4);
    m.store(base + Common.enable, 1, 2);
    start(m);
    m.store(ring + 3 * 16, 0x20_0000, 4); // descriptor 3: five bytes
    m.store(ring + 3 * 16 + 8, 5, 4);
    m.store(ring + 0x1004, 3, 2);
    m.store(ring + 0x1002, 1, 2);
    m.store(base + 0x3004, 1, 2);
    expect([m.load(ring + 0x2002, 2), m.load(ring + 0x2004, 4), m.load(ring + 0x2008, 4)]).toEqual([1, 3, 0]);
    expect(m.load(base + 0x1000, 1)).toBe(1);
  });

  it('a keyboard answers what its selector asks for', () => {
    const m = withModern(virtioInputs[0] ?? virtioRngs[0]);
    m.store(device, 1, 2);
    expect(m.load(device + 2, 1)).toBe(21);
    expect(m.load(device + 8, 4)).toBe(0x554d_4551); // "QEMU"
  });

  it('a disk says its size, and forgets the write cache without the feature', () => {
    const m = withModern(virtioBlks[0], { drive: 'd' });
    expect(m.load(device, 4)).toBe(0x20_0000);
    expect(m.load(device + 32, 1)).toBe(1);
    start(m);
    expect(m.load(device + 32, 1)).toBe(0);
    m.store(base + Common.status, 0, 1);
    expect(m.load(device + 32, 1)).toBe(1);
  });

  it('a balloon remembers what it was given over a reset', () => {
    const m = withModern(virtioBalloons[0]);
    m.store(device + 4, 77, 4);
    m.out(0xcf9, 6, 1);
    setConfig(m, devfn, 0x20, base);
    setConfig(m, devfn, 0x04, 7, 2);
    expect(m.load(device + 4, 4)).toBe(77);
  });

  it('virtio-vga is a VGA card in front: registers of both behind BAR 2', () => {
    const m = pcWith([{ model: virtioVgas[0], devfn }]);
    setConfig(m, devfn, 0x18, base);
    setConfig(m, devfn, 0x04, 7, 2);
    expect(m.load(base + 0x500, 2)).toBe(0xb0c5);
    expect(m.load(base + 0x1012, 2)).toBe(2); // queues
  });
});
