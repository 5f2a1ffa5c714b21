/** Verbs that act on the board itself, as QEMU's monitor names them: parts in and out, errors. */
import { ok, say, type Problem, type Result } from '../../base/problem.ts';
import { readDevice } from '../../formats/qemu-device.ts';
import { injectVerb, partOf } from './inject.ts';
import type { Action, Given, Verb } from './verb.ts';

/** The bus map does not draw what is not there: `device_add` needs the board changed, which is not a command to the machine. */
function deviceAdd({ text, from }: Given): Result<readonly Action[]> {
  const device = text.replace(/^\S+\s*/, '');
  const start = from + text.length - device.length;
  const problems: Problem[] = [];
  const part = readDevice(device, (message, a = 0, b = device.length) =>
    problems.push({ message, place: { from: start + a, to: start + b } }),
  );
  const [problem] = problems;
  if (problem) return { ok: false, problem };
  return ok(part ? [{ kind: 'add', part }] : []);
}

export const boardVerbs: readonly Verb[] = [
  {
    name: 'device_add',
    usage: 'MODEL[,id=NAME][,bus=BUS][,addr=SLOT][,PROPERTY=VALUE …]',
    example: 'device_add edu,id=toy',
    about: say('help.device-add', {}),
    run: deviceAdd,
  },
  {
    name: 'device_del',
    usage: 'PART | SLOT',
    example: 'device_del 00:03.0',
    about: say('help.device-del', {}),
    run: ({ words: [word], to }, { machine }) => {
      const fn = partOf(machine, word, to);
      return fn.ok ? ok([{ kind: 'remove', fn: fn.value }]) : fn;
    },
  },
  injectVerb,
];
