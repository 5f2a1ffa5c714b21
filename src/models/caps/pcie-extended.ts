/** Extended capabilities of PCI Express as QEMU makes them (hw/pci/pcie.c, pcie_aer.c): AER, ACS. */
import type { ShapeBuilder } from '../../engine/shape-builder.ts';
import { errorsWritten } from './errors.ts';

export const aerBytes = 0x48;

/** Advanced Error Reporting. `root`: the Root Error registers of a root port. */
export function addAer(shape: ShapeBuilder, at: number, root: boolean, log = 8): ShapeBuilder {
  const supported = 0x03ff_f030;
  shape
    .extended(0x0001, 2, at, aerBytes)
    .word(at + 0x04, 0, 0, supported)
    .word(at + 0x0c, 0x0046_2030, supported)
    .word(at + 0x10, 0, 0, 0xf1c1)
    .word(at + 0x14, 0xe000, 0xf1c1)
    .word(at + 0x18, log > 0 ? 0x2a0 : 0xa0, log > 0 ? 0x540 : 0x140)
    .watch(at + 0x04)
    .react(errorsWritten);
  if (root)
    shape
      .word(at + 0x2c, 0, 0x07)
      .word(at + 0x30, 0, 0, 0x7f)
      .resetting(at + 0x2c, -1)
      .watch(at + 0x2c)
      .watch(at + 0x30);
  return shape;
}

/** Access Control Services of a port. */
export const addAcs = (shape: ShapeBuilder, at: number): ShapeBuilder =>
  shape
    .extended(0x000d, 1, at, 8)
    .field(at + 4, 2, 0x5f)
    .field(at + 6, 2, 0, 0x5f)
    .resetting(at + 4, 0xffff_0000 | 0);
