/** A value that was typed into hardware that is being edited; what it cannot be is said where it was typed. */
import { editHardware } from '../../store/hardware-store.ts';
import { setHex } from '../../store/hex-store.ts';
import { pendingByte, type Pending } from './hex-layout.ts';

export async function edit(fn: number, masked: boolean, pending: Pending): Promise<void> {
  const { offset, bytes } = pending;
  const values = Array.from({ length: bytes }, (_, i) => pendingByte(pending, offset + i));
  const problem = await editHardware(fn, masked ? 'mask' : 'reset', offset, values);
  setHex({ told: problem && { kind: 'problem', message: problem.message } });
}
