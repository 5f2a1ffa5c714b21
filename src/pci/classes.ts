/** Names of class codes. */
import { classTable } from './classes-table.ts';

/** The three parts of a class code in words; a part is missing where nobody named it. */
export interface ClassNames {
  readonly base?: string;
  readonly sub?: string;
  readonly progIf?: string;
}

let parsed: ReadonlyMap<string, string> | undefined;

const two = (n: number): string => (n & 0xff).toString(16).padStart(2, '0');

/** Names by hex digits: "06", "0604", "060401". */
function table(): ReadonlyMap<string, string> {
  if (parsed !== undefined) return parsed;
  const names = new Map<string, string>();
  let base = '';
  let sub = '';
  for (const line of classTable.split('\n')) {
    const match = /^(C |\t\t|\t)([0-9a-f]{2}) (.*)$/.exec(line);
    if (!match) continue;
    const [, depth, id = '', name = ''] = match;
    if (depth === 'C ') base = id;
    if (depth === '\t') sub = base + id;
    names.set(depth === 'C ' ? base : depth === '\t' ? sub : sub + id, name);
  }
  parsed = names;
  return names;
}

/** Looks up the three parts of a 24-bit class code (base class in bits 23:16, programming interface in 7:0). */
export function classNames(class24: number): ClassNames {
  const names = table();
  const base = names.get(two(class24 >> 16));
  const sub = names.get(two(class24 >> 16) + two(class24 >> 8));
  const progIf = names.get(two(class24 >> 16) + two(class24 >> 8) + two(class24));
  return {
    ...(base === undefined ? {} : { base }),
    ...(sub === undefined ? {} : { sub }),
    ...(progIf === undefined ? {} : { progIf }),
  };
}

/** "PCI bridge" for 060400; the base class where the sub-class has no name; "Class 4200" for what nobody named. */
export function className(class24: number): string {
  const names = classNames(class24);
  return names.sub ?? names.base ?? `Class ${two(class24 >> 16)}${two(class24 >> 8)}`;
}
