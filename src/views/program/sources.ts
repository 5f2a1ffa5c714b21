/** The programs' own text, as it stands in programs/: what is shown is what runs. */
import { readSource, type ProgramSource, type SourceFile } from './source.ts';

const root = '../../programs/';
const texts = import.meta.glob<string>(['../../programs/**/*.ts', '!../../programs/**/*.test.ts'], {
  query: '?raw',
  import: 'default',
});

/** "seabios/init.ts" and "../config-access.ts" are "config-access.ts"; undefined for what is outside of programs/. */
function resolve(from: string, to: string): string | undefined {
  const parts = from.split('/').slice(0, -1);
  for (const part of to.split('/')) {
    if (part === '..') {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** A program and all that it imports from here, in the order in which it names them. */
export async function loadProgram(id: string): Promise<ProgramSource | undefined> {
  const first = [`${id}/${id}.ts`, `${id}.ts`].find((name) => `${root}${name}` in texts);
  if (first === undefined) return undefined;
  const names = [first];
  const files: SourceFile[] = [];
  for (const name of names) {
    const text = await texts[`${root}${name}`]?.();
    if (text === undefined) continue;
    const file = readSource(name, text);
    files.push(file);
    for (const to of file.imports) {
      const found = resolve(name, to);
      if (found !== undefined && `${root}${found}` in texts && !names.includes(found)) names.push(found);
    }
  }
  const main = /\bfunction\* (\w+)/.exec(
    files[0]?.lines.map((l) => l.map((w) => w.text).join('')).join('\n') ?? '',
  );
  return { main: main?.[1] ?? '', files };
}
