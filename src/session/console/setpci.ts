/** `setpci` of the console: each register becomes a config access, by CF8/CFC, or by ECAM where only that reaches. */
import { lanes } from '../../base/bits.ts';
import { fail, ok, say, type Result } from '../../base/problem.ts';
import type { Machine } from '../../engine/machine.ts';
import { hasId, isInSlot } from '../../formats/lspci/filter.ts';
import {
  masked,
  parseSetpci,
  setpciReadLine,
  setpciWriteLine,
  type SetpciGroup,
  type SetpciOperation,
} from '../../formats/setpci.ts';
import { capabilities, isCapability } from '../../pci/walk.ts';
import { byteAt, longAt, wordAt, type ListedFunction } from '../../formats/lspci/listed.ts';
import type { Command } from '../command.ts';
import { listFunctions } from '../listed.ts';
import { bdfText } from '../names.ts';
import { shifted } from './shifted.ts';
import type { Action } from './verb.ts';

export function setpci(m: Machine, text: string, from: number): Result<readonly Action[]> {
  const parsed = parseSetpci(text);
  if (!parsed.ok) return shifted(parsed, from);
  const commands: Command[] = [];
  const dry: string[] = [];
  for (const group of parsed.value.groups) {
    const functions = chosen(m, group);
    if (functions.length === 0) {
      return fail(say('problem.nothing-chosen', { given: text.slice(0, group.operations[0]?.from).trim() }), {
        from,
        to: from + text.length,
      });
    }
    for (const listed of functions) {
      for (const operation of group.operations) {
        const at = addressOf(listed, operation);
        const place = { from: from + operation.from, to: from + operation.to };
        const who = bdfText(listed.bdf);
        if (at === undefined)
          return fail(say('problem.no-capability', { who, given: operation.text }), place);
        const route = routeOf(m, listed, at, operation);
        if (!route) return fail(say('problem.needs-ecam', { given: operation.text, who }), place);
        if (parsed.value.dry) {
          dry.push(told(listed, at, operation, parsed.value.verbose));
        } else commands.push(...route);
      }
    }
  }
  if (parsed.value.dry) return ok([{ kind: 'print', text: `${dry.join('\n')}\n` }]);
  return ok([{ kind: 'act', text, commands }]);
}

/** The line of a dry run, which reads and does not write. Here it tells the writes without -v too. */
function told(f: ListedFunction, at: number, operation: SetpciOperation, verbose: boolean): string {
  const { capability, values, bytes, offset } = operation;
  const target = {
    domain: f.domain,
    bdf: f.bdf,
    ...(capability ? { capabilityAt: at - offset } : {}),
  };
  const value = (i: number): number => (longAt(f, at + i * bytes) & lanes(0, bytes)) >>> 0;
  return values === undefined
    ? setpciReadLine(target, operation, value(0), verbose)
    : setpciWriteLine(
        target,
        operation,
        values.map((_, i) => value(i)),
      );
}

const chosen = (m: Machine, { slot, ids }: SetpciGroup): ListedFunction[] =>
  listFunctions(m)
    .map((l) => l.listed)
    .filter(
      (f) =>
        isInSlot(slot, f) &&
        hasId(ids, {
          vendor: wordAt(f, 0),
          device: wordAt(f, 2),
          classCode: wordAt(f, 0x0a),
          progIf: byteAt(f, 9),
        }),
    );

/** Byte offset of the operation's register; undefined when the function lacks the capability. */
function addressOf(f: ListedFunction, { capability, offset }: SetpciOperation): number | undefined {
  if (!capability) return offset;
  const found = capabilities((n) => longAt(f, n * 4), f.config.length)
    .filter(isCapability)
    .filter((c) => c.id === capability.id && c.extended === capability.extended)[capability.instance];
  return found && found.at + offset;
}

/** The accesses that reach a register: CF8/CFC below 0x100, else the ECAM window; undefined when there is none. */
function routeOf(
  m: Machine,
  f: ListedFunction,
  at: number,
  { bytes, values }: SetpciOperation,
): Command[] | undefined {
  const list = values ?? [undefined];
  if (at + bytes * list.length <= 0x100) {
    return list.map((v, i) => ({ do: 'config', bdf: f.bdf, offset: at + i * bytes, bytes, ...v }));
  }
  const window = m.board.platform.map(m).find((r) => r.kind === 'ecam');
  if (!window) return undefined;
  return list.map((v, i) => {
    const offset = at + i * bytes;
    const address = window.from + f.bdf * 4096 + offset;
    if (!v) return { do: 'load', address, bytes };
    const before = longAt(f, offset) & lanes(0, bytes);
    return { do: 'store', address, bytes, value: masked(before, v) };
  });
}
