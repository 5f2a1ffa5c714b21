/** Single Root I/O Virtualization. PCI Express Base §9.3.3. */
import { bits } from '../../base/bits.ts';
import type { Layout } from '../fields.ts';
import { among, bit, field, register, type Block } from '../table.ts';
import { extended, extendedLayout, type Words } from './capability.ts';

/** Page sizes are a mask: bit n stands for 4 KiB << n. */
const pages = (value: number): string => value.toString(16).padStart(8, '0');

const types = among('32-bit', 'reserved', '64-bit', 'reserved');

function bars(word: Words): Block[] {
  const blocks: Block[] = [];
  for (let n = 0; n < 6; n++) {
    const name = `VF BAR ${String(n)}`;
    const at = 0x24 + n * 4;
    blocks.push(
      register(at, 4, name, [
        bit(0, `${name} Space Indicator`, 'ro'),
        field(2, 1, `${name} Type`, 'ro', types),
        bit(3, `${name} Prefetchable`, 'ro'),
        field(31, 4, name, 'rw', (value) => (value * 16).toString(16).padStart(8, '0')),
      ]),
    );
    if (bits(word(at >> 2), 2, 1) === 2 && n < 5) {
      n++;
      blocks.push(register(at + 4, 4, `VF BAR ${String(n)}`, [field(31, 0, `${name} Upper 32 Bits`, 'rw')]));
    }
  }
  return blocks;
}

const sriovLayout = (word: Words): Layout =>
  extendedLayout('sr-iov', 0x40, [
    register(0x04, 4, 'SR-IOV Capabilities', [
      bit(0, 'VF Migration Capable', 'ro', 'Migration'),
      bit(1, 'ARI Capable Hierarchy Preserved', 'ro'),
      bit(2, 'VF 10-Bit Tag Requester Supported', 'hwinit', '10BitTagReq'),
      field(20, 3, 'SR-IOV Capabilities Reserved', 'rsvdp'),
      field(31, 21, 'VF Migration Interrupt Message Number', 'ro', undefined, 'Interrupt Message Number'),
    ]),
    register(0x08, 2, 'SR-IOV Control', [
      bit(0, 'VF Enable', 'rw', 'Enable'),
      bit(1, 'VF Migration Enable', 'rw', 'Migration'),
      bit(2, 'VF Migration Interrupt Enable', 'rw', 'Interrupt'),
      bit(3, 'VF Memory Space Enable', 'rw', 'MSE'),
      bit(4, 'ARI Capable Hierarchy', 'rw', 'ARIHierarchy'),
      bit(5, 'VF 10-Bit Tag Requester Enable', 'rw', '10BitTagReq'),
      field(15, 6, 'SR-IOV Control Reserved', 'rsvdp'),
    ]),
    register(0x0a, 2, 'SR-IOV Status', [
      bit(0, 'VF Migration Status', 'rw1c', 'Migration'),
      field(15, 1, 'SR-IOV Status Reserved', 'rsvdz'),
    ]),
    register(0x0c, 2, 'InitialVFs', 'hwinit'),
    register(0x0e, 2, 'TotalVFs', 'hwinit'),
    register(0x10, 2, 'NumVFs', 'rw'),
    register(0x12, 1, 'Function Dependency Link', 'hwinit'),
    register(0x13, 1, 'Reserved 13h', 'rsvdp'),
    register(0x14, 2, 'First VF Offset', 'ro'),
    register(0x16, 2, 'VF Stride', 'ro'),
    register(0x18, 2, 'Reserved 18h', 'rsvdp'),
    register(0x1a, 2, 'VF Device ID', 'ro'),
    register(0x1c, 4, 'Supported Page Sizes', 'ro', pages),
    register(0x20, 4, 'System Page Size', 'rw', pages),
    ...bars(word),
    register(0x3c, 4, 'VF Migration State Array Offset', [
      field(2, 0, 'VF Migration State BIR', 'ro'),
      field(31, 3, 'VF Migration State Offset', 'ro', (value) => (value * 8).toString(16).padStart(8, '0')),
    ]),
  ]);

export const singleRootIov = extended(
  0x0010,
  'Single Root I/O Virtualization (SR-IOV)',
  sriovLayout(() => 0),
  sriovLayout,
);
