/** The Type 0 header: what every endpoint and host bridge shows in its first 64 bytes. PCI Express Base §7.5.1.2. */
import { allBarBlocks } from './bar.ts';
import type { Layout } from './fields.ts';
import { capabilitiesPointer, commonBlocks, interruptBlocks, romBlock } from './header-common.ts';
import { layout, register } from './table.ts';

const blocks = (word: (n: number) => number) => [
  ...commonBlocks,
  ...allBarBlocks(6, word),
  register(0x28, 4, 'CardBus CIS Pointer', 'ro'),
  register(0x2c, 2, 'Subsystem Vendor ID', 'hwinit'),
  register(0x2e, 2, 'Subsystem ID', 'hwinit'),
  romBlock(0x30),
  capabilitiesPointer(0x34),
  register(0x35, 3, 'Reserved 35h', 'rsvdp'),
  register(0x38, 4, 'Reserved 38h', 'rsvdp'),
  ...interruptBlocks,
  register(0x3e, 1, 'Min_Gnt', 'ro'),
  register(0x3f, 1, 'Max_Lat', 'ro'),
];

/** The header with its base address registers split as the function's words say. */
export const headerType0For = (word: (n: number) => number): Layout => layout('type-0', 64, blocks(word));

/** The header with all base addresses as 32-bit memory. */
export const headerType0: Layout = headerType0For(() => 0);
