/** Bars that tests hold: the tests, counted. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { env } from './browser.ts';
import { passed } from './table.ts';

interface Spec {
  readonly title: string;
  readonly ok: boolean;
}
interface Suite {
  readonly specs?: readonly Spec[];
  readonly suites?: readonly Suite[];
}
const specsOf = (suite: Suite): readonly Spec[] => [
  ...(suite.specs ?? []),
  ...(suite.suites ?? []).flatMap(specsOf),
];

export function states(): void {
  const { stdout } = spawnSync(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', 'gates', 'offline', 'keys', '--reporter=json'],
    { encoding: 'utf8', env: { ...env, CF8_GATES: 'all', CF8_PORT: '4393' }, maxBuffer: 1e9 },
  );
  const report: Suite = JSON.parse(stdout.slice(stdout.indexOf('{')));
  const specs = specsOf(report);
  const count = (what: string, of: RegExp): void => {
    const own = specs.filter(({ title }) => of.test(title));
    passed(what, own.filter(({ ok }) => ok).length, own.filter(({ ok }) => !ok).length);
    for (const { title } of own.filter(({ ok }) => !ok)) console.log(`  ${title}`);
  };
  count('axe: states × light, dark × en, zh-CN', /^axe: (?!projector)/);
  count('axe: projector, 13 moments × light, dark × en, zh-CN', /^axe: projector/);
  count('reflow at 320 pixels, 200 % and 400 %', /^reflows/);
  count('reduced motion: nothing moves', /reduced motion/);
  count('offline: second visit, install, newer build', /network|installed|newer build/);
}

export function links(): void {
  const unit = (what: string, ...files: string[]): void => {
    const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...files], {
      stdio: 'ignore',
    });
    passed(what, status === 0 ? 1 : 0, status === 0 ? 0 : 1);
  };
  unit('contrast, colour blindness, one place for tokens', 'src/views/parts/tokens.test.ts');
  unit('every link that was ever given opens', 'src/store/sharing/links.test.ts');
}
