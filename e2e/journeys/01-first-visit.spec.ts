/** A student opens the page for the first time: a story paused in the middle, and the first press shows who answers. */
import { accessible, expect, state, test, visit } from '../page.ts';
import { countClicks, pane, press, seen } from './tools.ts';

test('a sentence and a paused machine at once; one read of CFC in at most seven presses', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  const clicks = await countClicks(page);
  const story = pane(page, 'Story');

  // nothing pressed yet
  await expect(story).toContainText('CF8 = 0x80001800');
  await seen(story.locator('.story-sentence'));
  await seen(page.locator('.topology-drawing'));
  await seen(story.getByRole('button', { name: 'Play' }));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const begun = await state(page);
  expect(begun?.cursor).toBeGreaterThan(0);
  expect(begun?.cursor).toBeLessThan(begun?.head ?? 0);
  const ways = page.getByRole('group', { name: 'Where to begin' });
  for (const name of ['Watch firmware', 'Open my lspci', 'Try to break it'])
    await seen(ways.getByRole('button', { name }));
  await accessible(page);

  // beat by beat: at most seven until the value is there
  let presses = 0;
  for (; presses < 7 && !(await story.innerText()).includes('answers 0x100e8086'); presses++)
    await press(page, "'");
  await expect(story).toContainText('00:03.0 answers 0x100e8086');
  await expect(page.locator('.topology-drawing')).toContainText(/100e8086/i);
  const cells = pane(page, 'Configuration').getByRole('gridcell');
  await expect(cells.nth(0)).toHaveText('86');
  await expect(cells.nth(3)).toHaveText('10');
  await seen(cells.nth(0));
  await expect(page.getByRole('log')).toContainText('0x100e8086');
  await seen(page.getByRole('log').getByText('0x100e8086').last());
  await expect(ways).toBeHidden();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // step by step: one press
  await page.evaluate((to) => window.cf8?.seek(to), begun?.cursor ?? 0);
  await story.getByRole('button', { name: 'Next step' }).click();
  await expect(story).toContainText('00:03.0 answers 0x100e8086');
  expect(await clicks()).toBe(1);
});
