/** Every model that can be plugged in, and every machine type. Order is the palette's. */
import { e1000 } from './e1000.ts';
import type { MachineModel } from './machine-model.ts';
import type { Model } from './model.ts';
import { pc } from './pc.ts';
import { q35 } from './q35.ts';

export const models: readonly Model[] = [e1000];

export const machines: readonly MachineModel[] = [pc, q35];

export const findModel = (id: string): Model | undefined => models.find((m) => m.id === id);
