/** The main job by mouse alone: compose CF8, read the id, size BAR0, place it, switch it on, find it in the map, go back, branch. */
import type { Page } from '@playwright/test';
import { accessible, accessibleInBoth, expect, reload, state, still, test, type, visit } from './page.ts';

const pane = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('by mouse alone', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  const story = pane(page, 'Story');
  const bus = pane(page, 'Bus');
  const config = pane(page, 'Configuration');
  const map = pane(page, 'Address map');

  await bus.getByRole('button', { name: 'Compose CONFIG_ADDRESS' }).click();
  const composer = page.getByRole('dialog', { name: 'Compose CONFIG_ADDRESS' });
  await expect(composer).toContainText('Reaches 00:03.0 e1000');
  await accessible(page);
  await composer.getByRole('button', { name: 'Write CF8' }).click();
  await still(page);
  await composer.getByRole('button', { name: 'Read CFC' }).click();
  await still(page);
  await expect(story).toContainText('00:03.0 answers 0x100e8086');
  await page.mouse.click(700, 20);
  await expect(composer).toBeHidden();

  await bus.locator('[data-fn]', { hasText: '00:03.0' }).first().click();
  await config.getByRole('tab', { name: 'BARs' }).click();
  await config.getByRole('button', { name: 'Size BAR0' }).click();
  await still(page);
  await expect(config.getByRole('row', { name: /BAR0/ })).toContainText('128 KiB');
  await accessible(page);

  const address = config.getByRole('textbox', { name: 'Address of BAR0' });
  await address.fill('feb80000');
  await address.press('Enter');
  await still(page);
  await expect(story).toContainText('feb80000');
  await expect(config.getByRole('row', { name: /BAR0/ })).toContainText('Command bit 1');

  await config.getByRole('tab', { name: 'Fields' }).click();
  const enable = config.getByRole('switch', { name: 'Memory Space Enable' });
  await enable.click();
  await still(page);
  await expect(enable).toBeChecked();
  await expect(story).toContainText('decodes 0xfeb80000 to 0xfeb9ffff');
  await accessible(page);

  const block = map.getByRole('option', { name: /^00:03\.0 BAR0, FEB8 0000 to FEB9 FFFF/ });
  await block.click();
  await expect(block).toHaveAttribute('aria-selected', 'true');

  await page.getByRole('combobox', { name: 'Command' }).click();
  await type(page, 'readl feb80008');
  await expect(page.getByRole('log')).toContainText('0x80080783');

  const before = await state(page);
  const back = story.getByRole('button', { name: 'Previous step' });
  for (let i = 0; i < 5; i++) await back.click();
  await still(page);
  expect((await state(page))?.cursor).toBe((before?.cursor ?? 0) - 5);

  await config.getByRole('tab', { name: 'BARs' }).click();
  await address.fill('fe000000');
  await address.press('Enter');
  await still(page);
  const branched = await state(page);
  expect(branched?.branches).toBe((before?.branches ?? 0) + 1);
  await accessibleInBoth(page);

  await reload(page);
  expect(await state(page)).toMatchObject({
    cursor: branched?.cursor,
    head: branched?.head,
    hash: branched?.hash,
    branches: branched?.branches,
  });
});
