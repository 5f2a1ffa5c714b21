/** Configuration accesses as software makes them: by CONFIG_ADDRESS and CONFIG_DATA, or through ECAM once there is one. */
import type { Cpu } from './program.ts';

const configAddress = 0xcf8;
const configData = 0xcfc;

export type Width = 1 | 2 | 4;

export class ConfigAccess {
  readonly cpu: Cpu;
  /** Physical address of the ECAM window; 0 while the ports are used. */
  ecam = 0;

  constructor(cpu: Cpu) {
    this.cpu = cpu;
  }

  read(bdf: number, at: number, bytes: Width): number {
    if (this.ecam !== 0) return this.cpu.load(this.ecam + bdf * 0x1000 + at, bytes);
    this.address(bdf, at);
    return this.cpu.in(configData + (at & this.lane(bytes)), bytes);
  }

  write(bdf: number, at: number, value: number, bytes: Width): void {
    if (this.ecam !== 0) return this.cpu.store(this.ecam + bdf * 0x1000 + at, value, bytes);
    this.address(bdf, at);
    this.cpu.out(configData + (at & this.lane(bytes)), value, bytes);
  }

  /** Reads, sets bits, writes: 16 bits wide. */
  set(bdf: number, at: number, bits: number): void {
    this.write(bdf, at, this.read(bdf, at, 2) | bits, 2);
  }

  private address(bdf: number, at: number): void {
    this.cpu.out(configAddress, (0x8000_0000 | (bdf << 8) | (at & 0xfc)) >>> 0, 4);
  }

  private lane(bytes: Width): number {
    return bytes === 4 ? 0 : bytes === 2 ? 2 : 3;
  }
}

/** Every function that answers on a bus, by rising number; functions 1–7 only of a multifunction device. */
export function* functionsOn(config: ConfigAccess, bus: number): Generator<number> {
  let bdf = bus << 8;
  while (bdf >> 8 === bus) {
    const vendor = config.read(bdf, 0x00, 2);
    const present = vendor !== 0 && vendor !== 0xffff;
    if (present) yield bdf;
    const isZero = (bdf & 7) === 0;
    const alone = isZero && (!present || (config.read(bdf, 0x0e, 1) & 0x80) === 0);
    bdf += alone ? 8 : 1;
  }
}

/** Offset of the first capability `id` after `from` (0: from the start of the list), or 0. Gives up after 256 hops. */
export function findCapability(config: ConfigAccess, bdf: number, id: number, from = 0): number {
  if ((config.read(bdf, 0x06, 2) & 0x10) === 0) return 0;
  let at = config.read(bdf, from === 0 ? 0x34 : from + 1, 1);
  for (let hops = 0; at !== 0 && hops < 256; hops++) {
    if (config.read(bdf, at, 1) === id) return at;
    at = config.read(bdf, at + 1, 1);
  }
  return 0;
}
