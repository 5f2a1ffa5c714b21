/** The lines of QEMU's human monitor that concern the bus, answered as QEMU does. */
import { expressErrors } from '../models/caps/error-names.ts';
import { injectError } from '../models/caps/errors.ts';
import type { Machine } from '../engine/machine.ts';
import { bdfText } from '../session/names.ts';
import { bdfOf } from '../engine/explain.ts';

/** What the monitor prints; undefined when it does not know the command here. */
export function answerMonitor(m: Machine, line: string): string | undefined {
  const [verb, ...words] = line.trim().split(/\s+/);
  if (verb !== 'pcie_aer_inject_error') return undefined;
  const advisory = words.includes('-a');
  const [id = '', name = ''] = words.filter((word) => !word.startsWith('-'));
  const fn = m.board.parts.findIndex((part) => part.path === id);
  const express = m.shape(fn).caps.express;
  if (fn < 0) return `id or pci device path is invalid or device not found. ${id}\n`;
  if (express === undefined) return `the device doesn't support pci express. ${id}\n`;
  const error = expressErrors.find((e) => e.name === name);
  if (!error) return `invalid error status value. "${name}"`;
  injectError(m, fn, error, advisory);
  const [bus = '', devfn = ''] = bdfText(bdfOf(m, fn)).split(':');
  const root = m.board.wires[0]?.express === true ? '0000:00' : '';
  return `OK id: ${id} root bus: ${root}, bus: ${Number.parseInt(bus, 16).toString(16)} devfn: ${devfn.replace(/^0/, '')}\n`;
}
