/** Lints: something goes wrong, the list of problems says so, its line mends it. */
import type { Page } from '@playwright/test';
import { accessible, expect, state, still, test, type, visit } from './page.ts';

const badge = (page: Page) =>
  page.getByRole('banner').getByRole('button', { name: /warning|note|No problems/ });
const list = (page: Page) => page.getByRole('dialog', { name: 'Problems' });

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
});

test('an overlap is provoked, seen, shown and mended', async ({ page }) => {
  // the e1000 over the VGA's framebuffer
  await type(page, 'setpci -s 00:03.0 BASE_ADDRESS_0=fd000000 COMMAND=2:2');
  await expect(badge(page)).toHaveText('1 warning');
  await badge(page).click();
  const item = list(page).getByText('00:03.0 BAR0 and 00:02.0 BAR0 both answer 0xfd000000–0xfd01ffff.');
  await expect(item).toBeVisible();
  await accessible(page);

  await item.click();
  await expect(list(page)).toContainText('QEMU lets the one that was mapped last answer');
  await expect(list(page)).toContainText('setpci -s 00:03.0 BASE_ADDRESS_0=');
  await accessible(page);
  await list(page).getByRole('button', { name: 'Show it' }).click();
  await expect(list(page)).toBeHidden();
  expect(await page.evaluate(() => window.cf8?.state())).toMatchObject({
    selection: { offset: 0x10, bytes: 4 },
  });

  await badge(page).click();
  await item.click();
  const before = await state(page);
  await list(page).getByRole('button', { name: 'Run it' }).click();
  await still(page);
  await expect(item).toBeHidden();
  await expect(list(page)).toContainText('No problems');
  await expect(list(page)).toBeFocused();
  expect((await state(page))?.head).toBeGreaterThan(before?.head ?? 0);
  await page.keyboard.press('Escape');
  await expect(badge(page)).toBeHidden();
});

test('by keyboard: an access that nobody took is mended before it happens', async ({ page }) => {
  await type(page, 'setpci -s 00:02.0 COMMAND=0:2');
  await type(page, 'readl 0xfd000000');
  await expect(badge(page)).toHaveText('1 note');
  const before = await state(page);
  await badge(page).focus();
  await page.keyboard.press('Enter');
  const item = list(page).locator('summary', { hasText: 'Nobody answered the read of 0xfd000000.' });
  await item.focus();
  await page.keyboard.press('Enter');
  await list(page).getByRole('button', { name: 'Go back and run it' }).press('Enter');
  await still(page);
  await expect(item).toBeHidden();
  expect((await state(page))?.branches).toBe((before?.branches ?? 0) + 1);
});
