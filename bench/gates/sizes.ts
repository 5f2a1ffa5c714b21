/** What the page weighs. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { close, fresh } from './browser.ts';
import { address, sentBytes } from './host.ts';
import { row } from './table.ts';

/**
 * Bytes that travel, of everything but letters, until the page stands still; and where else it asked. Counted where they leave: the
 * worker imports files that the page has, and what the browser holds already does not travel again.
 */
async function transfer(hash: string): Promise<{ kb: number; foreign: number }> {
  const page = await fresh();
  const before = sentBytes();
  let foreign = 0;
  page.context().on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) foreign++;
  });
  await page.goto(address + hash);
  await page.waitForFunction(() => window.cf8 !== undefined);
  await page.evaluate(() => window.cf8?.idle());
  await page.waitForTimeout(1500);
  await close(page);
  return { kb: (sentBytes() - before) / 1000, foreign };
}

export async function sizes(): Promise<void> {
  const { stdout } = spawnSync(process.execPath, ['scripts/budget.mjs'], { encoding: 'utf8' });
  const weight = (name: string): number =>
    (Number(new RegExp(`^${name} +([\\d.]+)`, 'm').exec(stdout)?.[1] ?? Number.NaN) * 1024) / 1000;
  row('initial JavaScript, gz', weight('page, JavaScript'), 'kB', 180);
  const first = await transfer('');
  row('first-visit transfer without fonts, worker included, gz', first.kb, 'kB', 350);
  const embedded = await transfer('#v=1&embed=1');
  row('embed transfer without fonts, worker included, gz', embedded.kb, 'kB', 250);
  row('worker engine chunk, gz', weight('worker'), 'kB', 120);
  row('requests to other origins', first.foreign + embedded.foreign, '', 0);
}
