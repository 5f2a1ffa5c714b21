// npm run gates [-- --long] [WORD …]: measures every bar that the page is held to (bench/gates.ts), against the build in dist.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { bundle, root } from './bundle.mjs';

const file = await bundle('bench/gates.ts', 'gates');
const { status } = spawnSync(process.execPath, [file, ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: root,
});
process.exitCode = status ?? 1;
