/**
 * How deep a program is in its own routines when it says something. A routine that another hands over to by `yield*` is gone
 * into anew with every step: so its way in is counted, and the program's text need not know.
 */
import type { Step } from './program.ts';

type Routine = Generator<Step, unknown, void>;

let now = 0;
let reached = 0;

/** Before a program takes a step. */
export function surface(): void {
  now = 0;
  reached = 0;
}

/** How many routines the step was taken in: 0 in the program's own function. */
export const depthReached = (): number => reached;

/** The routines of a file, all but the program itself: from now on it is known when one is in them. */
export function routines(...all: readonly { readonly prototype: Routine }[]): void {
  for (const { prototype } of all) {
    const { next } = prototype;
    prototype.next = function counted(this: Routine) {
      now++;
      reached = now;
      const result = next.call(this);
      now--;
      // back in the one that handed over, which goes on
      if (result.done === true) reached = now;
      return result;
    };
  }
}
