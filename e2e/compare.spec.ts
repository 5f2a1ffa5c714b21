/** Two machines side by side: moments of the story, programs, text; by mouse and by keyboard. */
import type { Locator, Page } from '@playwright/test';
import { accessible, expect, test, visit } from './page.ts';

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
});

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Compare' });
const functionsIn = (dialog: Locator): Locator =>
  dialog.getByRole('listbox', { name: 'Functions that differ' });

async function open(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Compare…' }).click();
  const dialog = dialogOf(page);
  await expect(dialog.getByRole('status').last()).toContainText('differ');
  return dialog;
}

const choose = (dialog: Locator, side: 'Left' | 'Right', label: string | RegExp): Promise<unknown> =>
  dialog
    .getByRole('combobox', { name: side })
    .locator('option', { hasText: label })
    .first()
    .getAttribute('value')
    .then((value) => dialog.getByRole('combobox', { name: side }).selectOption(value ?? ''));

test('power-on and the end of the story: the BAR by its name, and the way to its bytes', async ({ page }) => {
  await page.evaluate(() => window.cf8?.seek(9999));
  const dialog = await open(page);
  await expect(dialog).toContainText('5 of 9 functions differ.');
  await functionsIn(dialog)
    .getByRole('option', { name: /00:03\.0.*e1000/ })
    .click();
  const row = dialog.getByRole('row', { name: /Base Address 0/ });
  await expect(row.getByRole('cell').first()).toHaveText(/^00000000/);
  await expect(row.getByRole('cell').last()).toHaveText(/^febc0000/);
  const bar = dialog.getByRole('row', { name: /^BAR0/ });
  await expect(bar).toContainText('nowhere');
  await expect(bar).toContainText('FEBC0000–FEBDFFFF');
  await accessible(page);

  await row.getByRole('button').click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('gridcell', { name: /offset 10/ })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Configuration', exact: true })).toContainText('00:03.0');
});

test('two programs on this board; by keyboard from the list to the bytes', async ({ page }) => {
  const dialog = await open(page);
  await choose(dialog, 'Left', 'Textbook');
  await choose(dialog, 'Right', 'kvmtool');
  const list = functionsIn(dialog);
  await expect(list.getByRole('option', { name: /pci-bridge/ })).toBeVisible();
  await list.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(list.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await list.getByRole('option', { name: /pci-bridge/ }).click();
  await expect(dialog.getByRole('row', { name: /Secondary Bus Number/ })).toBeVisible();
  await expect(dialog.getByRole('row', { name: /Memory window/ })).toBeVisible();
  await expect(dialog.getByRole('img', { name: /BARs with an address/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'I/O', exact: true }).click();
  await accessible(page);
  await list.focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('gridcell').and(page.locator(':focus'))).toBeVisible();
});

test('the same twice: nothing differs', async ({ page }) => {
  const dialog = await open(page);
  await choose(dialog, 'Left', 'Now');
  await choose(dialog, 'Right', 'Now');
  await expect(dialog).toContainText('Nothing differs.');
  await accessible(page);
  await dialog.getByRole('combobox', { name: 'Left' }).evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, 'qemu-system-x86_64 -machine pc -nodefaults -device edu');
  await expect(functionsIn(dialog).getByRole('option', { name: /edu.*removed/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Compare…' })).toBeFocused();
});
