/** How soon it answers. */
import type { Page } from '@playwright/test';
import { close, fresh, seen, visit } from './browser.ts';
import { median, percentile, row, timed } from './table.ts';

/** Steps, scrubs, selects, types, opens the palette, as a person does in the first five minutes. */
async function journey(page: Page): Promise<void> {
  for (let i = 0; i < 7; i++) {
    await page.keyboard.press('.');
    await page.waitForTimeout(120);
  }
  const strip = await page.locator('[data-pane=timeline] [role=slider]').first().boundingBox();
  if (strip) {
    await page.mouse.move(strip.x + strip.width * 0.7, strip.y + strip.height / 2);
    await page.mouse.down();
    for (let i = 0; i <= 20; i++)
      await page.mouse.move(strip.x + strip.width * (0.7 - i * 0.02), strip.y + strip.height / 2);
    await page.mouse.up();
  }
  for (const cell of [2, 20, 60]) {
    await page.locator('[role=gridcell]').nth(cell).click();
    await page.waitForTimeout(80);
  }
  await page.locator('[data-pane=console] [role=combobox]').click();
  await page.keyboard.type('inl 0xcfc', { delay: 40 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.evaluate(() => window.cf8?.idle());
  await page.keyboard.press('Control+k');
  await page.waitForTimeout(400);
  await page.keyboard.type('bar', { delay: 60 });
  await page.keyboard.press('Escape');
  await page.waitForTimeout(400);
}

/** Journeys at each speed: the middle one counts, since one slow moment of the machine makes a journey's p98. */
const journeys = 3;

export async function input(): Promise<void> {
  for (const [cpu, gate] of [
    [1, 150],
    [4, 250],
  ] as const) {
    const slow: number[] = [];
    let shifted = 0;
    for (let n = 0; n < journeys; n++) {
      const page = await fresh(cpu);
      await visit(page);
      await journey(page);
      const { inputs, shifts } = await seen(page);
      slow.push(percentile(inputs, 0.98));
      shifted = Math.max(shifted, shifts);
      await close(page);
    }
    const name = cpu === 1 ? '' : ', CPU ÷ 4';
    timed(`interaction to next paint, p98, median of ${String(journeys)}${name}`, median(slow), 'ms', gate);
    if (cpu === 1) row('layout shift over the journey, worst', shifted, '', 0.05);
  }
}
