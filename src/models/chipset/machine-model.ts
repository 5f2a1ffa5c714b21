/** What a machine type brings: a platform, a root bus and the parts that are soldered on. */
import type { Platform } from '../../engine/platform.ts';
import type { Shape } from '../../engine/shape.ts';
import type { Kind } from '../model.ts';

export interface BuiltIn {
  readonly model: string;
  readonly kind: Kind;
  readonly devfn: number;
  readonly shape: Shape;
}

export interface MachineModel {
  readonly id: 'pc' | 'q35';
  readonly rootBus: string;
  readonly express: boolean;
  readonly mechanism1: boolean;
  platform(ramBytes: number): Platform;
  builtIn(ramBytes: number): readonly BuiltIn[];
}
