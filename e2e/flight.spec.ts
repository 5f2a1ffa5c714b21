/** A BAR's block flies to its slot, a bridge's window stretches: the same picture by seeking as by playing, at any progress. */
import type { Page } from '@playwright/test';
import { expect, state, still, test, visit } from './page.ts';

/** The two drawings and what flies over them, a line an element: what is there, not in which order attributes came. */
const drawn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    ['[data-pane=topology] .topology-drawing', '.map-column', '.flight'].flatMap((each) => {
      const root = document.querySelector(each);
      return [root, ...(root?.querySelectorAll('*') ?? [])].map((element) => {
        if (!element) return '';
        const attributes = element
          .getAttributeNames()
          .map((name) => `${name}=${element.getAttribute(name) ?? ''}`)
          // an empty style says nothing
          .filter((attribute) => attribute !== 'style=')
          .toSorted();
        const text = element.children.length === 0 ? element.textContent : '';
        return [element.localName, ...attributes, text].join(' ');
      });
    }),
  );

const seek = (page: Page, moment: number | string, progress?: number): Promise<void> =>
  page.evaluate(async ([at, p]) => window.cf8?.seek(at, p), [moment, progress] as const);

const moment = async (page: Page): Promise<{ row: number; last: string }> => {
  const now = await state(page);
  return { row: now?.cursor ?? 0, last: `${String(now?.cursor)}.${String(now?.beat)}` };
};

async function run(page: Page, ...lines: string[]): Promise<void> {
  for (const line of lines) await page.evaluate((text) => window.cf8?.run(text), line);
  await still(page);
}

/** Plays the row to its end, goes elsewhere, comes back by seeking: the same. */
async function playedAsSought(page: Page): Promise<string> {
  const { row, last } = await moment(page);
  await seek(page, row - 1);
  await page.keyboard.press('.');
  await still(page);
  const played = await drawn(page);
  await seek(page, 3);
  await seek(page, last);
  expect(await drawn(page)).toEqual(played);
  return last;
}

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await visit(page);
  const { head = 0 } = (await state(page)) ?? {};
  await seek(page, head);
});

test('a BAR write', async ({ page }) => {
  await run(page, 'setpci -s 00:03.0 4.w=0', 'setpci -s 00:03.0 10.l=feb8f000');
  const last = await playedAsSought(page);
  await expect(page.locator('.flight')).toHaveAttribute('data-beat', last);
  const block = page.locator('.flight-block');
  const slot = page.locator(
    '.map-block[data-key="' + (await page.locator('.flight').getAttribute('data-flight')) + '"]',
  );
  await expect(slot).toHaveAttribute('data-state', 'off');
  const end = await slot.boundingBox();
  const middle = async (progress: number) => {
    await seek(page, last, progress);
    return block.boundingBox();
  };
  // it leaves the card, and is in its slot when it lands
  const [first, half, landed] = [await middle(0), await middle(0.5), await middle(0.78)];
  const card = await page.locator('.topology-card[data-role=claims]').last().boundingBox();
  expect(first?.x ?? 0).toBeGreaterThan(card?.x ?? Infinity);
  expect(first?.x ?? Infinity).toBeLessThan((card?.x ?? 0) + (card?.width ?? 0));
  expect(half?.x ?? 0).toBeGreaterThan(first?.x ?? Infinity);
  expect(landed?.x).toBeCloseTo(end?.x ?? 0, 0);
  expect(landed?.y).toBeCloseTo(end?.y ?? 0, 0);
  // 0x8f000 is no multiple of 128 KiB
  await expect(page.locator('.flight-ghost')).toHaveText('✕ not a multiple of 128 KiB');
  await seek(page, last, 0.5);
  const once = await drawn(page);
  await seek(page, 3);
  await seek(page, last, 0.5);
  expect(await drawn(page)).toEqual(once);
  await seek(page, last);
  await expect(block).toHaveCSS('opacity', '0');
});

test('Command lets it decode: the brackets above light up when it has landed', async ({ page }) => {
  await run(page, 'setpci -s 01:01.0 4.w=0', 'setpci -s 01:01.0 4.w=2');
  const last = await playedAsSought(page);
  const glow = page.locator('path[data-glow]');
  await expect(glow).toHaveCount(1);
  await seek(page, last, 0.5);
  await expect(glow).toHaveCSS('opacity', '0');
  await seek(page, last, 1);
  await expect(glow).toHaveCSS('opacity', '1');
});

test('a window write: notch by notch, closed, and too small', async ({ page }) => {
  await run(page, 'setpci -s 00:04.0 20.l=fec0fe80');
  const last = await playedAsSought(page);
  await expect(page.locator('.map-notches')).toBeAttached();
  const bracket = page.locator('[data-bracket$=".memory"] .map-bracket').first();
  const height = async (progress: number): Promise<number> => {
    await seek(page, last, progress);
    return (await bracket.boundingBox())?.height ?? 0;
  };
  const [first, half, end] = [await height(0), await height(0.5), await height(1)];
  expect(first).toBeLessThan(half);
  expect(half).toBeLessThan(end);

  await run(page, 'setpci -s 00:04.0 20.l=0000fff0');
  await playedAsSought(page);
  const label = page.locator('.map-window[data-kind=memory]').first();
  await expect(label).toHaveText(/00:04\.0\s*needs 2M/);
  await expect(page.locator('.map-beyond')).toHaveCount(2);
});

test('bus numbers appear as they are given', async ({ page }) => {
  await run(page, 'setpci -s 00:04.0 18.l=00ff0100');
  await expect(page.locator('.topology-ids[data-open]')).toHaveText('0 ▸ 1–ff');
  expect((await state(page))?.sentence).toContain('its subordinate is FF');
});

test('reduced motion: in its place at once, with a trace from its origin', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await run(page, 'setpci -s 00:03.0 4.w=0', 'setpci -s 00:03.0 10.l=feb80000');
  await expect(page.locator('.flight[data-traced]')).toBeAttached();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
