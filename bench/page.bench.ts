/** The page's figures in a real browser: first meaningful paint, key press to painted step, frames while the story plays. */
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
const server = await preview({ logLevel: 'error', preview: { host: '127.0.0.1', port: 4391 } });
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({
  ...(found.executablePath === undefined ? {} : { executablePath: found.executablePath }),
  env: { ...process.env, ...found.env },
  chromiumSandbox: false,
  args: ['--disable-gpu'],
});

const paints: number[] = [];
for (let run = 0; run < 7; run++) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    const look = () => {
      const seen = ['.story-sentence, .sentence', '.topology', '[role="grid"]'].every((s) =>
        document.querySelector(s),
      );
      if (seen) requestAnimationFrame(() => performance.mark('cf8:meaningful'));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName('cf8:meaningful').length > 0);
  paints.push(await page.evaluate(() => performance.getEntriesByName('cf8:meaningful')[0]?.startTime ?? 0));
  await page.close();
}
report('first paint of caption, bus and hex, median of 7', percentile(paints, 0.5), 'ms');

const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(address);
await page.waitForFunction(() => window.cf8 !== undefined);
await page.evaluate(async () => {
  await window.cf8?.idle();
  await window.cf8?.seek(0);
});
const steps: number[] = [];
// two frames after the key: what it changed has been painted
await page.evaluate(() => {
  document.addEventListener(
    'keydown',
    (event) => {
      const pressed = event.timeStamp;
      requestAnimationFrame(() =>
        requestAnimationFrame((now) => performance.measure('cf8:step', { start: pressed, end: now })),
      );
    },
    { capture: true },
  );
});
for (let i = 0; i < 40; i++) {
  await page.keyboard.press('.');
  await page.waitForFunction((n) => performance.getEntriesByName('cf8:step').length > n, i);
}
steps.push(...(await page.evaluate(() => performance.getEntriesByName('cf8:step').map((e) => e.duration))));
report('key press to painted step, median of 40', percentile(steps, 0.5), 'ms');
report('key press to painted step, 98th percentile', percentile(steps, 0.98), 'ms');

await page.evaluate(() => window.cf8?.seek(37));
await page.keyboard.press('Space');
const frames = await page.evaluate(
  () =>
    new Promise<number[]>((resolve) => {
      const deltas: number[] = [];
      let last = performance.now();
      const tick = (now: number): void => {
        deltas.push(now - last);
        last = now;
        if (deltas.length < 240) requestAnimationFrame(tick);
        else resolve(deltas.slice(1));
      };
      requestAnimationFrame(tick);
    }),
);
const mean = frames.reduce((a, b) => a + b, 0) / frames.length;
report('frames a second while the story plays', 1000 / mean, 'fps');
report('frame interval while it plays, 95th percentile', percentile(frames, 0.95), 'ms');

await browser.close();
await server.close();
process.exit(0);
