/** What the cursor's access is about: the function and register to show when nobody has chosen one. */
import type { Explanation } from '../engine/explain.ts';
import type { Machine } from '../engine/machine.ts';
import { Op, targetBdf, targetOffset } from '../engine/trace.ts';

export type Target =
  /** No access has been about any function yet. */
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'function';
      readonly fn: number;
      /** Undefined when the access was not about a register. */
      readonly offset: number | undefined;
      readonly bytes: number;
    }
  /** The access was about a place where no function is; `asked` when a cycle went there, else the latch only names it. */
  | { readonly kind: 'absent'; readonly bdf: number; readonly offset: number; readonly asked: boolean };

/** An access that is about no function (RAM, a port of the chipset) leaves the one before it in view. */
export function targetOf(m: Machine, cursor: number, explanation: Explanation | undefined): Target {
  for (let i = cursor - 1; i >= 0; i--) {
    const found = targetOfRow(m, i, i === cursor - 1 ? explanation : undefined);
    if (found !== undefined) return found;
  }
  return { kind: 'nothing' };
}

function targetOfRow(m: Machine, i: number, explanation: Explanation | undefined): Target | undefined {
  const { trace } = m;
  const op = (trace.op[i] ?? 0) & 127;
  const fn = trace.fn[i] ?? -1;
  const bytes = trace.bytes[i] ?? 4;
  if (op === Op.latch) {
    const value = trace.value[i] ?? 0;
    if ((trace.op[i] ?? 0) < 128 || bytes < 4 || value >= 0) return undefined;
    const bdf = (value >>> 8) & 0xffff;
    const there = m.find(bdf);
    const offset = value & 0xfc;
    return there < 0
      ? { kind: 'absent', bdf, offset, asked: false }
      : { kind: 'function', fn: there, offset, bytes: 4 };
  }
  if (op === Op.config || op === Op.ecam) {
    if (explanation?.config?.enabled === false) return undefined;
    const target = trace.target[i] ?? 0;
    const offset = targetOffset(target);
    return fn < 0
      ? { kind: 'absent', bdf: targetBdf(target), offset, asked: true }
      : { kind: 'function', fn, offset, bytes };
  }
  if (fn < 0) return undefined;
  const hit = explanation?.hops.find((hop) => hop.fn === fn && hop.why === 'hit');
  const bar = hit && m.shape(fn).bars.find((b) => b.bytes === hit.to - hit.from + 1);
  return { kind: 'function', fn, offset: bar?.at, bytes: 4 };
}
