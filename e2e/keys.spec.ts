/** Keys: stepping, playing, undo, panes, the shortcut sheet, theme, and a register edited byte by byte. */
import type { Page } from '@playwright/test';
import { accessible, expect, state, still, test, type, visit } from './page.ts';

const cursor = async (page: Page) => (await state(page))?.cursor ?? -1;
const press = async (page: Page, key: string) => {
  await page.keyboard.press(key);
  await still(page);
};

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
});

test('steps, beats, playing', async ({ page }) => {
  const start = await cursor(page);
  await press(page, '.');
  expect(await cursor(page)).toBe(start + 1);
  await press(page, ',');
  expect(await cursor(page)).toBe(start);
  await press(page, "'");
  expect(await state(page)).toMatchObject({ cursor: start + 1, beat: 1 });
  await press(page, "'");
  expect(await state(page)).toMatchObject({ cursor: start + 1, beat: 2 });
  await press(page, ';');
  expect(await state(page)).toMatchObject({ cursor: start + 1, beat: 1 });
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect.poll(() => cursor(page)).toBeGreaterThan(start + 1);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});

test('undo and redo', async ({ page }) => {
  await type(page, 'setpci -s 00:03.0 10.l=febc0000');
  const done = await state(page);
  await page.getByRole('region', { name: 'Bus', exact: true }).focus();
  await press(page, 'Control+z');
  expect((await state(page))?.hash).not.toBe(done?.hash);
  await press(page, 'Control+Shift+z');
  expect(await state(page)).toMatchObject({ cursor: done?.cursor, hash: done?.hash });
});

test('F6 goes round the panes', async ({ page }) => {
  await expect(page.getByRole('combobox', { name: 'Command' })).toBeVisible();
  const seen: (string | null)[] = [];
  for (let i = 0; i < 6; i++) {
    await press(page, 'F6');
    seen.push(await page.evaluate(() => document.activeElement?.getAttribute('data-pane') ?? null));
  }
  expect(seen).toEqual(['story', 'timeline', 'topology', 'inspector', 'address-map', 'console']);
  await press(page, 'Shift+F6');
  await expect(page.locator('[data-pane="address-map"]')).toBeFocused();
});

test('the sheet lists the keys; single ones can be switched off', async ({ page }) => {
  const start = await cursor(page);
  await press(page, '?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText('Next step');
  await accessible(page);
  await sheet.getByRole('checkbox').uncheck();
  await press(page, 'Escape');
  await expect(sheet).toBeHidden();
  await press(page, '.');
  expect(await cursor(page)).toBe(start);
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await sheet.getByRole('checkbox').check();
  await press(page, 'Escape');
  await press(page, '.');
  expect(await cursor(page)).toBe(start + 1);
});

test('t goes through the themes', async ({ page }) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const first = await ground();
  const seen = new Set([first]);
  for (let i = 0; i < 3; i++) {
    await press(page, 't');
    seen.add(await ground());
  }
  expect(seen.size).toBe(2);
  expect(await ground()).toBe(first);
});

test('the hex grid edits by key: Enter is a bus write, the mask decides what stays', async ({ page }) => {
  const config = page.getByRole('region', { name: 'Configuration', exact: true });
  const before = await cursor(page);
  const grid = config.getByRole('grid');
  await grid.getByRole('gridcell').nth(0x10).click();
  await page.keyboard.press('Enter');
  await page.keyboard.type('ffffffff');
  expect(await cursor(page)).toBe(before);
  await press(page, 'Enter');
  expect(await cursor(page)).toBeGreaterThan(before);
  await expect(page.getByRole('region', { name: 'Story' })).toContainText('17 bits refused');
  const register = config.getByRole('region', { name: 'Register' });
  await expect(register).toContainText('FFFFFFFF');
  await expect(register).toContainText('FFFE0000');
  await accessible(page);
});
