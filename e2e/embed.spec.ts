/** A page inside another page: what it hears and says, to whom, and what it refuses. */
import type { FrameLocator, Page } from '@playwright/test';
import { accessible, expect, still, test } from './page.ts';

const first = (page: Page): FrameLocator => page.frameLocator('#first');
const log = (page: Page) => page.getByRole('log', { name: 'Messages' });
const drive = (page: Page, group: string, name: string) =>
  page
    .getByRole('group', { name: `Drive the ${group} frame` })
    .getByRole('button', { name })
    .click();

async function demo(page: Page): Promise<void> {
  await page.goto('./embed-demo.html');
  await expect(log(page)).toContainText('first → {"cf8":1,"event":"ready"}');
  await expect(log(page)).toContainText('second → {"cf8":1,"event":"ready"}');
  await expect(first(page).getByRole('link', { name: 'Open in cf8' })).toBeVisible();
}

test('an article drives its frames and hears of their steps', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await demo(page);
  await drive(page, 'first', 'The answer');
  await expect(first(page).getByText('38 of 52')).toBeVisible();
  await expect(log(page)).toContainText('"event":"step","step":38,"steps":52');
  await drive(page, 'first', 'Step');
  await expect(first(page).getByText('39 of 52')).toBeVisible();
  await drive(page, 'first', 'Reset');
  await expect(log(page)).toContainText('"problem":"bad-message"');
  await drive(page, 'first', 'The end');
  await expect(first(page).getByText('52 of 52')).toBeVisible();
  // the other one is Chinese, and may be loaded from its own site
  const second = page.frameLocator('#second');
  await expect(second.getByRole('link', { name: '在 cf8 中打开' })).toBeVisible();
  await drive(page, 'second', 'Load');
  await expect(second.getByText('10 / 52')).toBeVisible();
  await expect(log(page)).toContainText('"language":"zh-CN"');
});

test('who is not listed is not answered; who is may ask', async ({ page }) => {
  await demo(page);
  const ask = (origin: string) =>
    page.evaluate(async (listed) => {
      const frame = document.createElement('iframe');
      frame.title = 'asked';
      frame.src = `index.html#v=1&embed=1&s=first-visit&origin=${listed}`;
      const ready = new Promise<void>((done) => {
        addEventListener('message', ({ data, source }: MessageEvent<{ event?: string }>) => {
          if (source === frame.contentWindow && data.event === 'ready') done();
        });
      });
      document.body.append(frame);
      await ready;
      return new Promise<unknown>((done) => {
        addEventListener('message', ({ data, source }: MessageEvent<{ id?: string }>) => {
          if (source === frame.contentWindow && data.id === 'x') done(Object.keys(data).toSorted());
        });
        frame.contentWindow?.postMessage({ cf8: 1, id: 'x', do: 'ping' }, location.origin);
        setTimeout(() => done('nothing'), 1500);
      });
    }, origin);
  expect(await ask('https://elsewhere.example')).toBe('nothing');
  expect(await ask(await page.evaluate(() => location.origin))).toEqual(['cf8', 'id', 'ok']);
});

test('locked: stepping works, nothing else does, and it says so', async ({ page }) => {
  await page.goto('./#v=1&embed=1&editable=0&t=37&s=first-visit');
  await page.waitForFunction(() => window.cf8 !== undefined);
  await still(page);
  await expect(page.getByRole('button', { name: 'Console' })).toHaveCount(0);
  const hash = await page.evaluate(() => window.cf8?.state().hash);
  await page.evaluate(() => window.cf8?.run('outl 0xcf8 0x80000000').catch(() => ''));
  await expect(page.getByRole('status').filter({ hasText: 'only for looking' })).toBeVisible();
  expect(await page.evaluate(() => window.cf8?.state())).toMatchObject({ cursor: 37, head: 52, hash });
  await page.keyboard.press('.');
  await still(page);
  await expect(page.getByText('38 of 52')).toBeVisible();
  await page.setViewportSize({ width: 960, height: 540 });
  await accessible(page);
});

test('its tools come with the first sign of a hand', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  const tools = (): number =>
    loaded.filter((url) => /\/(?:HexMore|all|tools|all-software)-/.test(url)).length;
  await page.goto('./#v=1&embed=1&t=37&s=first-visit');
  await page.waitForFunction(() => window.cf8 !== undefined);
  await still(page);
  await expect(page.getByText('37 of 52')).toBeVisible();
  expect(tools()).toBe(0);
  // what is asked for at once is done when its tool has come
  await page.getByRole('button', { name: 'Go to', exact: true }).click();
  await page.getByRole('combobox').fill('3c');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Register' })).toContainText('Interrupt Line');
  expect(tools()).toBeGreaterThan(0);
});
