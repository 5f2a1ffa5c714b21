/** Resets: of one function, of everything below a bridge, of the machine. */
import { at } from '../base/assert.ts';
import type { Machine } from './machine.ts';
import { setIntx } from './intx.ts';
import { rebuildWindows, updateMappings } from './mappings.ts';
import { Global, Private, State } from './words.ts';

/** Returns a function to its reset values: the bits that its shape says a reset clears, its private words, its mappings. */
export function resetFunction(m: Machine, fn: number, whole = false): void {
  setIntx(m, fn, false);
  const shape = m.shape(fn);
  const base = m.base[fn] ?? 0;
  for (let i = 0; i < shape.words; i++) {
    const bits = shape.resets[i] ?? 0;
    if (bits !== 0) m.image.set(base + i, (m.image.get(base + i) & ~bits) | ((shape.reset[i] ?? 0) & bits));
  }
  const own = m.models(fn);
  const by = shape.privatesReset ?? 'function';
  if (by === 'function' || (whole && by === 'machine')) {
    shape.privates.forEach((value, i) => {
      if (shape.survives?.has(i) !== true) m.image.set(own + i, value);
    });
    shape.behave.reset?.(m.device(fn));
  }
  updateMappings(m, fn);
  if (shape.below) rebuildWindows(m, fn);
  m.forgetRoutes();
}

/** Secondary Bus Reset: every function below, at any depth. */
export function resetBelow(m: Machine, fn: number): void {
  const wire = m.wireBelow(fn);
  for (const index of m.partsOn(wire)) {
    if (at(m.board.parts, index).below !== undefined) resetBelow(m, index);
    resetFunction(m, index);
  }
}

/** A slot's power: without it the functions right below a port decode nothing, and losing it resets them and all below. */
export function setPower(m: Machine, bridge: number, on: boolean): void {
  for (const fn of m.partsOn(m.wireBelow(bridge))) if (m.isPresent(fn)) power(m, fn, on);
}

/** Takes a function off the bus, for good. */
export function unplug(m: Machine, fn: number): void {
  power(m, fn, false);
  const at = m.privates(fn) + Private.state;
  m.image.set(at, m.image.get(at) & ~State.present);
}

function power(m: Machine, fn: number, on: boolean): void {
  const at = m.privates(fn) + Private.state;
  const state = m.image.get(at);
  if (((state & State.powered) !== 0) === on) return;
  m.image.set(at, on ? state | State.powered : state & ~State.powered);
  updateMappings(m, fn);
  m.forgetRoutes();
  m.forgetPorts();
  if (on) return;
  if (m.wireBelow(fn) >= 0) resetBelow(m, fn);
  resetFunction(m, fn);
}

/** What a write to the reset control register does: every function and the chipset, but not RAM nor CONFIG_ADDRESS. */
export function resetMachine(m: Machine): void {
  m.board.parts.forEach((_, fn) => resetFunction(m, fn, true));
  const { privates, survives } = m.board.platform;
  privates.forEach((value, i) => {
    if (!survives.has(i)) m.image.set(Global.platform + i, value);
  });
  m.board.platform.reset?.(m);
  m.forgetRoutes();
  m.forgetPorts();
}
