/** What QEMU 7.2 refuses to plug in or pull out while a machine runs. */
import { say, type Message } from '../base/problem.ts';
import type { Board } from '../engine/board.ts';
import { neverHot } from '../models/chipset/pcihp.ts';
import type { Scenario } from './scenario.ts';

/**
 * Whether a bus takes no part while the machine runs (qemu: hw/acpi/pcihp.c). A pc's root bus and all buses behind bridges
 * do, by ACPI; a q35's root bus does not, nor does a port with `hotplug=off`.
 */
function busRefuses(scenario: Scenario, board: Board, wire: number): boolean {
  const { bridge, express, name } = board.wires[wire] ?? { bridge: -1, express: true, name: '' };
  if (bridge < 0) return express || wire > 0;
  return scenario.parts.some((p) => p.id === name && p.properties?.['hotplug'] === 'off');
}

/** Why function `fn` of the board cannot be plugged in, or pulled out, while the machine runs. */
export function hotPlugRefusal(scenario: Scenario, board: Board, fn: number): Message | undefined {
  const part = board.parts[fn];
  if (!part) return undefined;
  if (busRefuses(scenario, board, part.wire))
    return say('problem.bus-not-hot', { bus: board.wires[part.wire]?.name ?? '' });
  if (part.builtIn || part.physical !== undefined || neverHot.has(part.model))
    return say('problem.model-not-hot', { model: part.model });
  return undefined;
}

/** Why it cannot be plugged in beside those that are there: a new function shows only with function 0, which comes last. */
export function besideRefusal(
  board: Board,
  fn: number,
  isPresent: (other: number) => boolean,
): Message | undefined {
  const part = board.parts[fn];
  const zero = board.parts.findIndex(
    (p, i) => i !== fn && p.wire === part?.wire && p.devfn === (part.devfn & ~7) && isPresent(i),
  );
  return zero < 0 ? undefined : say('problem.zero-there', { other: board.parts[zero]?.path ?? '' });
}
