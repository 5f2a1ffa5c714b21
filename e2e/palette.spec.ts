/** The palette: every sign, reasons, input methods, where the focus goes; settings and the shortcut sheet beside it. */
import type { Page } from '@playwright/test';
import { accessible, expect, state, paletteOf as palette, still, test, visit } from './page.ts';

const box = (page: Page) => palette(page).getByRole('combobox');
const active = (page: Page) => palette(page).getByRole('option', { selected: true });

async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type(text);
}

async function run(page: Page, text: string): Promise<void> {
  await find(page, text);
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeHidden();
  await still(page);
}

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
});

test('opens by key, by F1 and by its button; Escape gives the focus back', async ({ page }) => {
  const bus = page.getByRole('region', { name: 'Bus', exact: true });
  await bus.focus();
  for (const key of ['Control+k', 'F1']) {
    await page.keyboard.press(key);
    await expect(box(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(palette(page)).toBeHidden();
    await expect(bus).toBeFocused();
  }
  await page.getByRole('button', { name: 'Find a command, device or register' }).click();
  await accessible(page);
});

test('what is typed before it is there is meant for it, not for the field with the focus', async ({
  page,
}) => {
  const prompt = page.getByRole('region', { name: 'Console' }).getByRole('combobox');
  await prompt.focus();
  const asked: (() => void)[] = [];
  await page.route('**/assets/*.js', async (route) => {
    await new Promise<void>((resolve) => asked.push(resolve));
    await route.continue();
  });
  await page.keyboard.press('F1');
  await page.keyboard.type('@e1000');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  for (const go of asked) go();
  await expect(box(page)).toHaveValue('@e1000');
  await expect(prompt).toHaveValue('');
});

test('> commands, with keys; one that cannot run says why and stays', async ({ page }) => {
  const before = (await state(page))?.cursor ?? 0;
  await run(page, '>next step');
  expect((await state(page))?.cursor).toBe(before + 1);
  await find(page, '>unplug');
  await expect(active(page)).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  await expect(palette(page).getByRole('status')).not.toContainText('result');
  await expect(palette(page).getByRole('status')).toHaveText(
    (await active(page).locator('.palette-note').textContent()) ?? '',
  );
  await accessible(page);
  await page.keyboard.press('Escape');
  // used last stands first
  await find(page, '');
  await expect(palette(page).getByRole('group', { name: 'Used last' }).getByRole('option')).toContainText(
    'Next step',
  );
});

test('@ devices by address, name and ids', async ({ page }) => {
  for (const text of ['@00:03.0', '@e1000', '@8086:100e']) {
    await find(page, text);
    await expect(active(page)).toContainText('00:03.0 e1000');
    await expect(active(page).locator('mark').first()).toBeVisible();
    await page.keyboard.press('Escape');
  }
  await run(page, '@nvme');
  const config = page.getByRole('region', { name: 'Configuration', exact: true });
  await expect(config).toBeFocused();
  await expect(config.getByRole('heading')).toContainText('01:02.0');
});

test('# registers and fields of the function on show', async ({ page }) => {
  await run(page, '@e1000');
  await find(page, '#bar0');
  await expect(active(page)).toContainText('10 = 00000000 · 128 KiB');
  await page.keyboard.press('Enter');
  await still(page);
  expect((await state(page)) as object).toMatchObject({ selection: { offset: 0x10, bytes: 4 } });
  await run(page, '#bus master');
  expect((await state(page)) as object).toMatchObject({ selection: { offset: 4, hi: 2, lo: 2 } });
  // capabilities' too
  await run(page, '@nvme');
  await find(page, '#msi-x');
  await expect(active(page)).toContainText('MSI-X');
});

test(': a step, an end, a phase', async ({ page }) => {
  await run(page, ':12');
  expect((await state(page))?.cursor).toBe(12);
  await run(page, ':0');
  expect((await state(page))?.cursor).toBe(0);
  await run(page, ':end');
  const { cursor, head } = (await state(page)) ?? {};
  expect(cursor).toBe(head);
  await run(page, ':size bar0');
  expect((await state(page))?.cursor).toBeLessThan(head ?? 0);
  await find(page, ':9999');
  await page.keyboard.press('Enter');
  await expect(palette(page).getByRole('status')).toContainText('The story has');
});

test('? help, and everything at once without a sign', async ({ page }) => {
  await find(page, '?setpci');
  await expect(active(page)).toContainText('setpci');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log')).toContainText('setpci');
  await find(page, '?主桥');
  await page.keyboard.press('Enter');
  await expect(palette(page).getByRole('status')).toContainText('Joins the CPU and memory');
  await page.keyboard.press('Escape');
  await find(page, 'bar');
  for (const name of ['Commands', 'Registers']) {
    await expect(palette(page).getByRole('group', { name })).toBeVisible();
  }
  await accessible(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('qqqqqq');
  await expect(palette(page)).toContainText('Nothing has');
});

test('arrows go round; Enter that ends a composition runs nothing', async ({ page }) => {
  await find(page, '>');
  const first = await active(page).textContent();
  await page.keyboard.press('ArrowUp');
  await expect(active(page)).not.toHaveText(first ?? '');
  await page.keyboard.press('ArrowDown');
  await expect(active(page)).toHaveText(first ?? '');
  await box(page).evaluate((input) => {
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    input.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
    );
  });
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeHidden();
});

test('settings: chosen by key, at once, and remembered', async ({ page }) => {
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(async () => {
    await page.keyboard.press('Control+,');
    await expect(settings).toBeVisible({ timeout: 1000 });
  }).toPass();
  await accessible(page);
  await settings.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await settings.getByRole('radio', { name: 'None' }).check();
  await settings.getByRole('radio', { name: 'Verbose' }).check();
  await settings.getByRole('radio', { name: '简体中文' }).click();
  const zh = page.getByRole('dialog', { name: '设置' });
  await expect(zh).toBeVisible();
  await accessible(page);
  await page.reload();
  await still(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'none');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('a note says that the system asks for stillness, and leads to the settings', async ({ page }) => {
  await page.getByRole('banner').getByRole('button', { name: 'change' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('radio', { name: 'Reduced' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Motion is reduced by your system.')).toBeHidden();
});

test('the shortcut sheet is searched by name and by key', async ({ page }) => {
  const story = page.locator('[data-pane=story]');
  await story.focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('ctrl k');
  await expect(sheet.getByRole('term')).toHaveText(['Find a command, device or register']);
  await accessible(page);
  await page.keyboard.press('Escape'); // clears what was typed
  await page.keyboard.press('Escape');
  await expect(story).toBeFocused();
});
