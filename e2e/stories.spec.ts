/** The stories of the menu: each opens; beats say and show what happens; the same moment is always the same picture. */
import type { Page } from '@playwright/test';
import { accessible, expect, state, still, test, visit } from './page.ts';

const seek = (page: Page, moment: number | string) => page.evaluate((m) => window.cf8?.seek(m), moment);
const drawing = (page: Page) => page.locator('.topology-drawing');
const story = (page: Page) => page.getByRole('region', { name: 'Story' });

async function openStory(page: Page, title: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^Scenario/ }).click();
  await page.getByRole('menuitem', { name: title }).click();
  await still(page);
}

test('every story of the menu opens, paused inside, and steps to its end', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  await page.getByRole('button', { name: /^Scenario/ }).click();
  const titles = await page.getByRole('menuitem').allTextContents();
  expect(titles.length).toBeGreaterThanOrEqual(4);
  await page.keyboard.press('Escape');
  for (const title of titles) {
    await openStory(page, new RegExp(title.replace(/[^\w ]/g, '.')));
    await expect(page.getByRole('button', { name: `Scenario: ${title}` })).toBeVisible();
    const opened = await state(page);
    expect(opened?.cursor).toBeGreaterThan(0);
    expect(opened?.cursor).toBeLessThan(opened?.head ?? 0);
    await accessible(page);
    await seek(page, opened?.head ?? 0);
    await expect(page.getByRole('button', { name: 'Next step' })).toBeDisabled();
    await expect(story(page).getByRole('status')).not.toBeEmpty();
  }
});

test('three bridges deep: every beat has its picture and its sentence', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  await openStory(page, /three bridges/);
  const beats: readonly (readonly [string, RegExp])[] = [
    ['8.1', /CPU reads CFC; the host bridge must make a configuration cycle/],
    ['8.2', /Bus 03 is not bus 0: the host bridge sends a Type 1 cycle/],
    ['8.3', /00:02\.0: 01 ≤ 03 ≤ 03, so it passes the Type 1 cycle on/],
    ['8.4', /01:01\.0: 02 ≤ 03 ≤ 03, so it passes the Type 1 cycle on/],
    ['8.5', /02:01\.0: bus 03 is its secondary bus\. Type 1 becomes Type 0/],
    ['8.6', /03:01\.0 claims and answers .* 0x11e81234/],
    ['8.7', /03:01\.0 answers 0x11e81234: Vendor ID, Device ID/],
  ];
  for (const [moment, sentence] of beats) {
    await seek(page, moment);
    await expect(drawing(page)).toHaveAttribute('data-beat', moment);
    await expect(story(page)).toContainText(sentence);
  }
  await expect(drawing(page)).toContainText('02 ≤ 03 ≤ 03');
  await expect(drawing(page)).toContainText('Type 1 → Type 0');
});

test('reduced motion: nothing moves, at most it fades', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  await openStory(page, /three bridges/);
  for (let beat = 1; beat <= 7; beat++) {
    await seek(page, `8.${String(beat)}`);
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .filter((a) => a.playState === 'running')
        .map((a) => (a instanceof CSSTransition ? a.transitionProperty : 'animation'))
        .filter((what) => what !== 'opacity'),
    );
    expect(moving).toEqual([]);
  }
});

test('a moment looks the same, played to or jumped to', async ({ page }) => {
  await visit(page);
  await openStory(page, /three bridges/);
  const picture = async (): Promise<string> => {
    await still(page);
    return drawing(page).evaluate((svg) => svg.outerHTML);
  };
  await seek(page, 7);
  const played: string[] = [];
  for (let beat = 1; beat <= 7; beat++) {
    await page.keyboard.press("'");
    await expect(drawing(page)).toHaveAttribute('data-beat', `8.${String(beat)}`);
    played.push(await picture());
  }
  for (const beat of [6, 2, 5, 1, 7, 3, 4]) {
    await seek(page, `8.${String(beat)}`);
    expect(await picture()).toBe(played[beat - 1]);
  }
});
