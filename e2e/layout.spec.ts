/** One pane with all of the room: by its button, by key, by name; back by Escape; kept for the next visit. The bus is never a slit. */
import type { Page } from '@playwright/test';
import {
  accessibleInBoth,
  byPalette,
  expect,
  focusIsSeen,
  reload,
  state,
  still,
  test,
  visit,
} from './page.ts';

const pane = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

const sizeOf = async (page: Page, name: string): Promise<{ width: number; height: number }> => {
  const box = await pane(page, name).boundingBox();
  return { width: Math.round(box?.width ?? 0), height: Math.round(box?.height ?? 0) };
};

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

test('every pane can have all of the room, and gives it back', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await visit(page);
  const before = await sizeOf(page, 'Configuration');
  for (const name of ['Bus', 'Configuration', 'Address map', 'Console']) {
    await pane(page, name)
      .getByRole('button', { name: `Maximise: ${name}` })
      .click();
    await still(page);
    const { width, height } = await sizeOf(page, name);
    expect(width).toBe(1440);
    expect(height).toBeGreaterThan(640);
    for (const other of ['Bus', 'Configuration', 'Address map', 'Console'])
      if (other !== name) await expect(pane(page, other)).toBeHidden();
    await expect(pane(page, 'Story')).toBeVisible();
    await expect(page.getByRole('slider', { name: 'Place in the story' })).toBeVisible();
    await accessibleInBoth(page);
    await pane(page, name)
      .getByRole('button', { name: `Restore all panes: ${name}` })
      .click();
    await expect(pane(page, 'Bus')).toBeVisible();
  }
  expect(await sizeOf(page, 'Configuration')).toEqual(before);
});

test('by keyboard alone: F4 there, a digit to the next, Escape back; the grid keeps its own Escape', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await visit(page);
  await page.keyboard.press('4');
  await expect(pane(page, 'Configuration')).toBeFocused();
  // its key comes a moment after the first paint
  await expect(async () => {
    await page.keyboard.press('F4');
    await expect(pane(page, 'Bus')).toBeHidden({ timeout: 1000 });
  }).toPass();
  await expect(pane(page, 'Bus')).toBeHidden();
  expect((await sizeOf(page, 'Configuration')).width).toBe(1280);
  const { cursor = 0 } = (await state(page)) ?? {};
  await page.keyboard.press('.');
  await still(page);
  expect((await state(page))?.cursor).toBe(cursor + 1);

  // a write that is only begun is put away first
  const cell = page.getByRole('gridcell').first();
  await cell.click();
  await page.keyboard.press('F2');
  await expect(page.getByRole('group', { name: 'A write that is being typed' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(pane(page, 'Bus')).toBeHidden();

  await pane(page, 'Configuration').focus();
  await page.keyboard.press('5');
  await expect(pane(page, 'Configuration')).toBeHidden();
  expect((await sizeOf(page, 'Address map')).width).toBe(1280);
  await expect(pane(page, 'Address map')).toBeFocused();
  await focusIsSeen(page);
  await page.keyboard.press('Escape');
  await expect(pane(page, 'Bus')).toBeVisible();
  await expect(pane(page, 'Configuration')).toBeVisible();

  await byPalette(page, '>maximise the console');
  await expect(pane(page, 'Bus')).toBeHidden();
  await page.getByRole('combobox', { name: 'Command' }).focus();
  await page.keyboard.press('Escape');
  await expect(pane(page, 'Bus')).toBeVisible();
});

test('a reload keeps it, a link that asks for views opens all the same', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await visit(page);
  await byPalette(page, '>maximise the address map');
  await reload(page);
  await expect(pane(page, 'Bus')).toBeHidden();
  expect((await sizeOf(page, 'Address map')).width).toBe(1280);
  await page.goto('./#v=1&t=20&view=fields,io&s=first-visit');
  await reload(page);
  await expect(pane(page, 'Address map').getByRole('tab', { name: 'I/O' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Escape');
  await expect(pane(page, 'Configuration').getByRole('tab', { name: 'Fields' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('with a program the bus is not a slit, and the program can have the room', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await visit(page);
  await page.getByRole('button', { name: 'Run…' }).click();
  await page
    .getByRole('dialog', { name: 'Run a program' })
    .getByRole('button', { name: /^Textbook enumeration/ })
    .click();
  await still(page);
  await page.keyboard.press('F10');
  await still(page);
  const { height = 0 } = (await page.locator('.topology-viewport').boundingBox()) ?? {};
  expect(height).toBeGreaterThanOrEqual(260);
  await page.keyboard.press('7');
  await expect(pane(page, 'Program')).toBeFocused();
  await page.keyboard.press('F4');
  await expect(pane(page, 'Bus')).toBeHidden();
  const source = await page.getByRole('region', { name: 'Source, textbook.ts' }).boundingBox();
  expect(source?.height ?? 0).toBeGreaterThan(300);
  await accessibleInBoth(page);
  // where the program goes, the room comes back
  await page.getByRole('button', { name: 'Hide the program' }).click();
  await expect(pane(page, 'Bus')).toBeVisible();
});
