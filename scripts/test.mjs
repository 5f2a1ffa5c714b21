// npm test: every step runs, also after one has failed, so that one run tells everything. The last line counts them.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const steps = ['lockcheck', 'format:check', 'lint', 'typecheck', 'knip', 'unit', 'build', 'budget', 'e2e'];

/** @param {string} step */
function passes(step) {
  const npm = process.env['npm_execpath']; // npm itself, so that no shell is needed to find it
  const { status } =
    npm === undefined
      ? spawnSync(`npm run -s ${step}`, { stdio: 'inherit', shell: true })
      : spawnSync(process.execPath, [npm, 'run', '-s', step], { stdio: 'inherit' });
  return status === 0;
}

let passed = 0;
for (const step of steps) {
  const start = performance.now();
  const ok = passes(step);
  if (ok) passed++;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${step} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}
console.log(`${String(passed)} passed, ${String(steps.length - passed)} failed`);
process.exitCode = passed === steps.length ? 0 : 1;
