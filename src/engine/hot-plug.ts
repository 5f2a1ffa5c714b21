/** Hot plug: parts come and go while the machine runs. All are on the board from the start; *present* is a bit in a word. */
import type { Board } from './board.ts';
import { Machine } from './machine.ts';
import { rebuildWindows, updateMappings } from './mappings.ts';
import { unplug as takeOff } from './reset.ts';
import { Event, Op, Outcome } from './trace.ts';
import { Private, State } from './words.ts';

/** Puts an absent function into its socket, as it is at power-on; the port above it notices. Nothing when it is there. */
export function plug(m: Machine, fn: number): void {
  const part = m.board.parts[fn];
  if (!part || part.physical !== undefined || m.isPresent(fn)) return;
  appear(m, fn);
  noticed(m, fn);
  m.board.platform.plugged?.(m, fn);
  record(m, fn, Event.plug);
}

/** An absent function is there, as it is at power-on; nobody is told. */
export function appear(m: Machine, fn: number): void {
  const { image } = m;
  const shape = m.shape(fn);
  const base = m.base[fn] ?? 0;
  shape.reset.forEach((value, i) => image.set(base + i, value));
  const own = m.models(fn);
  shape.privates.forEach((value, i) => image.set(own + i, value));
  image.set(m.privates(fn) + Private.state, State.present | State.powered);
  shape.behave.reset?.(m.device(fn));
  updateMappings(m, fn);
  if (shape.below) rebuildWindows(m, fn);
}

/** Pulls a present function out, whatever it is doing. Nothing when it is not there. `port`: whose write brought it about, if any. */
export function unplug(m: Machine, fn: number, port = 0): void {
  if (!m.board.parts[fn] || !m.isPresent(fn)) return;
  takeOff(m, fn);
  noticed(m, fn);
  record(m, fn, Event.unplug, port);
}

/** The bridge above learns that its bus has changed. */
function noticed(m: Machine, fn: number): void {
  m.forgetRoutes();
  m.forgetPorts();
  const bridge = m.board.wires[m.board.parts[fn]?.wire ?? 0]?.bridge ?? -1;
  if (bridge >= 0) m.shape(bridge).behave.occupied?.(m.device(bridge));
}

const record = (m: Machine, fn: number, event: number, port = 0): void =>
  m.trace.push(Op.event, 0, Outcome.platform, port, 0, 0, fn, event, m.image.tape.position);

/**
 * A machine on a larger board, in the state of `old`: `board` has the parts of its board first, then others, which must be
 * absent. The story so far stays with `old`.
 */
export function grow(old: Machine, board: Board): Machine {
  const m = new Machine(board);
  old.image.transplant(m.image);
  m.firmware = old.firmware;
  m.forgetRoutes();
  m.forgetPorts();
  return m;
}
