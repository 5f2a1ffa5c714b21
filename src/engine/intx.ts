/** INTx pins on their way to the chipset, turned at every bridge. */
import { at } from '../base/assert.ts';
import type { Machine } from './machine.ts';
import { Private, State } from './words.ts';

const intxDisable = 0x400;
const interruptStatus = 0x0008_0000;

/** A function drives or releases its pin. Interrupt Status shows it even while INTx Disable keeps it off the wire. */
export function setIntx(m: Machine, fn: number, level: boolean): void {
  const index = m.privates(fn) + Private.state;
  const state = m.image.get(index);
  if (((state & State.intx) !== 0) === level) return;
  m.image.set(index, level ? state | State.intx : state & ~State.intx);
  const word = (m.base[fn] ?? 0) + 1;
  const status = m.image.get(word);
  m.image.set(word, level ? status | interruptStatus : status & ~interruptStatus);
  if ((status & intxDisable) === 0) propagate(m, fn, level);
}

/** INTx Disable changed: what is asserted appears on or leaves the wire. */
export function commandChanged(m: Machine, fn: number, old: number, now: number): void {
  if (((old ^ now) & intxDisable) === 0) return;
  if ((m.image.get(m.privates(fn) + Private.state) & State.intx) === 0) return;
  propagate(m, fn, (now & intxDisable) === 0);
}

/** Each bridge turns the pin by the device number of what drives it; a root's sink is the chipset. */
function propagate(m: Machine, fn: number, level: boolean): void {
  const pinRegister = (m.word(fn, 15) >>> 8) & 0xff;
  if (pinRegister === 0) return;
  let pin = pinRegister - 1;
  let part = at(m.board.parts, fn);
  for (;;) {
    const slot = part.devfn >> 3;
    const { bridge, root } = at(m.board.wires, part.wire);
    if (root && m.board.authentic === 'qemu') {
      // QEMU turns here too, and takes back what bus 0 will add for the expander: the pin may be negative (pxb_map_irq_fn)
      const own = at(m.board.parts, root.expander).devfn >> 3;
      return m.board.platform.interrupt(m, own, ((pin + slot) & 3) - own, level);
    }
    if (bridge < 0) return m.board.platform.interrupt(m, slot, pin, level);
    pin = (pin + slot) & 3;
    part = at(m.board.parts, bridge);
  }
}
