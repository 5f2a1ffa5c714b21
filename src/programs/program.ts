/** What a program is: software that knows the machine only through a CPU's accesses, and says what it is about to do. */
import type { Message, MessageId } from '../base/problem.ts';

/** The four instructions that reach a bus. `Machine` is one. Values are unsigned; 1, 2 or 4 bytes (memory: 8 with `high`). */
export interface Cpu {
  in(port: number, bytes: number): number;
  out(port: number, value: number, bytes: number): void;
  load(address: number, bytes: number): number;
  store(address: number, value: number, bytes: number, high?: number): void;
}

/** A place where a person may want to stop: the sentence of what comes next. */
export interface Step {
  readonly say: Message;
  /** A new phase of the program begins here. */
  readonly phase?: MessageId;
}

/**
 * A program's text is a generator: plain calls for the bus, one `yield` where a person may want to stop. It must be a
 * function of what it reads: run again from the same state it does the same, which is how it is resumed in the past.
 */
export type Program<T = void> = Generator<Step, T, void>;

/** What a program is told by other ways than the PCI bus. */
export interface Environment {
  /** Bytes of RAM below 4 GiB, and above. */
  readonly ramBelow4G: number;
  readonly ramAbove4G: number;
  /** Root buses besides bus 0. */
  readonly extraRoots: number;
  /** BDF of the function that a program for one function is about. */
  readonly target: number;
}
