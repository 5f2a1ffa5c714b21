/** What the kernel remembers while it sets up PCI: its buses, its devices, and how it reaches configuration space. */
import { ConfigAccess } from '../config-access.ts';
import type { Cpu, Environment } from '../program.ts';
import { Reg } from '../seabios/state.ts';
import type { Resource } from './resources.ts';

export { Reg };

export const Class = {
  none: 0x0000,
  ide: 0x0101,
  host: 0x0600,
  bridge: 0x0604,
  cardBus: 0x0607,
  interruptController: 0x0800,
} as const;

export const Cap = {
  powerManagement: 0x01,
  agp: 0x02,
  vpd: 0x03,
  msi: 0x05,
  pciX: 0x07,
  subsystem: 0x0d,
  agp3: 0x0e,
  express: 0x10,
  msiX: 0x11,
  advancedFeatures: 0x13,
  enhancedAllocation: 0x14,
} as const;

export const PortType = { root: 4, upstream: 5, downstream: 6 } as const;

/** The windows of a bridge; undefined where it cannot have one. */
export interface Windows {
  readonly io: Resource | undefined;
  readonly memory: Resource;
  readonly prefetch: Resource | undefined;
}

export interface Device {
  readonly bdf: number;
  readonly bus: Bus;
  /** Header type without the multifunction bit. */
  readonly layout: number;
  readonly multifunction: boolean;
  /** Base class and subclass; `Class.none` when they contradict the header. */
  class: number;
  /** Subtractive decoding: what no window takes goes through as well. */
  readonly transparent: boolean;
  /** Offset of the PCI Express capability, or 0, and the port type that it tells. */
  readonly express: number;
  readonly portType: number;
  /** A port that cards are put into. */
  readonly slot: boolean;
  /** In register order: BARs, the ROM; then a bridge's windows. */
  readonly resources: Resource[];
  windows: Windows | undefined;
  /** Cards may come and go below: a PCI Express slot that says so. */
  hotPlug: boolean;
  below: Bus | undefined;
}

export interface Bus {
  readonly number: number;
  /** The last number that buses below may have. */
  last: number;
  readonly bridge: Device | undefined;
  readonly devices: Device[];
  /** Registers from 100 on can be reached here. */
  extended: boolean;
  /** Bridge Control as the firmware left it. */
  control: number;
}

const hops = 48;

export class Kernel {
  readonly config: ConfigAccess;
  readonly environment: Environment;
  readonly roots: Bus[] = [];
  readonly buses = new Map<number, Bus>();
  /** What the host bridge hands to its buses; extra roots share it. */
  hostWindows: readonly Resource[] = [];
  /** ECAM: where it begins and how many buses it covers. The first 256 bytes are reached by ports all the same. */
  ecam = { base: 0, buses: 0 };

  constructor(cpu: Cpu, environment: Environment) {
    this.config = new ConfigAccess(cpu);
    this.environment = environment;
  }

  /** A dword at 100 or beyond; all ones when nothing leads there. */
  readExtended(bdf: number, at: number): number {
    if (bdf >> 8 >= this.ecam.buses) return 0xffff_ffff;
    return this.config.cpu.load(this.ecam.base + bdf * 0x1000 + at, 4);
  }

  /** Offset of a capability, or 0. The list is walked anew each time, id and link in one read. */
  find(bdf: number, id: number): number {
    if ((this.config.read(bdf, Reg.command + 2, 2) & 0x10) === 0) return 0;
    let at = this.config.read(bdf, 0x34, 1);
    for (let hop = 0; hop < hops && at >= 0x40; hop++) {
      at &= ~3;
      const head = this.config.read(bdf, at, 2);
      if ((head & 0xff) === 0xff) return 0;
      if ((head & 0xff) === id) return at;
      at = head >> 8;
    }
    return 0;
  }

  addBus(number: number, last: number, bridge?: Device): Bus {
    const bus: Bus = { number, last, bridge, devices: [], extended: true, control: 0 };
    this.buses.set(number, bus);
    return bus;
  }

  /** Where resources on a bus may come from. */
  windowsOf({ bridge }: Bus): readonly Resource[] {
    if (bridge === undefined) return this.hostWindows;
    const own = Object.values(bridge.windows ?? {}).filter((each): each is Resource => each !== undefined);
    return bridge.transparent ? [...own, ...this.windowsOf(bridge.bus)] : own;
  }
}

/** Every device of a bus and of the buses below it, a bridge before what it leads to. */
export function* devicesBelow({ devices }: Bus): Generator<Device> {
  for (const device of devices) {
    yield device;
    if (device.below) yield* devicesBelow(device.below);
  }
}
