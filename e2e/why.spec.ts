/** "Why?": a value names the step that made it and leads there, from the grid, the fields and the map. */
import { accessible, expect, state, still, test, type, visit } from './page.ts';

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  await page.evaluate(async () => window.cf8?.seek(window.cf8.state().head));
});

test('y in the grid: the answer names the step and goes there; [ and ] walk the accesses', async ({
  page,
}) => {
  const config = page.getByRole('region', { name: 'Configuration', exact: true });
  const bus = page.getByRole('region', { name: 'Bus', exact: true });
  await bus.locator('[data-fn]', { hasText: '00:03.0' }).first().click();
  const grid = config.getByRole('grid');
  await grid.getByRole('gridcell').nth(0x10).click();
  await page.keyboard.press('y');
  const box = page.getByRole('dialog', { name: /^Why\? BAR0 of 00:03\.0\. Written by step \d+: outl/ });
  await expect(box).toBeFocused();
  await expect(box).toContainText('outl 0xcfc 0xfebc0000');
  await expect(box).toContainText('accesses to it');
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  await expect(grid.getByRole('gridcell').nth(0x10)).toBeFocused();

  await page.keyboard.press('y');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await still(page);
  await expect(box).toBeHidden();
  const there = await state(page);
  await expect(page.getByRole('region', { name: 'Story' })).toContainText('febc0000');
  const register = config.getByRole('region', { name: 'Selected register' });
  await expect(register).toContainText('Written by this step: outl 0xcfc 0xfebc0000');

  await expect(grid.getByRole('gridcell').nth(0x10)).toBeFocused();
  await page.keyboard.press('[');
  await still(page);
  const before = await state(page);
  expect(before?.cursor).toBeLessThan(there?.cursor ?? 0);
  await expect(register).toContainText('Written by this step: outl 0xcfc 0x00000000');
  await page.keyboard.press(']');
  await still(page);
  expect((await state(page))?.cursor).toBe(there?.cursor);
  await expect(config.getByRole('button', { name: 'Access ▸' })).toBeDisabled();
});

test('one bit of Command, and who placed a block and a window', async ({ page }) => {
  const config = page.getByRole('region', { name: 'Configuration', exact: true });
  const map = page.getByRole('region', { name: 'Address map', exact: true });
  await type(page, 'setpci -s 00:03.0 4.w=7');
  const { cursor } = (await state(page)) ?? { cursor: 0 };
  await config.getByRole('tab', { name: 'Fields' }).click();
  await config.getByRole('button', { name: 'Bus Master Enable', exact: true }).click();
  await expect(config).toContainText('Bus Master Enable: Written by this step: setpci -s 00:03.0 4.w=7');
  await config.getByRole('button', { name: 'Memory Space Enable', exact: true }).click();
  await expect(config).toContainText(/Memory Space Enable: Written by step \d+: outw 0xcfc 0x0002/);
  await config.getByRole('button', { name: 'Vendor ID', exact: true }).click();
  await expect(config).toContainText('Vendor ID: Reset value');
  await accessible(page);

  await map.getByRole('option', { name: /^00:04\.0 memory window/ }).click();
  await map.getByRole('button', { name: /^Written by step/ }).click();
  await still(page);
  expect((await state(page))?.cursor).toBeLessThan(cursor);
  await expect(map).toContainText('Written by this step');
  await accessible(page);
});
