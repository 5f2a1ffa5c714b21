/** What SeaBIOS knows while it sets up PCI, and the names of the registers that it touches. */
import { ConfigAccess } from '../config-access.ts';
import type { Cpu, Environment } from '../program.ts';

export const Reg = {
  vendor: 0x00,
  device: 0x02,
  command: 0x04,
  classRevision: 0x08,
  class: 0x0a,
  headerType: 0x0e,
  bar0: 0x10,
  primary: 0x18,
  secondary: 0x19,
  subordinate: 0x1a,
  ioBase: 0x1c,
  ioLimit: 0x1d,
  memoryBase: 0x20,
  memoryLimit: 0x22,
  prefetchBase: 0x24,
  prefetchLimit: 0x26,
  prefetchBaseUpper: 0x28,
  prefetchLimitUpper: 0x2c,
  ioBaseUpper: 0x30,
  ioLimitUpper: 0x32,
  rom: 0x30,
  bridgeRom: 0x38,
  interruptLine: 0x3c,
  interruptPin: 0x3d,
  bridgeControl: 0x3e,
} as const;

export const bridgeClass = 0x0604;
export const vgaClass = 0x0300;
export const usbClass = 0x0c03;

/** A function as it was found. */
export interface Found {
  readonly bdf: number;
  /** The same as lspci writes it. */
  readonly who: string;
  readonly vendor: number;
  readonly device: number;
  readonly class: number;
  readonly headerType: number;
  /** Bus number behind a bridge, else 0. */
  readonly secondary: number;
  /** The bridge above; undefined on a root bus. */
  readonly parent: Found | undefined;
}

/** Which interrupt line a function's pin (1–4) leads to. */
type InterruptLine = (found: Found, pin: number) => number;

export class Firmware {
  readonly cpu: Cpu;
  readonly config: ConfigAccess;
  readonly environment: Environment;
  devices: Found[] = [];
  /** Highest bus number. */
  lastBus = 0;
  /** Where PCI memory below 4 GiB may begin; it ends where the I/O APIC is. */
  memoryStart: number;
  readonly memoryEnd = 0xfec0_0000;
  /** The first port that I/O windows may not use, when they begin at 0x1000. */
  ioEnd = 0xa000;
  interruptLine: InterruptLine = () => 0xff;

  constructor(cpu: Cpu, environment: Environment) {
    this.cpu = cpu;
    this.config = new ConfigAccess(cpu);
    this.environment = environment;
    this.memoryStart = environment.ramBelow4G;
  }
}

/** Ports of the power-management block. */
export const pmBase = 0x600;
