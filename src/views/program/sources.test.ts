/** Every sentence of every program is found in its source, with its lines, its function and the way there. */
import { expect, test } from 'vitest';
import { Machine } from '../../engine/machine.ts';
import { catalogue } from '../../models/catalogue.ts';
import { programs } from '../../programs/index.ts';
import { build } from '../../scenario/build.ts';
import { environmentOf } from '../../scenario/environment.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { linesOf, pathTo, readSource, spotOf } from './source.ts';
import { loadProgram } from './sources.ts';

const scenario: Scenario = {
  title: 'test',
  machine: 'q35',
  ram: 16,
  authentic: 'qemu',
  parts: [
    { model: 'e1000', addr: '3' },
    { model: 'pcie-root-port', id: 'rp', addr: '4' },
  ],
};

test.each(programs.map((program) => [program.id, program] as const))('%s', async (id, program) => {
  const source = await loadProgram(id);
  expect(source).toBeDefined();
  if (!source) return;
  const { board } = build(scenario, catalogue);
  const said = new Set<string>();
  for (const { say } of program.run(new Machine(board), { ...environmentOf(scenario), target: 0x18 }))
    said.add(say.id);
  expect(said.size).toBeGreaterThan(0);
  for (const each of said) {
    const found = spotOf(source, each);
    expect(found?.spot.id).toBe(each);
    if (found) expect(pathTo(source, found)[0]).toBe(source.main);
  }
  // no two places say the same: a breakpoint on a sentence is a breakpoint on a line
  const ids = source.files.flatMap((file) => file.spots.map((spot) => spot.id));
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(programs.map(({ id }) => id))('%s: how deep each of its routines is, is known', async (id) => {
  const source = await loadProgram(id);
  for (const { lines, functions } of source?.files ?? []) {
    const text = lines.map((words) => words.map((word) => word.text).join('')).join('\n');
    const counted = /^routines\(([^)]*)\)/m.exec(text)?.[1]?.split(/[\s,]+/) ?? [];
    for (const { name, line } of functions) {
      const isRoutine = /\): Program\b/.test(
        text
          .split('\n')
          .slice(line - 1, line + 7)
          .join('\n')
          .split('{\n')[0] ?? '',
      );
      if (isRoutine && name !== source?.main) expect(counted).toContain(name);
    }
  }
});

test('SeaBIOS numbers its buses through three functions', async () => {
  const source = await loadProgram('seabios');
  const found = source && spotOf(source, 'seabios.bridge');
  expect(found?.file.name).toBe('seabios/bus-numbers.ts');
  expect(source && found && pathTo(source, found)).toEqual(['seabios', 'numberBuses', 'behind', 'bridge']);
  expect(source?.files.map((file) => file.name)).toContain('config-access.ts');
});

const text = `/** A program. */
import { say } from '../base/problem.ts';
import type { Program } from './program.ts';

export function* main(cpu: Cpu): Program {
  yield { say: say('a.first', {}) };
  for (const bus of [0]) yield* more(cpu, 'x // y');

  yield {
    say: say('a.second', { size: '\\'' }),
  };
  cpu.out(0xcf8, 1, 4); // the latch
}

function* more({ out }: Cpu, why: string): Program {
  if (out) {
    yield { say: say('a.third', {}) };
    out(1);

    out(2);
  }
  out(3);
}
`;

test('the lines of a sentence end before the next one, or with the block', () => {
  const { spots, functions, imports } = readSource('a.ts', text);
  expect(spots).toEqual([
    { id: 'a.first', line: 6, to: 6 },
    { id: 'a.second', line: 9, to: 12 },
    { id: 'a.third', line: 17, to: 20 },
  ]);
  expect(functions).toEqual([
    { name: 'main', line: 5, to: 13, calls: ['more'] },
    { name: 'more', line: 15, to: 23, calls: [] },
  ]);
  expect(imports).toEqual(['../base/problem.ts']);
});

test('three colours, and not a character lost', () => {
  const lines = linesOf(text);
  expect(lines.map((line) => line.map((w) => w.text).join('')).join('\n')).toBe(text.trimEnd());
  expect(lines[0]).toEqual([{ look: 'comment', text: '/** A program. */' }]);
  expect(lines[6]?.filter((w) => w.look === 'string')).toEqual([{ look: 'string', text: "'x // y'" }]);
  expect(lines[11]?.at(-1)).toEqual({ look: 'comment', text: '// the latch' });
  expect(lines[5]?.find((w) => w.look === 'keyword')?.text).toBe('yield');
});
