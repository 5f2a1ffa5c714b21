/** Every size of window: nothing scrolls sideways, no pane lies on another, nothing jumps while loading. */
import type { Page } from '@playwright/test';
import { accessible, accessibleInBoth, expect, still, test, visit } from './page.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
  { width: 320, height: 700 },
] as const;

/** Adds up layout shifts that no input caused, as the browser counts them. */
const countShifts = (page: Page) =>
  page.addInitScript(() => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ('value' in entry && 'hadRecentInput' in entry && entry.hadRecentInput === false)
          sum += Number(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
    Object.assign(window, { shifts: () => sum });
  });

const shifts = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const read: unknown = Reflect.get(window, 'shifts');
    return typeof read === 'function' ? Number(Reflect.apply(read, window, [])) : Number.NaN;
  });

async function fits(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const boxes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].map((pane) => ({
      id: pane.dataset['pane'] ?? '',
      box: pane.getBoundingClientRect(),
    }));
    const overlaps: string[] = [];
    boxes.forEach((a, i) => {
      for (const b of boxes.slice(i + 1))
        if (
          Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 1 &&
          Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 1
        )
          overlaps.push(`${a.id} and ${b.id}`);
    });
    const outside = boxes.filter(({ box }) => box.right > innerWidth + 1 || box.bottom > innerHeight + 1);
    return { wide, overlaps, outside: outside.map(({ id }) => id) };
  });
  expect(found).toEqual({ wide: 0, overlaps: [], outside: [] });
}

for (const size of sizes) {
  test(`${String(size.width)}×${String(size.height)}`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await countShifts(page);
    await visit(page);
    await page.evaluate(() => document.fonts.ready);
    await fits(page);
    if (size.width > 700) {
      await expect(
        page.getByRole('region', { name: 'Address map' }).getByRole('option').first(),
      ).toBeVisible();
      await fits(page);
      await accessibleInBoth(page);
    } else {
      const tabs = page.getByRole('navigation', { name: 'Panels' });
      const panels = [
        ['Config', 'Configuration'],
        ['Map', 'Address map'],
        ['Console', 'Console'],
        ['Bus', 'Bus'],
      ] as const;
      for (const [tab, region] of panels) {
        await tabs.getByRole('button', { name: tab }).click();
        const pane = page.getByRole('region', { name: region, exact: true });
        await expect(pane).toBeVisible();
        await still(page);
        await fits(page);
        await (tab === 'Config' ? accessibleInBoth(page) : accessible(page));
      }
    }
    expect(await shifts(page)).toBeLessThanOrEqual(0.05);
  });
}
