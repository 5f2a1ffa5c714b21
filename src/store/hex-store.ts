/** What the hex grid is being used for: the line that is open, what is marked, what was asked for from outside it. */
import { createStore } from 'zustand/vanilla';
import type { Message } from '../base/problem.ts';
import type { LabelId } from '../content/words/catalogue.ts';
import { showInspectorTab } from './ui-store.ts';

/** What a key of the grid, a button beside it or a command does. */
export const hexVerbs = [
  'go',
  'find',
  'width',
  'write',
  'read',
  'why',
  'previous',
  'next',
  'mask',
  'diff',
  'copy',
  'hardware',
] as const;
export type HexVerb = (typeof hexVerbs)[number];

/** Bytes that stand out, 16 a number: bit n of element r is byte 16 r + n. */
export type ByteSet = Uint16Array;

export interface Marks {
  readonly fn: number;
  /** What a search found. */
  readonly hits?: ByteSet;
  /** Bytes of hardware that a person edited. */
  readonly edited?: ByteSet;
  /** Bytes that were otherwise, and what they were. */
  readonly differs?: { readonly bytes: ByteSet; readonly was: Int32Array };
}

/** What the bytes are compared with: the row before, a row, power-on, where a branch leaves or ends. */
export type Against = 'previous' | `row:${number}` | `fork:${number}` | `branch:${number}`;

/** What is said once, where the tools are. */
export type Told =
  | { readonly kind: 'written'; readonly row: number }
  | { readonly kind: 'label'; readonly id: LabelId }
  | { readonly kind: 'problem'; readonly message: Message }
  | { readonly kind: 'copied'; readonly bytes: number; readonly format: string };

export interface HexState {
  readonly wanted: HexVerb | undefined;
  /** The line that stands where the tools are. */
  readonly line: 'go' | 'find' | undefined;
  readonly find: string;
  readonly against: Against | undefined;
  readonly copying: boolean;
  /** To the next hit or difference (1), or the one before (-1). */
  readonly walking: 1 | -1 | undefined;
  /** What is typed changes the hardware, not the bus. */
  readonly hardware: boolean;
  readonly marks: Marks | undefined;
  readonly told: Told | undefined;
}

export const hexStore = createStore<HexState>(() => ({
  wanted: undefined,
  line: undefined,
  find: '',
  against: undefined,
  copying: false,
  walking: undefined,
  hardware: false,
  marks: undefined,
  told: undefined,
}));

export const setHex = (change: Partial<HexState>): void => hexStore.setState(change);

/** Asks the grid to do something, from anywhere; it is brought into view first. */
export function askHex(wanted: HexVerb): void {
  showInspectorTab('hex');
  setHex({ wanted });
}
