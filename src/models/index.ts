/** Every model that can be plugged in, and every machine type. Order is the palette's. */
import { e1000, e1000Sisters } from './e1000.ts';
import { edu } from './edu.ts';
import { secondaryVga, vga } from './vga.ts';
import type { MachineModel } from './machine-model.ts';
import type { Model } from './model.ts';
import { pc } from './pc.ts';
import { q35 } from './q35.ts';

export const models: readonly Model[] = [e1000, ...e1000Sisters, vga, secondaryVga, edu];

export const machines: readonly MachineModel[] = [pc, q35];

export const findModel = (id: string): Model | undefined => models.find((m) => m.id === id);
