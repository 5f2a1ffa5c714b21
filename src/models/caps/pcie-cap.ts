/** The PCI Express capability as QEMU makes it (hw/pci/pcie.c): what every type of function has. Ports: pcie-port.ts. */
import type { Device } from '../../engine/device.ts';
import type { ShapeBuilder } from '../../engine/shape-builder.ts';
import { resetBelow, resetFunction } from '../../engine/reset.ts';

export const expressBytes = 0x3c;

/** Device/Port Type of the Express Capabilities register. */
export const PortType = {
  endpoint: 0,
  rootPort: 4,
  upstream: 5,
  downstream: 6,
  toPci: 7,
  integrated: 9,
} as const;

/** Offsets in the capability. */
export const Exp = {
  flags: 0x02,
  devcap: 0x04,
  devctl: 0x08,
  lnkcap: 0x0c,
  lnkctl: 0x10,
  sltcap: 0x14,
  sltctl: 0x18,
  rtctl: 0x1c,
  devcap2: 0x24,
  devctl2: 0x28,
  lnkcap2: 0x2c,
  lnkctl2: 0x30,
} as const;

export interface LinkOptions {
  readonly port?: number;
  /** Encoded as Link Capabilities does: 1 = 2.5 GT/s … 4 = 16 GT/s. */
  readonly speed?: number;
  readonly width?: number;
}

/** A version 2 PCI Express capability with what every type has. */
export function addExpress(
  shape: ShapeBuilder,
  at: number,
  type: number,
  link: LinkOptions = {},
): ShapeBuilder {
  const { port = 0, speed = 1, width = 1 } = link;
  const wide = width > 1 || speed > 1 ? 0x0020_0000 : 0;
  const active = speed > 1 ? 0x0010_0000 : 0;
  shape
    .capability(0x10, at, expressBytes)
    .field(at + Exp.flags, 2, (type << 4) | 2)
    .field(at + Exp.devcap, 4, 0x8000)
    .field(at + Exp.lnkcap, 4, (port << 24) | 0x400 | (width << 4) | speed | wide | active)
    .field(at + Exp.lnkctl + 2, 2, 0x11)
    .field(at + Exp.devcap2, 4, 0x0030_0000)
    .field(at + Exp.devctl2, 2, 0, 0x8000)
    // where extended capabilities would begin reads as "none"
    .word(0x100, 0);
  if (speed > 1) shape.field(at + Exp.lnkctl2, 2, speed);
  if (speed > 2) shape.field(at + Exp.lnkcap2, 4, speed > 3 ? 0x1e : 0x0e);
  return shape;
}

/** Bits of a field of the builder's that a helper adds, without disturbing its neighbours. */
export function grow(shape: ShapeBuilder, at: number, reset: number, write = 0, w1c = 0): void {
  const i = at >> 2;
  const shift = (at & 3) * 8;
  shape.reset[i] = (shape.reset[i] ?? 0) | (reset << shift);
  shape.write[i] = (shape.write[i] ?? 0) | (write << shift);
  shape.w1c[i] = (shape.w1c[i] ?? 0) | (w1c << shift);
}

/** Function Level Reset: the bit reads zero; the model's `configWritten` must call `flrWritten`. */
export function addFlr(shape: ShapeBuilder, at: number): ShapeBuilder {
  grow(shape, at + Exp.devcap, 0x1000_0000);
  grow(shape, at + Exp.devctl, 0, 0x8000);
  return shape.watch(at + Exp.devctl);
}

/** After a write to config word `word`: Initiate Function Level Reset acts and reads zero again. */
export function flrWritten(device: Device, word: number): void {
  const at = device.shape.caps.express;
  if (at === undefined || word !== (at + Exp.devctl) >> 2) return;
  if ((device.word(word) & 0x8000) === 0) return;
  if (device.machine.wireBelow(device.fn) >= 0) resetBelow(device.machine, device.fn);
  resetFunction(device.machine, device.fn);
  device.setWord(word, device.word(word) & ~0x8000);
}
