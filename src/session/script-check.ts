/** What can be said of a script before it runs. It knows every verb of the console, to say which are not for a script. */
import type { Problem } from '../base/problem.ts';
import { Machine } from '../engine/machine.ts';
import { build } from '../scenario/build.ts';
import { verbs } from './console/verbs.ts';
import { linesOf, nothing, readAct } from './script.ts';

/** The lines that do something, by number. */
export const scriptLines = (script: string): readonly number[] => linesOf(script).map(({ line }) => line);

/** Whether it is the machine that says no: by the time that the line's turn comes it may say yes. */
const dependsOnMachine = ({ message }: Problem): boolean =>
  message.id === 'problem.nothing-chosen' ||
  message.id === 'problem.no-capability' ||
  message.id === 'problem.needs-ecam' ||
  (message.id === 'problem.unknown' && message.with.what === 'part');

let nobody: Machine | undefined;

/** What is wrong with a script whatever it runs on. Each problem's place has its line. */
export function checkScript(text: string): readonly Problem[] {
  nobody ??= new Machine(build(nothing).board);
  const machine = nobody;
  return linesOf(text).flatMap((each) => {
    const read = readAct(each, machine, verbs);
    if (read.ok || dependsOnMachine(read.problem)) return [];
    return [{ ...read.problem, place: { ...read.problem.place, line: each.line } }];
  });
}
