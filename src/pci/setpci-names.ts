/** The register names of setpci, spelled as `setpci --dumpregs` prints them. Capability names come after a `CAP_` or `ECAP_`. */

/** A named register: which header types (0, 1, 2) have it there. */
export interface NamedRegister {
  readonly name: string;
  readonly at: number;
  readonly bytes: 1 | 2 | 4;
  readonly headers: readonly (0 | 1 | 2)[];
}

/** A named capability: a register is addressed as name+offset.width. */
export interface NamedCapability {
  readonly name: string;
  readonly id: number;
  readonly extended: boolean;
}

const all = [0, 1, 2] as const;

export const setpciRegisters: readonly NamedRegister[] = [
  { name: 'VENDOR_ID', at: 0x00, bytes: 2, headers: all },
  { name: 'DEVICE_ID', at: 0x02, bytes: 2, headers: all },
  { name: 'COMMAND', at: 0x04, bytes: 2, headers: all },
  { name: 'STATUS', at: 0x06, bytes: 2, headers: all },
  { name: 'REVISION', at: 0x08, bytes: 1, headers: all },
  { name: 'CLASS_PROG', at: 0x09, bytes: 1, headers: all },
  { name: 'CLASS_DEVICE', at: 0x0a, bytes: 2, headers: all },
  { name: 'CACHE_LINE_SIZE', at: 0x0c, bytes: 1, headers: all },
  { name: 'LATENCY_TIMER', at: 0x0d, bytes: 1, headers: all },
  { name: 'HEADER_TYPE', at: 0x0e, bytes: 1, headers: all },
  { name: 'BIST', at: 0x0f, bytes: 1, headers: all },
  { name: 'BASE_ADDRESS_0', at: 0x10, bytes: 4, headers: [0, 1] },
  { name: 'BASE_ADDRESS_1', at: 0x14, bytes: 4, headers: [0, 1] },
  { name: 'BASE_ADDRESS_2', at: 0x18, bytes: 4, headers: [0] },
  { name: 'BASE_ADDRESS_3', at: 0x1c, bytes: 4, headers: [0] },
  { name: 'BASE_ADDRESS_4', at: 0x20, bytes: 4, headers: [0] },
  { name: 'BASE_ADDRESS_5', at: 0x24, bytes: 4, headers: [0] },
  { name: 'CARDBUS_CIS', at: 0x28, bytes: 4, headers: [0] },
  { name: 'SUBSYSTEM_VENDOR_ID', at: 0x2c, bytes: 2, headers: [0] },
  { name: 'SUBSYSTEM_ID', at: 0x2e, bytes: 2, headers: [0] },
  { name: 'ROM_ADDRESS', at: 0x30, bytes: 4, headers: [0] },
  { name: 'CAPABILITIES', at: 0x34, bytes: 1, headers: [0, 1] },
  { name: 'INTERRUPT_LINE', at: 0x3c, bytes: 1, headers: all },
  { name: 'INTERRUPT_PIN', at: 0x3d, bytes: 1, headers: all },
  { name: 'MIN_GNT', at: 0x3e, bytes: 1, headers: [0] },
  { name: 'MAX_LAT', at: 0x3f, bytes: 1, headers: [0] },
  { name: 'PRIMARY_BUS', at: 0x18, bytes: 1, headers: [1] },
  { name: 'SECONDARY_BUS', at: 0x19, bytes: 1, headers: [1] },
  { name: 'SUBORDINATE_BUS', at: 0x1a, bytes: 1, headers: [1] },
  { name: 'SEC_LATENCY_TIMER', at: 0x1b, bytes: 1, headers: [1] },
  { name: 'IO_BASE', at: 0x1c, bytes: 1, headers: [1] },
  { name: 'IO_LIMIT', at: 0x1d, bytes: 1, headers: [1] },
  { name: 'SEC_STATUS', at: 0x1e, bytes: 2, headers: [1] },
  { name: 'MEMORY_BASE', at: 0x20, bytes: 2, headers: [1] },
  { name: 'MEMORY_LIMIT', at: 0x22, bytes: 2, headers: [1] },
  { name: 'PREF_MEMORY_BASE', at: 0x24, bytes: 2, headers: [1] },
  { name: 'PREF_MEMORY_LIMIT', at: 0x26, bytes: 2, headers: [1] },
  { name: 'PREF_BASE_UPPER32', at: 0x28, bytes: 4, headers: [1] },
  { name: 'PREF_LIMIT_UPPER32', at: 0x2c, bytes: 4, headers: [1] },
  { name: 'IO_BASE_UPPER16', at: 0x30, bytes: 2, headers: [1] },
  { name: 'IO_LIMIT_UPPER16', at: 0x32, bytes: 2, headers: [1] },
  { name: 'BRIDGE_ROM_ADDRESS', at: 0x38, bytes: 4, headers: [1] },
  { name: 'BRIDGE_CONTROL', at: 0x3e, bytes: 2, headers: [1, 2] },
  { name: 'CB_CARDBUS_BASE', at: 0x10, bytes: 4, headers: [2] },
  { name: 'CB_CAPABILITIES', at: 0x14, bytes: 2, headers: [2] },
  { name: 'CB_SEC_STATUS', at: 0x16, bytes: 2, headers: [2] },
  { name: 'CB_BUS_NUMBER', at: 0x18, bytes: 1, headers: [2] },
  { name: 'CB_CARDBUS_NUMBER', at: 0x19, bytes: 1, headers: [2] },
  { name: 'CB_SUBORDINATE_BUS', at: 0x1a, bytes: 1, headers: [2] },
  { name: 'CB_CARDBUS_LATENCY', at: 0x1b, bytes: 1, headers: [2] },
  { name: 'CB_MEMORY_BASE_0', at: 0x1c, bytes: 4, headers: [2] },
  { name: 'CB_MEMORY_LIMIT_0', at: 0x20, bytes: 4, headers: [2] },
  { name: 'CB_MEMORY_BASE_1', at: 0x24, bytes: 4, headers: [2] },
  { name: 'CB_MEMORY_LIMIT_1', at: 0x28, bytes: 4, headers: [2] },
  { name: 'CB_IO_BASE_0', at: 0x2c, bytes: 2, headers: [2] },
  { name: 'CB_IO_BASE_0_HI', at: 0x2e, bytes: 2, headers: [2] },
  { name: 'CB_IO_LIMIT_0', at: 0x30, bytes: 2, headers: [2] },
  { name: 'CB_IO_LIMIT_0_HI', at: 0x32, bytes: 2, headers: [2] },
  { name: 'CB_IO_BASE_1', at: 0x34, bytes: 2, headers: [2] },
  { name: 'CB_IO_BASE_1_HI', at: 0x36, bytes: 2, headers: [2] },
  { name: 'CB_IO_LIMIT_1', at: 0x38, bytes: 2, headers: [2] },
  { name: 'CB_IO_LIMIT_1_HI', at: 0x3a, bytes: 2, headers: [2] },
  { name: 'CB_SUBSYSTEM_VENDOR_ID', at: 0x40, bytes: 2, headers: [2] },
  { name: 'CB_SUBSYSTEM_ID', at: 0x42, bytes: 2, headers: [2] },
  { name: 'CB_LEGACY_MODE_BASE', at: 0x44, bytes: 4, headers: [2] },
];

export const setpciCapabilities: readonly NamedCapability[] = [
  { name: 'CAP_PM', id: 0x01, extended: false },
  { name: 'CAP_AGP', id: 0x02, extended: false },
  { name: 'CAP_VPD', id: 0x03, extended: false },
  { name: 'CAP_SLOTID', id: 0x04, extended: false },
  { name: 'CAP_MSI', id: 0x05, extended: false },
  { name: 'CAP_CHSWP', id: 0x06, extended: false },
  { name: 'CAP_PCIX', id: 0x07, extended: false },
  { name: 'CAP_HT', id: 0x08, extended: false },
  { name: 'CAP_VNDR', id: 0x09, extended: false },
  { name: 'CAP_DBG', id: 0x0a, extended: false },
  { name: 'CAP_CCRC', id: 0x0b, extended: false },
  { name: 'CAP_HOTPLUG', id: 0x0c, extended: false },
  { name: 'CAP_SSVID', id: 0x0d, extended: false },
  { name: 'CAP_AGP3', id: 0x0e, extended: false },
  { name: 'CAP_SECURE', id: 0x0f, extended: false },
  { name: 'CAP_EXP', id: 0x10, extended: false },
  { name: 'CAP_MSIX', id: 0x11, extended: false },
  { name: 'CAP_SATA', id: 0x12, extended: false },
  { name: 'CAP_AF', id: 0x13, extended: false },
  { name: 'CAP_EA', id: 0x14, extended: false },
  { name: 'ECAP_AER', id: 0x0001, extended: true },
  { name: 'ECAP_VC', id: 0x0002, extended: true },
  { name: 'ECAP_DSN', id: 0x0003, extended: true },
  { name: 'ECAP_PB', id: 0x0004, extended: true },
  { name: 'ECAP_RCLINK', id: 0x0005, extended: true },
  { name: 'ECAP_RCILINK', id: 0x0006, extended: true },
  { name: 'ECAP_RCEC', id: 0x0007, extended: true },
  { name: 'ECAP_MFVC', id: 0x0008, extended: true },
  { name: 'ECAP_VC2', id: 0x0009, extended: true },
  { name: 'ECAP_RBCB', id: 0x000a, extended: true },
  { name: 'ECAP_VNDR', id: 0x000b, extended: true },
  { name: 'ECAP_ACS', id: 0x000d, extended: true },
  { name: 'ECAP_ARI', id: 0x000e, extended: true },
  { name: 'ECAP_ATS', id: 0x000f, extended: true },
  { name: 'ECAP_SRIOV', id: 0x0010, extended: true },
  { name: 'ECAP_MRIOV', id: 0x0011, extended: true },
  { name: 'ECAP_MCAST', id: 0x0012, extended: true },
  { name: 'ECAP_PRI', id: 0x0013, extended: true },
  { name: 'ECAP_REBAR', id: 0x0015, extended: true },
  { name: 'ECAP_DPA', id: 0x0016, extended: true },
  { name: 'ECAP_TPH', id: 0x0017, extended: true },
  { name: 'ECAP_LTR', id: 0x0018, extended: true },
  { name: 'ECAP_SECPCI', id: 0x0019, extended: true },
  { name: 'ECAP_PMUX', id: 0x001a, extended: true },
  { name: 'ECAP_PASID', id: 0x001b, extended: true },
  { name: 'ECAP_LNR', id: 0x001c, extended: true },
  { name: 'ECAP_DPC', id: 0x001d, extended: true },
  { name: 'ECAP_L1PM', id: 0x001e, extended: true },
  { name: 'ECAP_PTM', id: 0x001f, extended: true },
  { name: 'ECAP_M_PCIE', id: 0x0020, extended: true },
  { name: 'ECAP_FRS', id: 0x0021, extended: true },
  { name: 'ECAP_RTR', id: 0x0022, extended: true },
  { name: 'ECAP_DVSEC', id: 0x0023, extended: true },
  { name: 'ECAP_VF_REBAR', id: 0x0024, extended: true },
  { name: 'ECAP_DLNK', id: 0x0025, extended: true },
  { name: 'ECAP_16GT', id: 0x0026, extended: true },
  { name: 'ECAP_LMR', id: 0x0027, extended: true },
  { name: 'ECAP_HIER_ID', id: 0x0028, extended: true },
  { name: 'ECAP_NPEM', id: 0x0029, extended: true },
];

const registers = new Map(setpciRegisters.map((register) => [register.name, register]));
const capabilities = new Map(setpciCapabilities.map((capability) => [capability.name, capability]));

/** The register of a name, in any case of letters. */
export const setpciRegister = (name: string): NamedRegister | undefined => registers.get(name.toUpperCase());

/** The capability of a name such as CAP_PM or ECAP_AER, in any case of letters. */
export const setpciCapability = (name: string): NamedCapability | undefined =>
  capabilities.get(name.toUpperCase());
