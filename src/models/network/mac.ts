/** MAC addresses: given with `mac=`, or counted up (qemu: net/net.c, qemu_macaddr_default_if_unset). */
import type { Context, PropertySpec } from '../model.ts';

export const macProperty: PropertySpec = { name: 'mac', kind: 'mac', initial: '' };

/** QEMU numbers cards in the last byte after these, from `first` on. */
const own = [0x52, 0x54, 0x00, 0x12, 0x34] as const;
const first = 0x56;
const end = 0xff;

/** The address of a card: its own, or the first that no card before it has. */
export function macOf(context: Context): readonly number[] {
  const taken = new Set<number>();
  let mac: readonly number[] = [];
  const cards = context.before.filter(({ kind }) => kind === 'network');
  for (const card of [...cards.map((before) => before.context), context]) {
    mac = given(card) ?? [...own, free(taken)];
    if (own.every((byte, i) => byte === mac[i])) taken.add(mac[5] ?? end);
  }
  return mac;
}

/** Undefined also for all zeroes, as in QEMU. */
function given({ text }: Context): readonly number[] | undefined {
  const bytes = text('mac')
    .split(/[:-]/)
    .map((byte) => Number.parseInt(byte, 16));
  return bytes.length === 6 && bytes.some((byte) => byte !== 0) ? bytes : undefined;
}

function free(taken: ReadonlySet<number>): number {
  let last = first;
  while (last < end && taken.has(last)) last++;
  return last;
}
