/** Messages (MSI, MSI-X) on their way to memory: a write that the function itself makes. */
import { join } from '../base/bits.ts';
import { store } from './dispatch.ts';
import type { Machine } from './machine.ts';
import { Op, Outcome } from './trace.ts';

const busMaster = 4;

/** Sends a message as MSI-X or MSI would: a memory write by the function, if it is enabled as bus master. */
export function sendMessage(m: Machine, fn: number, vector: number): boolean {
  const { msi, msix, msixTable, msixVectors = 0 } = m.shape(fn).caps;
  if (msix !== undefined && msixTable !== undefined && m.word(fn, msix >> 2) < 0) {
    const head = m.word(fn, msix >> 2);
    const table = m.models(fn) + msixTable;
    const entry = table + vector * 4;
    if ((head & 0x4000_0000) !== 0 || (m.image.get(entry + 3) & 1) !== 0) {
      const pending = table + msixVectors * 4 + (vector >> 5);
      m.image.set(pending, m.image.get(pending) | (1 << (vector & 31)));
    } else deliver(m, fn, vector, join(m.image.get(entry + 1), m.image.get(entry)), m.image.get(entry + 2));
    return true;
  }
  if (msi === undefined) return false;
  const at0 = msi >> 2;
  const control = m.word(fn, at0) >>> 16;
  if ((control & 1) === 0) return false;
  const wide = (control & 0x80) !== 0;
  const dataWord = at0 + (wide ? 3 : 2);
  if ((control & 0x100) !== 0 && ((m.word(fn, dataWord + 1) >>> vector) & 1) !== 0) {
    const pending = (m.base[fn] ?? 0) + dataWord + 2;
    m.image.set(pending, m.image.get(pending) | (1 << vector));
    return true;
  }
  const allocated = 1 << ((control >> 4) & 7);
  const data = (m.word(fn, dataWord) & 0xffff & ~(allocated - 1)) | (vector & (allocated - 1));
  deliver(m, fn, vector, join(wide ? m.word(fn, at0 + 2) : 0, m.word(fn, at0 + 1)), data);
  return true;
}

function deliver(m: Machine, fn: number, vector: number, address: number, data: number): void {
  const delivered = (m.word(fn, 1) & busMaster) !== 0;
  if (delivered) store(m, 'memory', address, data, 4);
  const outcome = delivered ? Outcome.claimed : Outcome.ignored;
  m.trace.push(Op.message | 128, 4, outcome, address, data, 0, fn, vector, m.image.tape.position);
}
