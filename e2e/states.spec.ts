/** Empty and wrong states: each says what is so, why, and what one can do; nothing is lost. Light and dark. */
import type { Page } from '@playwright/test';
import { paste, press } from './journeys/tools.ts';
import { accessibleInBoth, expect, state, still, test, type, visit } from './page.ts';

const config = (page: Page) => page.getByRole('region', { name: 'Configuration', exact: true });
const opening = (page: Page) => page.getByRole('dialog', { name: 'Open a machine' });

async function openStory(page: Page, title: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^Scenario/ }).click();
  await page.getByRole('menuitem', { name: title }).click();
  await still(page);
}

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

test('nothing selected, nobody there, no capabilities', async ({ page }) => {
  await visit(page);
  await page.evaluate(() => window.cf8?.seek(0));
  await expect(config(page)).toContainText('Nothing has been asked yet');
  await expect(config(page)).toContainText('0x00000000');
  await accessibleInBoth(page);

  await openStory(page, /nobody/);
  await page.getByRole('button', { name: 'Next step' }).click();
  await still(page);
  await expect(config(page)).toContainText('Nothing answered at 00:05.0');
  await expect(config(page)).toContainText('FFFFFFFF because nobody claimed the cycle');
  const { cursor } = (await state(page)) ?? {};
  await config(page).getByRole('button', { name: 'Show me' }).click();
  await still(page);
  expect((await state(page))?.cursor).toBe(cursor);
  await expect(page.locator('.topology-drawing')).toContainText('nobody');

  await page.locator('[data-fn]', { hasText: '00:03.0' }).first().click();
  await config(page).getByRole('tab', { name: 'Capabilities' }).click();
  await expect(config(page)).toContainText('No capabilities (Status bit 4 = 0)');
  await accessibleInBoth(page);
});

test('a text that no format knows: what was expected, what came, what it may be, an example', async ({
  page,
}) => {
  await visit(page);
  await paste(
    page,
    '00:00.0 Host bridge: Intel\n00:02.0 VGA compatible controller: Intel\n00:1f.0 ISA bridge: Intel\n00:1f.3 Audio',
  );
  const dialog = opening(page);
  await expect(dialog).toContainText('Not a QEMU command line');
  await expect(dialog).toContainText('Run it again with -xxxx');
  const lines = dialog.locator('.open-lines');
  await expect(lines).toContainText('00:1f.0 ISA bridge');
  await expect(lines).not.toContainText('Audio');
  await accessibleInBoth(page);
  await dialog.getByRole('button', { name: 'Example: lspci' }).click();
  await expect(dialog).toContainText('An lspci dump. 2 functions on 1 bus.');
  await expect(dialog).not.toContainText('✕');

  // more than is read at once: nothing freezes, a part can be had
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.evaluate(() => {
    const row = `${'00:1f.0 ISA bridge [0601]: x [8086:7000]'.padEnd(79)}\n`;
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([row.repeat(60_000)], 'large.txt'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(dialog).toContainText('4.6 MiB are more than the 4 MiB');
  await expect(dialog.getByRole('button', { name: 'Take the last 4 MiB' })).toBeVisible();
  await accessibleInBoth(page);
});

test('a function that reads as ones: why, most likely first, and what lspci prints', async ({ page }) => {
  await visit(page);
  const rows = ['00', '10', '20', '30'].map((at) => `${at}:${' ff'.repeat(16)}`).join('\n');
  await paste(page, `00:1c.0 PCI bridge: gone (rev ff)\n${rows}\n`);
  await opening(page).getByRole('button', { name: 'Open', exact: true }).click();
  await expect(opening(page)).toBeHidden();
  await still(page);
  await page.locator('[data-fn]', { hasText: '00:1c.0' }).first().click();
  await expect(config(page)).toContainText('All of 00:1c.0 reads as ones');
  const reasons = config(page).locator('.inspector-ones li');
  await expect(reasons).toHaveCount(4);
  await expect(reasons.first()).toContainText('D3cold');
  await expect(config(page)).toContainText('!!! Unknown header type 7f');
  await accessibleInBoth(page);
  await page
    .getByRole('banner')
    .getByRole('button', { name: /1 warning/ })
    .click();
  await expect(page.getByRole('dialog', { name: 'Problems' })).toContainText('reads as ones');
  await accessibleInBoth(page);
});

test('the machine crashes: a report to copy, everything comes back', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit(page);
  await type(page, 'setpci -s 00:03.0 10.l=febc0000');
  const before = await state(page);
  await page.evaluate(() => window.cf8?.crash());
  const dialog = page.getByRole('dialog', { name: 'The machine stopped' });
  await dialog.getByRole('button', { name: 'Copy a report' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toMatch(/^cf8\n\nindex-\S+\.js\n/);
  expect(report).toContain('setpci -s 00:03.0 10.l=febc0000');
  await expect(dialog.locator('pre')).toBeHidden();
  await accessibleInBoth(page);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog).toBeHidden();
  await still(page);
  expect(await state(page)).toMatchObject({
    cursor: before?.cursor,
    head: before?.head,
    hash: before?.hash,
  });
});

test('a browser that keeps nothing: said, and everything works; no network: said too', async ({
  page,
  context,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await visit(page);
  await type(page, 'inl cfc');
  await expect(page.getByRole('banner')).toContainText('This browser will not remember the session.');
  await accessibleInBoth(page);
  await context.setOffline(true);
  await expect(page.getByText('Offline', { exact: true })).toBeVisible();
  await press(page, ',');
  await page.setViewportSize({ width: 390, height: 844 });
  await still(page);
  await expect(page.getByRole('banner')).toContainText('This browser will not remember the session.');
  await accessibleInBoth(page);
});

test.fixme('a phantom function says who hides it (zones of hvisor)', () => {});
test.fixme('more than 100 000 steps are refused before the page freezes (large logs)', () => {});
