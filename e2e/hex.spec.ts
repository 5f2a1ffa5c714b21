/** The hex editor by keyboard alone: writing, what is refused, searching, comparing, copying, editing the hardware. */
import type { Page } from '@playwright/test';
import { accessible, expect, still, test, type, visit } from './page.ts';

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
  await still(page);
};
const cell = (page: Page, offset: string) =>
  page.getByRole('gridcell', { name: new RegExp(`^offset ${offset} hex`) });
const focused = (page: Page, offset: string) => expect(cell(page, offset)).toBeFocused();
const tool = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The function of 00:03.0 on show, and the focus on its byte 0. */
async function begin(page: Page): Promise<void> {
  await type(page, 'setpci -s 00:03.0 VENDOR_ID');
  await expect(page.locator('.hex-line')).toBeAttached();
  // the console's prompt has the focus: the panel comes by its key
  await press(page, 'Escape');
  await cell(page, '00').focus();
  await press(page, 'Control+Home');
}

async function goTo(page: Page, name: string): Promise<void> {
  await press(page, 'g');
  await expect(page.getByRole('combobox', { name: /^Offset or register/ })).toBeFocused();
  await page.keyboard.type(name);
  await press(page, 'Enter');
}

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  await begin(page);
});

test('a write is typed, cancelled, committed; what is refused is told', async ({ page }) => {
  await goTo(page, 'bar0');
  await focused(page, '10');
  await press(page, 'F2', 'f', 'f');
  await expect(page.getByText('0x000000ff → 10h')).toBeVisible();
  await press(page, 'Escape');
  await expect(page.getByText('0x000000ff → 10h')).toBeHidden();
  for (let i = 0; i < 8; i++) await page.keyboard.press('f');
  await press(page, 'Enter');
  const told = page.getByText('tried FFFFFFFF · mask FFFE0000 · now FFFE0000 · ✕ 17 bits refused');
  await expect(told).toBeVisible();
  await focused(page, '10');
  await press(page, 'ArrowRight');
  await expect(told).toBeHidden();
  await focused(page, '11');
});

test('writing 1 clears', async ({ page }) => {
  // a device that comes up with Received Master Abort set
  await press(page, 'Shift+Tab', 'End', 'Enter');
  await page.getByRole('menuitem', { name: 'Edit the hardware' }).press('Enter');
  await goTo(page, 'STATUS');
  await focused(page, '06');
  for (const key of '2000') await page.keyboard.press(key);
  await press(page, 'Enter');
  await expect(cell(page, '07')).toHaveAccessibleName(/value 20/);
  await tool(page, 'Done').press('Enter');
  await expect(page.getByRole('region', { name: 'Edit the hardware' })).toBeHidden();
  await focused(page, '06');
  await press(page, 'Enter');
  for (const key of 'ffff') await page.keyboard.press(key);
  await press(page, 'Enter');
  await expect(
    page.getByText('tried FFFF · mask F900 · now 0000 · 1→0 cleared: 1 bit · ✕ 10 bits refused'),
  ).toBeVisible();
});

test('numpad digits, widths, Tab leaves', async ({ page }) => {
  await goTo(page, '3c');
  for (const key of ['0', '9'])
    await cell(page, '3c').dispatchEvent('keydown', { key, code: `Numpad${key}`, bubbles: true });
  await expect(page.getByText('0x09 → 3ch')).toBeVisible();
  await press(page, 'Enter');
  await expect(cell(page, '3c')).toHaveAccessibleName(/value 09.*changed/);
  await press(page, 'w', 'w', 'w');
  await expect(tool(page, 'Dword')).toBeVisible();
  await press(page, 'Shift+W', 'Shift+W', 'Shift+W');
  await expect(tool(page, 'Register')).toBeVisible();
  await press(page, 'Shift+Tab');
  await expect(tool(page, 'Go to')).toBeFocused();
  await press(page, 'Tab');
  await focused(page, '3c');
  // over the toolbar, and what makes the pane large
  await press(page, 'Shift+Tab', 'Shift+Tab', 'Shift+Tab');
  await expect(page.getByRole('tab', { name: 'Hex' })).toBeFocused();
});

test('search: bytes, ids, names; from hit to hit', async ({ page }) => {
  await press(page, '/');
  const field = page.getByRole('textbox', { name: /^Bytes 86 80/ });
  await expect(field).toBeFocused();
  await page.keyboard.type('8086100e');
  await expect(page.getByText('1 found')).toBeVisible();
  await press(page, 'Enter');
  await expect(page.getByText('1 of 1')).toBeVisible();
  await expect(cell(page, '00')).toHaveAccessibleName(/found$/);
  await field.fill('interrupt');
  await expect(page.getByText('4 found')).toBeVisible();
  await press(page, 'Enter');
  await expect(page.getByText(/^1 of \d$/)).toBeVisible();
  await press(page, 'Enter');
  await expect(page.getByText(/^2 of \d$/)).toBeVisible();
  await press(page, 'Shift+Enter');
  await expect(page.getByText(/^1 of \d$/)).toBeVisible();
  await accessible(page);
  await press(page, 'Escape');
  await expect(field).toBeHidden();
  await expect(page.getByRole('grid').locator(':focus')).toHaveCount(1);
});

test('go to: completed as it is typed', async ({ page }) => {
  await press(page, 'g');
  await page.keyboard.type('inter');
  await expect(page.getByRole('option', { name: /^Interrupt Line/ })).toBeVisible();
  await accessible(page);
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
  await focused(page, '3d');
  await press(page, 'g');
  await page.keyboard.type('no such register');
  await press(page, 'Enter');
  await expect(page.getByText('Nothing here is called that.')).toBeVisible();
  await press(page, 'Escape');
  await focused(page, '3d');
});

test('what differs from another moment', async ({ page }) => {
  await goTo(page, '3c');
  await press(page, '5', 'a', 'Enter');
  await press(page, 'd');
  const bar = page.getByRole('region', { name: 'Differences' });
  await expect(bar.getByText('1 register differs')).toBeVisible();
  await expect(cell(page, '3c')).toHaveAccessibleName(/was 00$/);
  await bar.getByLabel('Compared with').selectOption({ label: 'power-on' });
  await expect(bar.getByText('1 register differs')).toBeVisible();
  await accessible(page);
  await cell(page, '00').focus();
  await press(page, 'n');
  await focused(page, '3c');
  await press(page, 'd');
  await expect(bar).toBeHidden();
  await focused(page, '3c');
});

test('copied in the way that is chosen', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await goTo(page, 'bar0');
  await press(page, 'c');
  await expect(page.getByRole('menuitem', { name: 'Hex bytes' }).first()).toBeFocused();
  await accessible(page);
  await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
  await expect(page.getByText('Copied 4 bytes as a setpci command.')).toBeVisible();
  expect(await copied()).toBe('setpci -s 00:03.0 10.l=00000000');
  await focused(page, '10');
  await press(page, 'c', 'End', 'Enter');
  await expect(page.getByText('Copied 256 bytes as a list of dwords.')).toBeVisible();
  expect(await copied()).toMatch(/^0x100e8086, /);
  await press(page, 'c', 'Escape');
  await focused(page, '10');
});

test('a byte explained: at the focus, after a moment, until Escape', async ({ page }) => {
  await goTo(page, 'COMMAND');
  const box = page.getByRole('tooltip').filter({ hasText: 'lspci prints' });
  await expect(box).toContainText('Control: I/O');
  await expect(box).toContainText('Bus Master Enable');
  await accessible(page);
  await press(page, 'Escape');
  await expect(box).toBeHidden();
  await focused(page, '04');
  await press(page, 'Escape');
  await cell(page, '0e').hover();
  await expect(page.getByRole('tooltip')).toContainText('Header Type');
});

test('the hardware itself: edited, refused, taken back', async ({ page }) => {
  const bars = () => page.evaluate(() => window.cf8?.run('lspci -s 00:03.0 -v'));
  await press(page, 'Shift+Tab', 'End', 'Enter');
  await page.getByRole('menuitem', { name: 'Edit the hardware' }).press('Enter');
  const bar = page.getByRole('region', { name: 'Edit the hardware' });
  await expect(bar.getByText(/reset values/)).toBeVisible();
  await focused(page, '00');
  await press(page, '1', 'a', 'f', '4', 'Enter');
  await expect(cell(page, '00')).toHaveAccessibleName(/value f4/);
  await expect(page.getByText('The hardware of e1000@3.0 was edited.')).toBeVisible();
  await accessible(page);
  // half the size: one address bit more
  await goTo(page, 'bar0');
  await press(page, 'm');
  await expect(bar.getByText(/write masks/)).toBeVisible();
  for (const key of 'ffff0000') await page.keyboard.press(key);
  await press(page, 'Enter');
  await expect(bar.getByText(/6 bytes edited/)).toBeVisible();
  expect(await bars()).toContain('[size=64K]');
  for (const key of 'ff0f0000') await page.keyboard.press(key);
  await press(page, 'Enter');
  await expect(page.getByText(/would decode no size/)).toBeVisible();
  await press(page, 'Control+z');
  await expect(bar.getByText(/2 bytes edited/)).toBeVisible();
  expect(await bars()).toContain('[size=128K]');
  await press(page, 'Control+z');
  await expect(bar.getByText(/bytes edited/)).toBeHidden();
  await expect(cell(page, '00')).toHaveAccessibleName(/value 86/);
  await press(page, 'Control+Shift+z');
  await expect(cell(page, '00')).toHaveAccessibleName(/value f4/);
});
