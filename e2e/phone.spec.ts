/** In the hand: one panel at a time, bars that a thumb hits, a sentence that is swiped, dialogs that are the screen. */
import type { Page } from '@playwright/test';
import { accessible, expect, state, still, test, visit } from './page.ts';

test.use({ hasTouch: true });

const sizes = [
  [390, 844],
  [360, 640],
  [320, 640],
  [844, 390],
] as const;

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name }).click();

/** Nothing scrolls sideways, nothing stands out, and what a bar holds is 44 pixels high and wide. */
const measure = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const bars = [...document.querySelectorAll('.header button, .tab-bar button, .transport button')];
    const small = bars.flatMap((each) => {
      if (!each.checkVisibility()) return [];
      const { width, height } = each.getBoundingClientRect();
      return width < 44 || height < 44 ? [`${each.textContent} ${String(width)}×${String(height)}`] : [];
    });
    const cut = [...document.querySelectorAll('.machine, .step-bar, .tab-bar')].flatMap((each) => {
      const { left, right, top, bottom } = each.getBoundingClientRect();
      const isIn = left >= -1 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1;
      return isIn ? [] : [each.className];
    });
    return { sideways: scrollWidth - clientWidth, small, cut };
  });

const fine = { sideways: 0, small: [], cut: [] };

for (const [width, height] of sizes) {
  test(`${String(width)}×${String(height)}: every panel fits`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await visit(page);
    for (const name of ['Config', 'Map', 'Console', 'Bus']) {
      await tab(page, name);
      await still(page);
      expect(await measure(page)).toEqual(fine);
      const { height: room = 0 } = (await page.locator('.machine .pane').boundingBox()) ?? {};
      expect(room).toBeGreaterThan(height * 0.35);
    }
    if (width < 480) {
      await tab(page, 'Config');
      await expect(page.getByRole('grid')).toHaveAttribute('data-columns', '8');
      await expect(page.locator('.hex-ascii')).toHaveCount(0);
    }
  });
}

async function swipe(page: Page, selector: string, by: number): Promise<void> {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`no ${selector}`);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.locator(selector).evaluate(
    (element, { x, y, to }) => {
      const at = (clientX: number) => ({ pointerType: 'touch', bubbles: true, clientX, clientY: y });
      element.dispatchEvent(new PointerEvent('pointerdown', at(x)));
      element.dispatchEvent(new PointerEvent('pointerup', at(to)));
    },
    { ...at, to: at.x + by },
  );
  await still(page);
}

test('the sentence is swiped, the picture is not', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  const from = (await state(page))?.cursor ?? 0;
  await swipe(page, '.story-sentence', -120);
  expect((await state(page))?.cursor).toBe(from + 1);
  await swipe(page, '.story-sentence', 120);
  expect((await state(page))?.cursor).toBe(from);
  await swipe(page, '.topology-drawing', -120);
  expect((await state(page))?.cursor).toBe(from);
});

test('verbs stand in one row, the others in the menu; a thumb on the strip scrubs', async ({
  page,
  context,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    await visit(page);
    await tab(page, 'Config');
    const tools = page.getByRole('toolbar', { name: 'Verbs of the grid' });
    expect((await tools.boundingBox())?.height ?? 99).toBeLessThan(48);
    await tools.getByRole('button', { name: /^More/ }).click();
    const entry = page.getByRole('menuitem', { name: /^Access ▸/ });
    await expect(entry).toBeVisible();
    await accessible(page);
    await page.keyboard.press('Escape');
  }
  await page.getByRole('button', { name: /^More/ }).last().click();
  await page.getByRole('menuitem', { name: /^Access ▸/ }).click();
  await still(page);
  expect((await state(page))?.cursor).toBe(38);

  const strip = page.getByRole('slider', { name: 'Place in the story' });
  const { x = 0, y = 0, width = 0, height = 0 } = (await strip.boundingBox()) ?? {};
  const cdp = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share?: number) =>
    cdp.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: share === undefined ? [] : [{ x: x + width * share, y: y + height / 2 }],
    });
  await touch('touchStart', 0.9);
  await still(page);
  const late = (await state(page))?.cursor ?? 0;
  for (let share = 0.9; share > 0.2; share -= 0.05) await touch('touchMove', share);
  await still(page);
  const early = (await state(page))?.cursor ?? 99;
  await touch('touchEnd');
  expect(early).toBeLessThan(late * 0.4);
  expect((await state(page))?.cursor).toBe(early);
});

test('a tap on a window shows what is in it; a button comes back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  await tab(page, 'Map');
  const options = page.getByRole('option');
  await expect(options.first()).toBeVisible();
  const all = await options.count();
  await page.locator('.map-window').first().tap();
  await still(page);
  expect(await options.count()).toBeLessThan(all);
  await expect(options.filter({ hasText: '01:01.0 BAR0' })).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: /Whole map/ }).tap();
  await expect(options).toHaveCount(all);
});

test('dialogs are the whole screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit(page);
  for (const keys of ['Control+,', 'Control+o', '?']) {
    await page.keyboard.press(keys);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toHaveCount(0);
  }
});

test('a program in the hand', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
  await visit(page);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Run/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Textbook enumeration/ })
    .click();
  await still(page);
  await tab(page, 'Program');
  for (let i = 0; i < 5; i++) await page.keyboard.press('F10');
  await still(page);
  expect(await measure(page)).toEqual(fine);
  await accessible(page);
  await page.screenshot({ path: test.info().outputPath('program.png') });
});
