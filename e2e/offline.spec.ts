/** Without a network: the second visit works, in any folder; a newer build waits until it is asked for. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { expect, test as base, type Page } from '@playwright/test';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

interface Site {
  readonly address: string;
  /** Another build is put where this one was. */
  publish(version: string): void;
  /** The server goes away. */
  stop(): Promise<void>;
}

/** A static host of our own, two folders down, so that it can be changed and stopped. */
function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const name = pathname.startsWith('/a/b/') ? pathname.slice(5) || 'index.html' : 'no';
    try {
      const body = readFileSync(path.join(folder, name));
      response.writeHead(200, { 'content-type': types[path.extname(name)] ?? '', vary: 'Origin' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const test = base.extend<{ site: Site }>({
  site: async ({ page }, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cf8-'));
    cpSync(process.env['CF8_DIST'] ?? 'dist', folder, { recursive: true });
    const server = await serve(folder);
    const at = server.address();
    const origin = `http://127.0.0.1:${String(typeof at === 'object' ? at?.port : 0)}`;
    const foreign: string[] = [];
    page.context().on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) foreign.push(url);
    });
    await use({
      address: `${origin}/a/b/`,
      publish: (version) => {
        const change = (file: string, from: RegExp, to: string): void => {
          const name = path.join(folder, file);
          writeFileSync(name, readFileSync(name, 'utf8').replace(from, to));
        };
        change('index.html', /<html /, `<html data-build="${version}" `);
        change('sw.js', /[0-9a-f]{12}/, version);
      },
      stop: () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    });
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
    expect(foreign).toEqual([]);
  },
});
test.use({ reuseContext: false, serviceWorkers: 'allow' });

/** The page is there, and everything is kept. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => window.cf8 !== undefined);
  await page.evaluate(async () => {
    await window.cf8?.idle();
    await navigator.serviceWorker.ready;
  });
}

const cacheNames = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());

test('the second visit needs no network, nor does what is loaded late', async ({ page, context, site }) => {
  await page.goto(site.address);
  await settled(page);
  await site.stop();
  await context.setOffline(true);
  await page.reload();
  await settled(page);
  await expect(page.getByText('Offline', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Address map' })).toContainText('firmware');
  // the worker answers, and a machine that needs the catalogue opens
  expect(await page.evaluate(() => window.cf8?.run('inl 0xcfc'))).toBeDefined();
  await page.getByRole('button', { name: /^Scenario/ }).click();
  await page.getByRole('menuitem', { name: /q35/ }).click();
  await page.evaluate(() => window.cf8?.idle());
  await expect(page.getByRole('region', { name: 'Bus', exact: true })).toContainText('pcie-root-port');
});

test('the page can be installed', async ({ page, site }) => {
  await page.goto(site.address);
  await settled(page);
  const href = await page.locator('link[rel=manifest]').evaluate((link) => link.getAttribute('href') ?? '');
  const answer = await page.request.get(new URL(href, site.address).href);
  const manifest: unknown = await answer.json();
  expect(manifest).toMatchObject({ start_url: './', display: 'standalone' });
  for (const icon of ['icon-192.png', 'icon-512.png', 'icon-maskable-512.png', 'icon.svg'])
    expect((await page.request.get(`${site.address}${icon}`)).ok()).toBe(true);
});

test('a newer build is announced when nothing goes on, taken when asked for, and the old one goes', async ({
  page,
  site,
}) => {
  await page.goto(site.address);
  await settled(page);
  await page.reload(); // the service worker answers from here on
  await settled(page);
  const [old] = await cacheNames(page);
  site.publish('feedfeedfeed');
  await page.keyboard.press('?'); // a dialog is open
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
  await expect.poll(() => cacheNames(page)).toEqual([old, 'cf8-feedfeedfeed']);
  await expect(page.getByText('A newer version is here.')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByText('A newer version is here.')).toBeVisible();
  const html = page.locator('html');
  await expect(html).not.toHaveAttribute('data-build');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(html).toHaveAttribute('data-build', 'feedfeedfeed');
  await settled(page);
  await expect.poll(() => cacheNames(page)).toEqual(['cf8-feedfeedfeed']);
});
