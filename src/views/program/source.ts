/**
 * A source file as the pane shows it: lines in three colours, the places where it says a sentence, and its functions.
 * It reads our own formatted code, so a line and its indentation say enough: a function ends at the first line that is "}".
 */

export type Look = 'plain' | 'comment' | 'string' | 'keyword';

export interface Word {
  readonly look: Look;
  readonly text: string;
}

/** A `yield` of a sentence. Lines count from 1. */
export interface Spot {
  readonly id: string;
  readonly line: number;
  /** The last line before something else is said. */
  readonly to: number;
}

export interface SourceFunction {
  readonly name: string;
  readonly line: number;
  readonly to: number;
  /** The functions that it hands over to, by `yield*`. */
  readonly calls: readonly string[];
}

export interface SourceFile {
  /** Below programs/: "seabios/sizing.ts". */
  readonly name: string;
  readonly lines: readonly (readonly Word[])[];
  readonly spots: readonly Spot[];
  readonly functions: readonly SourceFunction[];
  /** Files that it imports for more than types, as written. */
  readonly imports: readonly string[];
}

const keywords = new Set(
  (
    'as break case class const continue default do else export extends false for from function if implements import in ' +
    'interface let new null of private readonly return static super switch this true type typeof undefined while yield'
  ).split(' '),
);

const token =
  /(?<comment>\/\*[\s\S]*?\*\/|\/\/[^\n]*)|(?<string>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|(?<word>[\w$]+)|\s+|[^\s\w$]/g;

/** The text in words of one colour, line by line. */
export function linesOf(text: string): readonly (readonly Word[])[] {
  const lines: Word[][] = [[]];
  const add = (look: Look, part: string): void => {
    if (part === '') return;
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (last?.look === look) line?.splice(-1, 1, { look, text: last.text + part });
    else line?.push({ look, text: part });
  };
  for (const { 0: part, groups } of text.trimEnd().matchAll(token)) {
    const look =
      groups?.['comment'] !== undefined
        ? 'comment'
        : groups?.['string'] !== undefined
          ? 'string'
          : keywords.has(part)
            ? 'keyword'
            : 'plain';
    part.split('\n').forEach((piece, i) => {
      if (i > 0) lines.push([]);
      add(look, piece);
    });
  }
  return lines;
}

const indent = (line: string): number => line.length - line.trimStart().length;

/** The lines of a sentence: from its `yield` to before the next one, or to the end of the block. */
function lastLine(rows: readonly string[], from: number): number {
  const depth = indent(rows[from] ?? '');
  let to = from;
  for (let i = from + 1; i < rows.length; i++) {
    const row = rows[i] ?? '';
    if (row.trim() === '') continue;
    if (indent(row) < depth || /\byield\b/.test(row)) break;
    to = i;
  }
  return to;
}

function spotsOf(rows: readonly string[]): readonly Spot[] {
  return rows.flatMap((row, i) => {
    if (!/\byield \{/.test(row)) return [];
    const id = /\bsay\(\s*'([^']+)'/.exec(rows.slice(i, i + 4).join('\n'))?.[1];
    return id === undefined ? [] : [{ id, line: i + 1, to: lastLine(rows, i) + 1 }];
  });
}

function functionsOf(rows: readonly string[]): readonly SourceFunction[] {
  return rows.flatMap((row, i) => {
    const name = /^(?:export )?function\*? (\w+)/.exec(row)?.[1];
    if (name === undefined) return [];
    const to = rows.indexOf('}', i);
    const body = rows.slice(i, to + 1).join('\n');
    const calls = [...body.matchAll(/\byield\* (\w+)\(/g)].flatMap(([, callee]) => callee ?? []);
    return [{ name, line: i + 1, to: to + 1, calls: [...new Set(calls)] }];
  });
}

export function readSource(name: string, text: string): SourceFile {
  const rows = text.trimEnd().split('\n');
  const imports = [...text.matchAll(/^import (?!type\b)[^;]*?from '(\.[^']+)';/gm)];
  return {
    name,
    lines: linesOf(text),
    spots: spotsOf(rows),
    functions: functionsOf(rows),
    imports: imports.flatMap(([, from]) => from ?? []),
  };
}

/** The files of a program; its main function is the generator that the first of them exports first. */
export interface ProgramSource {
  readonly main: string;
  readonly files: readonly SourceFile[];
}

export interface Found {
  readonly file: SourceFile;
  readonly spot: Spot;
}

/** Where a program says a sentence. */
export function spotOf({ files }: ProgramSource, id: string | undefined): Found | undefined {
  for (const file of files) {
    const spot = file.spots.find((each) => each.id === id);
    if (spot) return { file, spot };
  }
  return undefined;
}

/** From the program's main function to the one that says the sentence, each handing over to the next. */
export function pathTo({ main, files }: ProgramSource, { file, spot }: Found): readonly string[] {
  const all = files.flatMap((each) => each.functions);
  const goal = file.functions.find(({ line, to }) => line <= spot.line && spot.line <= to)?.name ?? main;
  const paths: string[][] = [[main]];
  const seen = new Set([main]);
  for (const path of paths) {
    const name = path.at(-1);
    if (name === goal) return path;
    for (const callee of all.find((each) => each.name === name)?.calls ?? []) {
      if (seen.has(callee)) continue;
      seen.add(callee);
      paths.push([...path, callee]);
    }
  }
  return [goal];
}
