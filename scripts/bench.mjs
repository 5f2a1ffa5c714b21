// npm run bench [-- WORD]: runs the benchmarks in bench/, or those with WORD in their name, one process each.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { bundle, root } from './bundle.mjs';

const word = process.argv[2] ?? '';
const files = readdirSync(path.join(root, 'bench')).filter(
  (name) => /\.bench\.(ts|mjs)$/.test(name) && name.includes(word),
);
if (files.length === 0) console.log('no such benchmark in bench/');
for (const name of files) {
  console.log(`\n${name}`);
  const file = await bundle(`bench/${name}`, path.parse(name).name);
  const { status } = spawnSync(process.execPath, ['--expose-gc', file], { stdio: 'inherit', cwd: root });
  if (status !== 0) process.exitCode = 1;
}
