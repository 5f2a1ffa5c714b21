/** `lspci` of the console: what the real one would print on this machine. */
import { ok, type Result } from '../../base/problem.ts';
import type { Machine } from '../../engine/machine.ts';
import { lspciText, parseLspci } from '../../formats/lspci-text.ts';
import type { Names } from '../../formats/lspci/names.ts';
import { classNames } from '../../pci/classes.ts';
import { deviceName, vendorName } from '../../pci/ids.ts';
import { listFunctions } from '../listed.ts';
import { shifted } from './shifted.ts';
import type { Action } from './verbs.ts';

/** The names that are built in; an empty text is the same as not knowing. */
const names: Names = {
  vendor: vendorName,
  device: deviceName,
  subsystem: () => undefined,
  baseClass: (base) => classNames(base << 16).base,
  subclass: (classCode) => classNames(classCode << 8).sub,
  progIf: (classCode, progIf) => classNames((classCode << 8) | progIf).progIf,
};

export function lspci(m: Machine, text: string, from: number): Result<readonly Action[]> {
  const options = parseLspci(text);
  if (!options.ok) return shifted(options, from);
  const listed = listFunctions(m).map((l) => l.listed);
  return ok([{ kind: 'print', text: lspciText(listed, names, options.value) }]);
}
