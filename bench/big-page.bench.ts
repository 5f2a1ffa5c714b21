/** The full board in a real browser: opening it, panning and zooming it, firmware running on it, scrubbing what it did. */
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import type * as Finder from '../scripts/find-browser.mjs';

const sorted = (list: readonly number[]): number[] => list.toSorted((a, b) => a - b);
const percentile = (list: readonly number[], p: number): number =>
  sorted(list)[Math.min(list.length - 1, Math.floor(list.length * p))] ?? 0;
const report = (what: string, value: number, unit: string): void =>
  console.log(`${what.padEnd(62)} ${value.toFixed(1).padStart(10)} ${unit}`);

// not bundled with this file: it finds its neighbours by where it lies
const finder = pathToFileURL(path.resolve('scripts/find-browser.mjs')).href;
const { findBrowser }: typeof Finder = await import(/* @vite-ignore */ finder);
const found = await findBrowser();
const outDir = process.env['CF8_DIST'] ?? 'dist';
const server = await preview({
  logLevel: 'error',
  build: { outDir },
  preview: { host: '127.0.0.1', port: 4392 },
});
const browser = await chromium.launch({
  ...(found.executablePath === undefined ? {} : { executablePath: found.executablePath }),
  env: { ...process.env, ...found.env },
  chromiumSandbox: false,
  args: ['--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(server.resolvedUrls?.local[0] ?? '');
await page.waitForFunction(() => window.cf8 !== undefined);
await page.evaluate(() => window.cf8?.idle());

/** Collects, while something is done, how long the page was held up each time, how late it hears of the pointer, the frames. */
async function watched(what: string, act: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => {
    const held: number[] = [];
    const frames: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) held.push(entry.duration);
    });
    observer.observe({ type: 'longtask' });
    const late: number[] = [];
    const hear = (event: PointerEvent): void => void late.push(performance.now() - event.timeStamp);
    addEventListener('pointermove', hear, { capture: true });
    let last = performance.now();
    let on = true;
    const tick = (now: number): void => {
      frames.push(now - last);
      last = now;
      if (on) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(window, {
      watch: () => {
        on = false;
        observer.disconnect();
        removeEventListener('pointermove', hear, { capture: true });
        return { held, frames, late };
      },
    });
  });
  const start = performance.now();
  await act();
  const ms = performance.now() - start;
  const { held, frames, late } = await page.evaluate(() => {
    const stop: () => { held: number[]; frames: number[]; late: number[] } = Reflect.get(window, 'watch');
    return stop();
  });
  report(`${what}: in all`, ms, 'ms');
  report(`${what}: longest that the page did not answer`, Math.max(0, ...held), 'ms');
  report(`${what}: second longest`, sorted(held).at(-2) ?? 0, 'ms');
  report(`${what}: times of more than 100 ms`, held.filter((each) => each > 100).length, '');
  if (late.length > 20) {
    report(
      `${what}: a pointer is heard of after, median of ${String(late.length)}`,
      percentile(late, 0.5),
      'ms',
    );
    report(`${what}: a pointer is heard of after, 95th percentile`, percentile(late, 0.95), 'ms');
    report(`${what}: a pointer is heard of after, longest`, Math.max(...late), 'ms');
  }
  report(`${what}: frames a second`, (1000 * frames.length) / frames.reduce((a, b) => a + b, 0), 'fps');
  report(`${what}: frame interval, 95th percentile`, percentile(frames, 0.95), 'ms');
}

const settled = async (): Promise<void> => {
  await page.evaluate(() => window.cf8?.idle());
  await page.waitForTimeout(300);
};

await watched('opening', async () => {
  await page.getByRole('button', { name: 'Scenario' }).click();
  await page.getByRole('menuitem', { name: /65,529/ }).click();
  await settled();
});

const map = page.getByRole('region', { name: /Bus map/ });
const box = (await map.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };

await watched('panning', async () => {
  await page.mouse.move(at.x, at.y);
  for (let i = 0; i < 60; i++) {
    await page.mouse.wheel(0, i < 30 ? 40 : -40);
    await page.waitForTimeout(8);
  }
});

await watched('zooming', async () => {
  await page.keyboard.down('Control');
  for (let i = 0; i < 60; i++) {
    await page.mouse.wheel(0, i < 20 ? -30 : i < 50 ? 30 : -30);
    await page.waitForTimeout(8);
  }
  await page.keyboard.up('Control');
});

if (process.env['CF8_SHOT']) await page.screenshot({ path: process.env['CF8_SHOT'] });
await page.getByRole('button', { name: 'Run…' }).click();
await page
  .getByRole('dialog', { name: 'Run a program' })
  .getByRole('button', { name: /^SeaBIOS/ })
  .click();
await settled();
await watched('SeaBIOS', async () => {
  await page.keyboard.press('F8');
  const over = page.evaluate(() => window.cf8?.idle()).then(() => true);
  for (let i = 0; !(await Promise.race([over, page.waitForTimeout(20)])); i++)
    await page.mouse.move(at.x + (i % 40), at.y + (i % 30));
});
const session = await page.context().newCDPSession(page);
await session.send('HeapProfiler.collectGarbage');
const usage = await session.send('Runtime.getHeapUsage');
const { metrics } = await session
  .send('Performance.enable')
  .then(() => session.send('Performance.getMetrics'));
report('SeaBIOS: objects in the page afterwards', usage.usedSize / 2 ** 20, 'MiB');
report('SeaBIOS: columns in the page afterwards', usage.backingStorageSize / 2 ** 20, 'MiB');
report('SeaBIOS: DOM nodes afterwards', metrics.find(({ name }) => name === 'Nodes')?.value ?? 0, '');
const head = await page.evaluate(() => window.cf8?.state().head ?? 0);
report('SeaBIOS: rows', head, '');
if (process.env['CF8_SHOT'])
  await page.screenshot({ path: process.env['CF8_SHOT'].replace('.png', '2.png') });
let row = 7;
await settled();
const rows = Array.from({ length: 200 }, () => {
  row = (Math.imul(row, 1664525) + 1013904223) >>> 0;
  return row % head;
});
/** Processor time of the page's process: tells the same on a busy machine. */
const busy = await browser.newBrowserCDPSession();
const spent = async (): Promise<number> => {
  const { processInfo } = await busy.send('SystemInfo.getProcessInfo');
  return 1000 * Math.max(...processInfo.map(({ type, cpuTime }) => (type === 'renderer' ? cpuTime : 0)));
};
const spentBefore = await spent();
let scrubMs = 0;
await watched('200 seeks anywhere in them, one a frame', async () => {
  scrubMs = await page.evaluate(async (goals) => {
    const began = performance.now();
    for (const to of goals) {
      await new Promise(requestAnimationFrame);
      void window.cf8?.seek(to);
    }
    await new Promise(requestAnimationFrame);
    return performance.now() - began;
  }, rows);
});
report('seeks a second', (1000 * rows.length) / scrubMs, '');
report('processor time a seek', ((await spent()) - spentBefore) / rows.length, 'ms');
await browser.close();
await server.close();
process.exit(0);
