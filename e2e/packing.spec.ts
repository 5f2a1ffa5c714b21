/** Placement drawn as packing: sizes as they are found, sums, then places; forth and back with the cursor. */
import { accessible, expect, still, test, visit } from './page.ts';

test('SeaBIOS packs: nothing, sizes, addresses; back again', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  await page.getByRole('button', { name: 'Run…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^SeaBIOS/ })
    .click();
  await still(page);
  const pane = page.getByRole('region', { name: 'Program', exact: true });
  await pane.getByRole('button', { name: 'Packing' }).click();
  await expect(pane).toContainText('Nothing has been sized yet.');

  await page.keyboard.press('F8');
  await still(page);
  const table = pane.getByRole('table');
  const rows = table.getByRole('row');
  const addresses = table.getByText(/^0x/);
  await expect(addresses.first()).toBeAttached();
  const count = await rows.count();
  expect(await addresses.count()).toBe(count - 1);
  await expect(pane).toContainText(/lie empty/);
  await accessible(page);

  // back to before pass 2: the same entries, no place yet
  const now = pane.locator('.program-sentence[aria-current]');
  for (let i = 0; i < 80 && !(await now.innerText()).startsWith('Pass 2'); i++) {
    await page.keyboard.press('F9');
    await still(page);
  }
  await expect(now).toContainText('Pass 2');
  await expect(addresses).toHaveCount(0);
  await expect(rows).toHaveCount(count);
});
