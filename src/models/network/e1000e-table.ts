/** The register file of e1000e as a table: where, how much, what is writable, reset value (qemu: hw/net/e1000e_core.c). */

/** Offsets of registers that do something. */
export const Reg = {
  ctrl: 0x0000,
  ctrlAgain: 0x0004,
  status: 0x0008,
  eerd: 0x0014,
  ctrlExt: 0x0018,
  mdic: 0x0020,
  vet: 0x0038,
  icr: 0x00c0,
  itr: 0x00c4,
  ics: 0x00c8,
  ims: 0x00d0,
  imc: 0x00d8,
  eiac: 0x00dc,
  iam: 0x00e0,
  ivar: 0x00e4,
  eitr: 0x00e8,
  rctl: 0x0100,
  eewr: 0x102c,
  psrctl: 0x2170,
  rxdctl: 0x2828,
  rxdctl1: 0x2928,
  asserted: 0x4100,
  address: 0x5400,
  swsm: 0x5b50,
  pbaclr: 0x5b68,
} as const;

export const vectors = 5;

type Row = readonly [at: number, words: number, write?: number, reset?: number, read?: number];

/** Registers that hold something; what is not here reads 0 (without packets every counter does). Writable and readable: all bits when missing. */
const rows: readonly Row[] = [
  [Reg.ctrl, 1, 0, 0x0014_0241],
  [Reg.status, 1, 0, 0x0202],
  [0x0010, 1, ~0x7b00, 0x0300], // EECD
  [Reg.eerd, 1, 0, 0x02],
  [Reg.ctrlExt, 1, ~0x3000],
  [0x001c, 1], // FLA
  [Reg.mdic, 1],
  [0x0028, 1], // FCAL
  [0x002c, 2, 0xffff], // FCAH, FCT
  [Reg.vet, 1, 0xffff],
  [Reg.icr, 1],
  [Reg.itr, 1],
  [Reg.ics, 1],
  [Reg.ims, 1],
  [Reg.eiac, 1],
  [Reg.iam, 1],
  [Reg.ivar, 1],
  [Reg.eitr, vectors],
  [Reg.rctl, 1],
  [0x0170, 1, 0xffff], // FCTTV
  [0x0400, 1], // TCTL
  [0x0410, 1, -1, 0x0060_2008], // TIPG
  [0x0458, 1, -1, 0, 0xffff], // AIT
  [0x0e00, 1, -1, 0x0006_8302], // LEDCTL
  [0x0f00, 1, -1, 0x08], // EXTCNF_CTRL
  [0x0f08, 1], // EXTCNF_SIZE
  [0x0f10, 1, -1, 0x030d], // POEMB
  [0x1000, 1, -1, 0x0014_0014], // PBA
  [0x1008, 1, -1, 0x28, 0x3f], // PBS
  [0x1010, 1, -1, 0x8000_0000], // EEMNGCTL
  [0x1028, 1, 0xffff, 0x02], // FLASHT
  [Reg.eewr, 1, 0, 0x02],
  [0x1030, 1, -1, 0xc000_0000], // FLSWCTL
  [0x1034, 3], // FLSWDATA, FLSWCNT, FLOP
  [0x1050, 1, -1, 0x01], // FLOL
  [0x2160, 1, 0x8000_fff8], // FCRTL
  [0x2168, 1, 0xfff8], // FCRTH
  [Reg.psrctl, 1, -1, 0x0004_0402],
  ...[0x2410, 0x2418, 0x2420, 0x2428, 0x2430].map((at): Row => [at, 1, -1, 0, 0x1fff]), // RDFH…RDFPC
  [0x2800, 1, ~0x0f], // RDBAL0
  [0x2804, 1], // RDBAH0
  [0x2808, 1, 0xf_ff80], // RDLEN0
  [0x2810, 1, 0xffff], // RDH0
  [0x2818, 1, 0xffff], // RDT0
  [0x2820, 1, 0xffff], // RDTR
  [Reg.rxdctl, 1, -1, 0x0001_0000],
  [0x282c, 1, 0xffff], // RADV
  [0x2900, 1, ~0x0f], // the second queue: RDBAL1 …
  [0x2904, 1],
  [0x2908, 1, 0xf_ff80],
  [0x2910, 1, 0xffff],
  [0x2918, 1, 0xffff],
  [Reg.rxdctl1, 1, -1, 0x0001_0000],
  [0x2c00, 1, 0x0fff], // RSRPD
  [0x2c08, 1, 0xffff], // RAID
  ...[0x3410, 0x3418, 0x3420, 0x3428].map((at): Row => [at, 1, -1, 0x0600, 0x1fff]), // TDFH…TDFTS
  [0x3430, 1, -1, 0, 0x1fff], // TDFPC
  [0x3800, 1, ~0x0f], // TDBAL
  [0x3804, 1], // TDBAH
  [0x3808, 1, 0xf_ff80], // TDLEN
  [0x3810, 1, 0xffff], // TDH
  [0x3818, 1, 0xffff], // TDT
  [0x3828, 1], // TXDCTL
  [0x382c, 1, 0xffff], // TADV
  [0x3840, 1, -1, 0x0403, 0x7800_07ff], // TARC0
  [0x3900, 1, ~0x0f],
  [0x3904, 1],
  [0x3908, 1, 0xf_ff80],
  [0x3910, 1, 0xffff],
  [0x3918, 1, 0xffff],
  [0x3928, 1],
  [0x3940, 1, -1, 0x0403, 0x7800_07ff], // TARC1
  [0x4058, 1], // FCRUC
  [Reg.asserted, 1, 0],
  [0x5000, 1, -1, 0x0300], // RXCSUM
  [0x5008, 1], // RFCTL
  [0x5010, 4], // management VLANs
  [0x5200, 128], // multicast table
  [Reg.address, 32],
  [0x5600, 128], // VLAN filter
  [0x5800, 1], // WUC
  [0x5808, 1], // WUFC
  [0x5810, 1], // WUS
  [0x5818, 1], // MRQC
  [0x5820, 1, -1, 0x1000_0000], // MANC
  [0x5824, 2], // MFVAL, MFUTP01
  [0x5830, 1], // MFUTP23
  [0x5838, 1], // IPAV
  [0x5840, 7], // IPv4 addresses
  [0x5860, 1], // MANC2H
  [0x5880, 12], // IPv6 addresses, management decision filters
  [0x5a00, 32], // wake-up packet
  [0x5b00, 1, ~0x0680_0000, 0x0680_0200], // GCR
  [0x5b08, 1], // FUNCTAG
  [0x5b10, 8], // statistics
  [0x5b30, 1, -1, 0x2000_0004], // FACTPS
  [Reg.swsm, 1, -1, 0x01],
  [0x5b64, 1], // GCR2
  [Reg.pbaclr, 1, 0x1f],
  [0x5c00, 64], // redirection table, its random key
  [0x5f00, 11, -1, 0, 0x07ff], // flexible filter lengths
  [0x5f40, 1, 0xffff], // FCRTV
  [0x9000, 255, -1, 0, 0x0f], // flexible filter masks
  [0x9400, 255], // flexible TCO filter
  [0x9800, 255], // flexible filter values
  [0xb600, 13], // time stamps
  [0xb634, 1, -1, 0x88f7], // RXCFGL
  [0xb638, 1, -1, 0x0319], // RXUDP
  [0x1_0000, 10_240], // packet buffer
];

/** Where registers answered in older chips: from, words, to. */
const aliases: readonly (readonly [from: number, words: number, to: number])[] = [
  [0x0040, 32, Reg.address],
  [0x0108, 1, 0x2820],
  [0x0110, 3, 0x2800],
  [0x0120, 1, 0x2810],
  [0x0128, 1, 0x2818],
  [0x0160, 1, 0x2168],
  [0x0168, 1, 0x2160],
  [0x0420, 3, 0x3800],
  [0x0430, 1, 0x3810],
  [0x0438, 1, 0x3818],
  [0x0600, 128, 0x5600],
  [0x8000, 1, 0x2410],
  [0x8008, 1, 0x2418],
  [0x8010, 1, 0x3410],
  [0x8018, 1, 0x3418],
];

const registers = 0x2_0000 / 4;
/** Of each register (offset / 4) that holds something: its private word + 1; 0 when it holds nothing. */
const places = new Int32Array(registers);
const moved = Int32Array.from({ length: registers }, (_, i) => i * 4);
const writable: number[] = [];
const readable: number[] = [];
/** Private words of the table at reset. */
export const tableReset: number[] = [];

for (const [at, words, write = -1, reset = 0, read = -1] of rows) {
  for (let i = 0; i < words; i++) {
    places[(at >> 2) + i] = tableReset.push(reset);
    writable.push(write);
    readable.push(read);
  }
}
for (const [from, words, to] of aliases) for (let i = 0; i < words; i++) moved[(from >> 2) + i] = to + i * 4;

/** The offset that an offset stands for. */
export const resolve = (offset: number): number => moved[(offset & 0x1_ffff) >> 2] ?? 0;

/** The private word of a register; -1 when it holds nothing. */
export const wordOf = (at: number): number => (places[at >> 2] ?? 0) - 1;

export const writableBits = (word: number): number => writable[word] ?? 0;
export const readableBits = (word: number): number => readable[word] ?? 0;

/** PHY registers that are there: page, register, whether writable, reset value. Those of the first list are on every page. */
export const phyEverywhere: readonly (readonly [register: number, write: boolean, reset: number])[] = [
  [0x00, true, 0x1140],
  [0x01, false, 0x794d],
  [0x02, false, 0x0141],
  [0x03, false, 0x0cb1],
  [0x04, true, 0x0de1],
  [0x05, false, 0x07e0],
  [0x06, false, 0x0004],
  [0x07, true, 0x2001],
  [0x08, false, 0],
  [0x09, true, 0x0f00],
  [0x0a, false, 0x3c00],
  [0x0f, false, 0x3000],
  [0x16, true, 0],
];
export const phyPaged: readonly (readonly [page: number, register: number, write: boolean, reset: number])[] =
  [
    [0, 0x10, true, 0x3360],
    [0, 0x11, false, 0xac08],
    [0, 0x12, true, 0],
    [0, 0x13, false, 0],
    [0, 0x14, true, 0],
    [0, 0x15, false, 0],
    [0, 0x19, true, 0],
    [0, 0x1a, true, 0],
    [0, 0x1d, true, 0],
    [0, 0x1e, true, 0],
    [2, 0x10, true, 0x0088],
    [2, 0x12, true, 0],
    [2, 0x13, false, 0],
    [2, 0x15, true, 0x1046],
    [3, 0x10, true, 0],
    [3, 0x11, true, 0],
    [3, 0x12, true, 0x4005],
    [3, 0x13, true, 0],
    [5, 0x14, false, 0],
    [5, 0x15, false, 0],
    [6, 0x11, false, 0],
  ];
