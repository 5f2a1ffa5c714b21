/** A browser, pages in it, and what of a page’s life is counted. */
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import type * as Finder from '../../scripts/find-browser.mjs';
import { address } from './host.ts';

// not bundled with this file: it finds its neighbours by where it lies
const finder = pathToFileURL(path.resolve('scripts/find-browser.mjs')).href;
const { findBrowser }: typeof Finder = await import(/* @vite-ignore */ finder);
export const found = await findBrowser();
export const env = { ...process.env, ...found.env, CF8_BROWSER_EXE: found.executablePath ?? '' };
export const browser = await chromium.launch({
  ...(found.executablePath === undefined ? {} : { executablePath: found.executablePath }),
  env,
  chromiumSandbox: false,
  args: ['--disable-gpu', '--no-first-run', '--disable-background-networking'],
});

/** What of the page's life is counted, from its first moment. */
function watch(): void {
  const seen = {
    largest: 0,
    shifts: 0,
    inputs: new Map<number, number>(),
    long: [] as number[],
    frames: [] as number[],
  };
  const each = (type: string, take: (entry: PerformanceEntry) => void, more: object = {}): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...more,
    });
  each('largest-contentful-paint', (e) => (seen.largest = e.startTime));
  each('layout-shift', (e) => {
    if (Reflect.get(e, 'hadRecentInput') === false) seen.shifts += Number(Reflect.get(e, 'value'));
  });
  each(
    'event',
    (e) => {
      const id = Number(Reflect.get(e, 'interactionId'));
      if (id > 0) seen.inputs.set(id, Math.max(seen.inputs.get(id) ?? 0, e.duration));
    },
    { durationThreshold: 16 },
  );
  each('longtask', (e) => seen.long.push(e.duration));
  const shown = ['.story-sentence, .sentence', '.topology', '[role="grid"]'];
  let last = 0;
  const tick = (now: number): void => {
    if (last > 0) seen.frames.push(now - last);
    last = now;
    if (
      performance.getEntriesByName('cf8:meaningful').length === 0 &&
      shown.every((s) => document.querySelector(s))
    )
      requestAnimationFrame(() => performance.mark('cf8:meaningful'));
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  Object.assign(window, {
    seen: () => ({
      largest: seen.largest,
      shifts: seen.shifts,
      inputs: [...seen.inputs.values()],
      long: seen.long,
      frames: seen.frames.splice(0),
      first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      meaningful: performance.getEntriesByName('cf8:meaningful')[0]?.startTime ?? 0,
    }),
  });
}

export interface Seen {
  readonly largest: number;
  readonly shifts: number;
  readonly inputs: number[];
  readonly long: number[];
  readonly frames: number[];
  readonly first: number;
  readonly meaningful: number;
}
export const seen = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const read: () => Seen = Reflect.get(window, 'seen');
    return read();
  });

/** 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up. */
const slow4g = {
  offline: false,
  latency: 150,
  downloadThroughput: (1638.4 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};

export async function fresh(cpu = 1, network = false): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
    locale: 'en-US',
  });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const cdp = await context.newCDPSession(page);
  // the window has bars of its own: what they push out of it is never drawn, and a key typed there is answered by nothing
  const { windowId } = await cdp.send('Browser.getWindowForTarget');
  await cdp.send('Browser.setWindowBounds', { windowId, bounds: { width: 1600, height: 1100 } });
  await cdp.send('Network.enable');
  if (network) await cdp.send('Network.emulateNetworkConditions', slow4g);
  if (cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  return page;
}
export async function visit(page: Page): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() => window.cf8 !== undefined);
  await page.evaluate(() => window.cf8?.idle());
}
export const close = (page: Page): Promise<void> => page.context().close();
