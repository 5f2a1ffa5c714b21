/** The timeline: looking changes nothing, scrubbing, finding, bookmarks that last, branches, running until; by keys alone, and by thumb. */
import type { Page } from '@playwright/test';
import { accessible, expect, reload, state, still, test, type, visit } from './page.ts';

const strip = (page: Page) => page.getByRole('slider', { name: 'Place in the story' });
const cursor = async (page: Page) => (await state(page))?.cursor ?? -1;
const press = async (page: Page, key: string) => {
  await page.keyboard.press(key);
  await still(page);
};
const drag = async (page: Page, from: number, to: number) => {
  const box = await strip(page).boundingBox();
  if (!box) throw new Error('no strip');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to, y, { steps: 12 });
  await page.mouse.up();
  await still(page);
};

test.describe('on a wide screen', () => {
  test.beforeEach(async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await visit(page);
    await expect(strip(page)).toBeVisible();
  });

  test('looking shows what was done there and changes nothing', async ({ page }) => {
    const before = await state(page);
    const card = page.locator('.timeline-card');
    const box = await strip(page).boundingBox();
    if (!box) throw new Error('no strip');
    for (const share of [0.1, 0.5, 0.9]) {
      await page.mouse.move(box.x + box.width * share, box.y + 10);
      await expect(card).toContainText(/Step \d+/);
      await expect(card.locator('.timeline-says')).toBeVisible();
    }
    await page.mouse.move(700, 600);
    await expect(card).toBeHidden();
    expect(await state(page)).toEqual(before);
  });

  test('a click seeks, dragging scrubs, a double click fills the view with a phase', async ({ page }) => {
    const { head = 0 } = (await state(page)) ?? {};
    await drag(page, 0.5, 0.2);
    const early = await cursor(page);
    expect(early).toBeLessThan(head * 0.3);
    await drag(page, 0.2, 1);
    expect(await cursor(page)).toBe(head);
    await strip(page).dblclick({ position: { x: 40, y: 20 } });
    await expect(strip(page)).toHaveAttribute('data-zoomed', '');
    await accessible(page);
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await expect(strip(page)).not.toHaveAttribute('data-zoomed');
  });

  test('by keys: rows, phases, ends, zoom', async ({ page }) => {
    await strip(page).focus();
    await press(page, 'Home');
    expect(await cursor(page)).toBe(0);
    await press(page, 'ArrowRight');
    await press(page, 'PageDown');
    const phase = await cursor(page);
    expect(phase).toBeGreaterThan(1);
    await expect(strip(page)).toHaveAttribute(
      'aria-valuetext',
      new RegExp(`^step ${String(phase)} of \\d+: .+`),
    );
    await press(page, '+');
    await press(page, '+');
    await expect(strip(page)).toHaveAttribute('data-zoomed', '');
    await press(page, 'End');
    expect(await cursor(page)).toBe((await state(page))?.head);
    await press(page, '0');
    await expect(strip(page)).not.toHaveAttribute('data-zoomed');
  });

  test('finding: marks, from one to the next, what is wrong is said', async ({ page }) => {
    await page.getByRole('region', { name: 'Bus', exact: true }).focus();
    await press(page, '/');
    const field = page.getByRole('textbox', { name: 'Find accesses in the timeline' });
    await expect(field).toBeFocused();
    await page.keyboard.type('reg:BAR0 op:write');
    const count = page.locator('.timeline-found-count');
    await expect(count).toHaveText(/^\d+ found$/);
    const all = Number.parseInt(await count.innerText(), 10);
    expect(all).toBeGreaterThan(1);
    expect(await page.locator('.timeline-found').getAttribute('d')).not.toBe('');
    await press(page, 'Enter');
    await expect(count).toHaveText(new RegExp(`^\\d+ of ${String(all)}$`));
    const first = await cursor(page);
    await press(page, 'Enter');
    expect(await cursor(page)).not.toBe(first);
    await press(page, 'Shift+Enter');
    expect(await cursor(page)).toBe(first);
    await accessible(page);
    await page.keyboard.type(' lane:sky');
    await expect(page.locator('.timeline-find')).toContainText('lane: wants cfg, io');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await press(page, 'Escape');
    await expect(field).toBeHidden();
    await expect(strip(page)).toBeFocused();
  });

  test('a bookmark is named, survives a reload, goes and comes back', async ({ page }) => {
    await page.evaluate(() => window.cf8?.seek(9));
    await page.getByRole('region', { name: 'Bus', exact: true }).focus();
    await press(page, 'b');
    const name = page.getByRole('textbox', { name: 'Name of the bookmark at step 9' });
    await expect(name).toBeFocused();
    await accessible(page);
    await page.keyboard.type('the bridge');
    await press(page, 'Enter');
    const flag = page.getByRole('button', { name: 'Bookmark the bridge, step 9' });
    await expect(flag).toBeVisible();
    await page.evaluate(() => window.cf8?.seek(30));
    await reload(page);
    await expect(flag).toBeVisible();
    await flag.click();
    expect(await cursor(page)).toBe(9);
    await flag.click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(flag).toBeHidden();
    await page.getByRole('group', { name: 'Timeline' }).waitFor();
    const note = page.locator('.timeline-removed');
    await expect(note).toContainText('Bookmark the bridge removed.');
    await note.getByRole('button', { name: 'Undo' }).click();
    await expect(flag).toBeVisible();
  });

  test('a branch is drawn, compared in one click, named, left for, taken away and back', async ({ page }) => {
    await page.evaluate(() => window.cf8?.seek(12));
    await type(page, 'setpci -s 00:03.0 COMMAND=6');
    const branches = page.getByRole('group', { name: 'Branches' });
    await expect(branches).toContainText('branch 1');
    await accessible(page);
    await branches.getByRole('button', { name: 'Compare branch 1 with this story' }).click();
    const compare = page.getByRole('dialog', { name: /Compare/ });
    await expect(compare).toBeVisible();
    await expect(compare.getByRole('combobox').first()).toHaveValue('branch:1');
    await press(page, 'Escape');
    await branches.getByRole('button', { name: 'More about branch 1' }).click();
    await page.getByRole('menuitem', { name: 'Rename…' }).click();
    await expect(page.getByRole('textbox', { name: 'Name of branch 1' })).toBeFocused();
    await page.keyboard.type('as it was');
    await press(page, 'Enter');
    await branches.getByRole('button', { name: 'More about as it was' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await expect(branches).toBeHidden();
    await page.locator('.timeline-removed').getByRole('button', { name: 'Undo' }).click();
    await branches.getByRole('button', { name: /^Switch to as it was/ }).click();
    await still(page);
    expect(await state(page)).toMatchObject({ story: 1, branches: 1 });
    await expect(branches).toContainText('as it was');
  });

  test('run until: an access that is recorded, and one that never comes', async ({ page }) => {
    await page.evaluate(() => window.cf8?.seek(1));
    await page.getByRole('button', { name: 'More of the timeline' }).click();
    await page.getByRole('menuitem', { name: 'Run until…' }).click();
    const form = page.getByRole('dialog', { name: 'Run until…' });
    await accessible(page);
    await form.getByRole('combobox', { name: 'What to wait for' }).selectOption('address');
    await form.getByRole('textbox').fill('1234');
    await form.getByRole('button', { name: 'Go' }).click();
    await expect(form).toContainText('Not met before the end.');
    expect(await cursor(page)).toBe(1);
    await form.getByRole('textbox').fill('cfc..cff');
    await form.getByRole('button', { name: 'Go' }).click();
    await expect(form).toBeHidden();
    expect(await cursor(page)).toBe(2);
  });
});

test('tools stand in one row, and what has no room is in the menu; with everything open it stays a strip', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  await page.evaluate(() => window.cf8?.seek(20));
  for (const [step, value] of [
    [20, 6],
    [16, 7],
    [12, 5],
  ] as const) {
    await page.evaluate((to) => window.cf8?.seek(to), step);
    await type(page, `setpci -s 00:03.0 COMMAND=${String(value)}`);
  }
  await page.getByRole('region', { name: 'Bus', exact: true }).focus();
  await press(page, 'b');
  await press(page, 'Enter');
  await page.getByRole('region', { name: 'Bus', exact: true }).focus();
  await press(page, '/');
  await expect(page.getByRole('group', { name: 'Branches' })).toBeVisible();
  const heightOf = async (): Promise<number> =>
    (await page.getByRole('region', { name: 'Timeline', exact: true }).boundingBox())?.height ?? 0;
  expect(await heightOf()).toBeLessThanOrEqual(160);
  await accessible(page);

  const tools = page.getByRole('group', { name: 'Timeline' });
  for (const width of [1440, 1280, 1040]) {
    await page.setViewportSize({ width, height: 900 });
    await still(page);
    const tops = await tools.locator('button:visible').evaluateAll((all) => {
      const middles = all
        .filter((each) => each.closest('[inert], [popover]') === null)
        .map((each) => {
          const { top, height } = each.getBoundingClientRect();
          return top + height / 2;
        });
      return Math.max(...middles) - Math.min(...middles);
    });
    expect(tops).toBeLessThanOrEqual(3);
    for (const name of ['Undo', 'Redo', 'Reset'])
      await expect(tools.getByRole('button', { name, exact: true })).toBeVisible();
  }
  // at 1040 the word is in the menu
  await page.getByRole('button', { name: 'More of the timeline' }).click();
  await expect(page.getByRole('menuitem', { name: 'Bookmark this step' })).toBeVisible();
  await press(page, 'Escape');

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: /branches: show them/ }).click();
  await expect(page.getByRole('group', { name: 'Branches' })).toBeHidden();
  await page.getByRole('textbox', { name: 'Find accesses in the timeline' }).press('Escape');
  await page.getByRole('button', { name: 'Fold the timeline' }).click();
  expect(await heightOf()).toBeLessThan(44);
  await drag(page, 0.2, 0.4);
  await accessible(page);
  await reload(page);
  expect(await heightOf()).toBeLessThan(44);
  await page.getByRole('button', { name: 'Unfold the timeline' }).click();

  await page.getByRole('button', { name: 'Maximise: Timeline' }).click();
  await expect(page.getByRole('list', { name: 'What the marks mean' })).toContainText('nobody claimed it');
  await expect(strip(page)).toContainText('Configuration');
  await accessible(page);
  await drag(page, 0.5, 0.3);
  await press(page, 'Escape');
  await expect(page.getByRole('region', { name: 'Bus', exact: true })).toBeVisible();
});

test('on a phone the strip is as tall as a thumb and scrubs', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  const box = await strip(page).boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  await drag(page, 0.9, 0.1);
  const early = await cursor(page);
  await drag(page, 0.1, 0.7);
  expect(await cursor(page)).toBeGreaterThan(early);
  await accessible(page);
});
