/** What a machine type brings: a platform, a root bus and the parts that are soldered on. */
import type { Platform } from '../../engine/platform.ts';
import type { BuiltIn } from '../model.ts';

export interface MachineModel {
  readonly id: 'pc' | 'q35';
  readonly rootBus: string;
  readonly express: boolean;
  readonly mechanism1: boolean;
  /** RAM below 4 GiB, of so much in all. */
  lowRam(ramBytes: number): number;
  platform(ramBytes: number): Platform;
  builtIn(ramBytes: number): readonly BuiltIn[];
}
