/** Fields that setpci takes by the names that lspci prints (`Mem+`, `MaxPayload=256`), in lower case. */

/** Bits of the Command register. */
export const commandFlags: ReadonlyMap<string, number> = new Map([
  ['i/o', 0x1],
  ['mem', 0x2],
  ['busmaster', 0x4],
  ['speccycle', 0x8],
  ['memwinv', 0x10],
  ['vgasnoop', 0x20],
  ['parerr', 0x40],
  ['stepping', 0x80],
  ['serr', 0x100],
  ['fastb2b', 0x200],
  ['disintx', 0x400],
]);

/** Bits of Bridge Control whose names the Command register does not have too. */
export const bridgeFlags: ReadonlyMap<string, number> = new Map([
  ['parity', 0x1],
  ['noisa', 0x4],
  ['vga', 0x8],
  ['vga16', 0x10],
  ['mabort', 0x20],
  ['>reset', 0x40],
]);

/** Sizes in Device Control of the PCI Express capability: name → lowest of three bits, 128 bytes being 0. */
export const expressSizes: ReadonlyMap<string, number> = new Map([
  ['maxpayload', 5],
  ['maxreadreq', 12],
]);
