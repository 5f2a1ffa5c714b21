/** Runs a program to its end, for those who do not want to stop on the way. */
import type { Program } from './program.ts';

export function runToEnd<T>(program: Program<T>): T {
  for (;;) {
    const { done, value } = program.next();
    if (done === true) return value;
  }
}
